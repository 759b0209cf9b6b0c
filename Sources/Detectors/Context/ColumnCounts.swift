import Findings

/// What is counted of a column's short values, for the verdict on its type.
///
/// Long values are text: what a column of remarks holds besides says nothing of a number in one of
/// them. Cost: a look at each digit of a value that is all digits; memory: some bytes per rule.
package struct ColumnCounts: Sendable {
  struct RuleCounts: Sendable {
    /// Look-alikes whose pattern matched, and those that no check refused; of a rule whose checks only
    /// weigh, those that passed them.
    var tested: UInt64 = 0
    var passed: UInt64 = 0
    /// Values that are a hit of the rule.
    var won: UInt64 = 0
    /// Bit n: a hit was a value of n digits.
    var digitLengths: UInt64 = 0
    /// The most hits of another rule that tried nearly all of this one's hits.
    var mostContested: UInt64 = 0
  }

  /// Bytes beyond which a value is text.
  package static let longestValueInBytes = 64

  private(set) var rules: ContiguousArray<RuleCounts>
  private(set) var sequence = ValueSequence()
  /// Values of n digits and nothing else that are nobody's hit.
  private var unexplained = ContiguousArray<UInt64>(repeating: 0, count: 64)
  /// Hits of a rule (upper half of the key) whose value another rule tried and lost (lower half).
  private var contested = PairCounts()

  package init(ruleCount: Int) {
    rules = ContiguousArray(repeating: RuleCounts(), count: ruleCount)
  }

  /// Whether a cell is counted, and its hits judged by the counts.
  package static func isShort(_ text: Span<UInt8>) -> Bool { text.count <= longestValueInBytes }

  /// Counts a short cell: what the finder made of it.
  package mutating func count(_ text: Span<UInt8>, _ finder: Finder) {
    // By index: a list that is walked is retained.
    for i in finder.tested.indices where finder.tested[i].isChecked {
      let outcome = finder.tested[i]
      rules[Int(outcome.rule)].tested += 1
      let isDoubted = outcome.isDoubted && !finder.ruleSet.refuses[Int(outcome.rule)]
      if outcome.passed, !isDoubted { rules[Int(outcome.rule)].passed += 1 }
    }
    let digits = sequence.count(text)
    var isExplained = false
    for i in finder.found.indices {
      let (index, decibans) = (finder.found[i].rule, finder.found[i].decibans)
      guard case .value = finder.found[i].basis else { continue }
      let rule = Int(index)
      rules[rule].won += 1
      if digits > 0 { rules[rule].digitLengths |= 1 << UInt64(digits) }
      isExplained = isExplained || decibans >= 0
      guard finder.tested.count > 1 else { continue }
      for k in finder.tested.indices where finder.tested[k].rule != index {
        contested.add(1, to: UInt32(index) << 16 | UInt32(finder.tested[k].rule))
      }
    }
    if digits > 0, !isExplained { unexplained[digits] += 1 }
  }

  /// Adds the counts of a later part of the same column.
  package mutating func merge(_ later: ColumnCounts) {
    for rule in rules.indices {
      rules[rule].tested += later.rules[rule].tested
      rules[rule].passed += later.rules[rule].passed
      rules[rule].won += later.rules[rule].won
      rules[rule].digitLengths |= later.rules[rule].digitLengths
    }
    sequence.merge(later.sequence)
    for length in unexplained.indices { unexplained[length] += later.unexplained[length] }
    later.contested.forEach { contested.add($1, to: $0) }
  }

  /// Look-alikes that a rule tested.
  package func tested(ofRule rule: Int) -> UInt64 { rules[rule].tested }

  package var ruleCount: Int { rules.count }

  /// Settles what the pairs of rules say, before the verdicts are asked for.
  package mutating func settle() {
    for rule in rules.indices { rules[rule].mostContested = 0 }
    var rules = rules
    contested.forEach { pair, count in
      let (rule, rival) = (Int(pair >> 16), Int(pair & 0xFFFF))
      guard count * 10 >= rules[rule].won * 9 else { return }
      rules[rule].mostContested = max(rules[rule].mostContested, rules[rival].won)
    }
    self.rules = rules
  }

  /// Values of one of these counts of digits (bit n) that are nobody's hit.
  func unexplained(ofLengths lengths: UInt64) -> UInt64 {
    var (sum, rest) = (0 as UInt64, lengths)
    while rest != 0 {
      sum += unexplained[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return sum
  }
}
