/// Draws strings that a pattern matches, each of a length as likely as any other of it.
///
/// The length counts letters and digits only: of two strings that differ in separators neither is the
/// longer. Alternatives that overlap make what they share likelier; what that changes is below what two
/// figures show.
final class PatternSampler {
  private enum Kind {
    case nothing
    case characters(significant: [Unicode.Scalar], others: [Unicode.Scalar])
    case pair(PatternSampler, PatternSampler)
    case choice([PatternSampler])
    case group(Int, PatternSampler)
    /// What is said twice is a separator, hence without length.
    case reference(Int)
  }

  private typealias Captures = [Int: String.UnicodeScalarView]

  /// Longer strings are not drawn.
  static let longest = 40
  private let kind: Kind
  /// The number of strings by length.
  let counts: [Double]

  private init(_ kind: Kind) {
    self.kind = kind
    var counts = [Double](repeating: 0, count: Self.longest + 1)
    switch kind {
    case .nothing, .reference: counts[0] = 1
    case .characters(let significant, let others):
      (counts[0], counts[1]) = (Double(others.count), Double(significant.count))
    case .choice(let choices):
      for choice in choices { for i in counts.indices { counts[i] += choice.counts[i] } }
    case .pair(let a, let b):
      for i in counts.indices where a.counts[i] > 0 {
        for j in 0..<(counts.count - i) { counts[i + j] += a.counts[i] * b.counts[j] }
      }
    case .group(_, let inner): counts = inner.counts
    }
    self.counts = counts
  }

  convenience init(_ node: PatternNode) {
    switch node {
    case .characters(let characters):
      self.init(
        .characters(
          significant: characters.filter(\.isSignificant),
          others: characters.filter { !$0.isSignificant }))
    case .sequence(let items): self.init(Self.chain(items.map { PatternSampler($0) }))
    case .choice(let choices): self.init(.choice(choices.map { PatternSampler($0) }))
    case .repeated(let item, let range):
      let one = PatternSampler(item)
      self.init(
        .choice(
          range.map { PatternSampler(Self.chain(Array(repeating: one, count: $0))) }))
    case .group(let number, let item): self.init(.group(number, PatternSampler(item)))
    case .reference(let number): self.init(Kind.reference(number))
    }
  }

  private static func chain(_ items: [PatternSampler]) -> Kind {
    items.reversed().reduce(.nothing) { rest, item in .pair(item, PatternSampler(rest)) }
  }

  /// A string of the length; there must be one.
  func sample(length: Int, using random: inout some RandomNumberGenerator) -> String {
    var text = String.UnicodeScalarView()
    var captures: Captures = [:]
    draw(length, &text, &captures, &random)
    return String(text)
  }

  private func draw(
    _ length: Int, _ text: inout String.UnicodeScalarView, _ captures: inout Captures,
    _ random: inout some RandomNumberGenerator
  ) {
    switch kind {
    case .nothing: break
    case .characters(let significant, let others):
      if let one = (length == 1 ? significant : others).randomElement(using: &random) {
        text.append(one)
      }
    case .choice(let choices):
      choices[Self.pick(choices.map { $0.counts[length] }, &random)]
        .draw(length, &text, &captures, &random)
    case .pair(let a, let b):
      let part = Self.pick((0...length).map { a.counts[$0] * b.counts[length - $0] }, &random)
      a.draw(part, &text, &captures, &random)
      b.draw(length - part, &text, &captures, &random)
    case .group(let number, let inner):
      var value = String.UnicodeScalarView()
      inner.draw(length, &value, &captures, &random)
      captures[number] = value
      text.append(contentsOf: value)
    case .reference(let number):
      if let value = captures[number] { text.append(contentsOf: value) }
    }
  }

  private static func pick(
    _ weights: [Double], _ random: inout some RandomNumberGenerator
  ) -> Int {
    var rest = Double.random(in: 0..<1, using: &random) * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() where weight > 0 {
      if rest < weight { return index }
      rest -= weight
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }
}
