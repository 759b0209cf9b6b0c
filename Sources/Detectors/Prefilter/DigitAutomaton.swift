/// The states of a pattern, as far as it takes digits: which digits can follow one another from its beginning.
struct DigitAutomaton {
  /// A set of states, a bit each.
  private typealias States = [UInt64]

  private struct State {
    /// What one character leads to `next`; without any the state is none of its own, but `next` and `other`.
    var digits: UInt16 = 0
    var others = false
    var next = 0
    var other = 0
    var isFork = false
  }

  /// A piece that repeats more often repeats without end.
  private let mostCopies: Int
  private static let mostStates = 4096
  /// What the pattern has been read to its end at.
  private static let end = 0

  private var states = [State()]
  private var start = end

  /// Nil where the pattern is too large.
  ///
  /// - Parameter mostDigits: no digit that comes later is asked for.
  init?(_ piece: DigitPiece, mostDigits: Int) {
    mostCopies = mostDigits + 1
    start = add(piece, before: Self.end)
    guard states.count < Self.mostStates else { return nil }
  }

  private mutating func add(_ state: State) -> Int {
    states.append(state)
    return states.count - 1
  }

  /// Adds what leads through `piece` to the state `next`, and returns where it begins.
  private mutating func add(_ piece: DigitPiece, before next: Int) -> Int {
    guard states.count < Self.mostStates else { return next }
    switch piece {
    case .take(let digits, let others):
      return add(State(digits: digits, others: others, next: next))
    case .sequence(let pieces):
      var first = next
      for piece in pieces.reversed() { first = add(piece, before: first) }
      return first
    case .choice(let pieces):
      var first: Int?
      for piece in pieces {
        let branch = add(piece, before: next)
        first = first.map { add(State(next: branch, other: $0, isFork: true)) } ?? branch
      }
      return first ?? next
    case .many(let piece, let least, let most):
      let copies = min(least, mostCopies)
      var first = next
      if let most, most - least <= mostCopies, copies == least {
        for _ in least..<most {
          let branch = add(piece, before: first)
          first = add(State(next: branch, other: next, isFork: true))
        }
      } else {
        first = add(State(next: next, other: next, isFork: true))
        states[first].next = add(piece, before: first)
      }
      for _ in 0..<copies { first = add(piece, before: first) }
      return first
    }
  }

  // MARK: Walking

  private func insert(_ state: Int, into set: inout States, _ pending: inout [Int]) {
    guard set[state >> 6] >> UInt64(state & 63) & 1 == 0 else { return }
    set[state >> 6] |= 1 << UInt64(state & 63)
    pending.append(state)
  }

  /// Adds what is reached without a character, or with characters that are no digits.
  private func close(_ set: inout States, _ pending: [Int], overOthers: Bool) {
    var pending = pending
    while let index = pending.popLast() {
      let state = states[index]
      if state.isFork {
        insert(state.next, into: &set, &pending)
        insert(state.other, into: &set, &pending)
      } else if overOthers, state.others, index != Self.end {
        insert(state.next, into: &set, &pending)
      }
    }
  }

  /// What is reached over one of these digits.
  private func step(_ set: States, over digits: UInt16) -> States {
    var next = States(repeating: 0, count: set.count)
    var pending: [Int] = []
    for (place, word) in set.enumerated() {
      var bits = word
      while bits != 0 {
        let state = states[place << 6 | bits.trailingZeroBitCount]
        bits &= bits &- 1
        if !state.isFork, state.digits & digits != 0 {
          insert(state.next, into: &next, &pending)
        }
      }
    }
    close(&next, pending, overOthers: false)
    return next
  }

  /// How many digits a match can have before the first character that is none, signs before them apart: bit *n*
  /// for *n*; and for all from *n* on where a match can end behind *n*, since what may follow is not known.
  var firstGroups: UInt64 {
    var set = States(repeating: 0, count: (states.count + 63) >> 6)
    var pending: [Int] = []
    insert(start, into: &set, &pending)
    close(&set, pending, overOthers: true)
    var groups: UInt64 = set[0] & 1
    for digits in 0..<64 {
      if set[0] & 1 == 1 { return groups | .max << UInt64(digits) }
      if set.allSatisfy({ $0 == 0 }) { return groups }
      if digits > 0, takesOthers(set) { groups |= 1 << UInt64(digits) }
      set = step(set, over: DigitPiece.allDigits)
    }
    return groups
  }

  private func takesOthers(_ set: States) -> Bool {
    states.indices.contains { index in
      let state = states[index]
      return set[index >> 6] >> UInt64(index & 63) & 1 == 1 && !state.isFork && state.others
    }
  }

  /// Tells `openings` which four digits, side by side, a match can begin with; signs may stand before them.
  func tell(_ openings: inout DigitOpenings) {
    var first = States(repeating: 0, count: (states.count + 63) >> 6)
    var pending: [Int] = []
    insert(start, into: &first, &pending)
    close(&first, pending, overOthers: true)
    var known: [Int: [States: [Bool]]] = [:]
    let admitted = endings(first, DigitOpenings.digits, &known)
    for value in admitted.indices where admitted[value] { openings.insert(value) }
  }

  /// For each number of so many digits, whether it can follow from the states on.
  private func endings(
    _ set: States, _ digits: Int, _ known: inout [Int: [States: [Bool]]]
  ) -> [Bool] {
    if set[0] & 1 == 1 { return Array(repeating: true, count: Self.powers[digits]) }
    if set.allSatisfy({ $0 == 0 }) { return Array(repeating: false, count: Self.powers[digits]) }
    if digits == 0 { return [true] }
    if let found = known[digits]?[set] { return found }
    var found: [Bool] = []
    for digit in 0..<10 {
      found += endings(step(set, over: 1 << UInt16(digit)), digits - 1, &known)
    }
    known[digits, default: [:]][set] = found
    return found
  }

  private static let powers = [1, 10, 100, 1000, 10_000]
}
