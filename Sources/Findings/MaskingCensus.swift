/// How many matches of a type in a field the source shows in the clear, masked, hashed or encrypted.
package struct MaskingCensus: Equatable, Sendable {
  /// Index: `Concealment.rawValue`; what is in the clear is not counted here.
  var counts = ContiguousArray<UInt64>()

  package init() {}

  package mutating func count(_ concealment: Concealment) {
    guard concealment != .none else { return }
    if counts.isEmpty {
      counts = ContiguousArray(repeating: 0, count: Concealment.allCases.count)
    }
    counts[Int(concealment.rawValue)] += 1
  }

  package subscript(_ concealment: Concealment) -> UInt64 {
    counts.isEmpty ? 0 : counts[Int(concealment.rawValue)]
  }

  /// Adds the counts of a later part.
  package mutating func merge(_ later: MaskingCensus) {
    guard !later.counts.isEmpty else { return }
    if counts.isEmpty {
      counts = later.counts
    } else {
      for i in counts.indices { counts[i] += later.counts[i] }
    }
  }

  /// The word for a field with so many matches: one way of hiding where nearly all values (19 in 20) are
  /// hidden that way, `none` where nearly all stand in the clear, else `mixed`. Values that are masked alike but
  /// leave more or less have the gravest of their judgements.
  package func word(matches: UInt64) -> String {
    func isNearlyAll(_ count: UInt64) -> Bool { count * 20 >= matches * 19 }
    let hidden = counts.reduce(0, +)
    if hidden == 0 || isNearlyAll(matches - min(hidden, matches)) { return Concealment.none.name }
    let masks: [Concealment] = [.guessable, .telling, .usual, .full]
    if isNearlyAll(masks.reduce(0) { $0 + self[$1] }) {
      // A judgement on a few odd values is none on the field.
      let gravest = masks.first { self[$0] * 20 >= matches }
      return (gravest ?? .usual).name
    }
    let one = Concealment.allCases.first { $0 != .none && isNearlyAll(self[$0]) }
    return one?.name ?? "mixed"
  }
}
