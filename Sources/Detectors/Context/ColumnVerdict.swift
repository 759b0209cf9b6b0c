/// What the counts of a column say of its type: look-alikes tested against look-alikes passed.
///
/// A check that a random value passes once in ten times, passed by 98 of 100 values, is proof;
/// passed by ten of them it is noise, and every hit among them is noise. The two hypotheses are a
/// column of the type with three wrong values in a hundred, and a column of random look-alikes,
/// which pass as often as the rule's checks state.
package enum ColumnVerdict {
  /// Fewer look-alikes than this decide nothing.
  package static let fewestTested = 8
  /// Decibans taken from chance hits: more than a card or a device number can have and stay likely.
  /// A citizen number, whose checks chance passes once in a million times, may stay: one real number
  /// among a thousand others is what must not be missed.
  package static let chanceDecibans = -25
  /// Taken from the hits of a column that counts up: there a number that passes every check is the
  /// one in a million that has to come.
  package static let countingDecibans = -40
  private static let shareOfWrongValues = 0.03
  /// Checks that chance passes more often than once in ten times prove nothing by being passed often:
  /// every date is a date, and not every date one of birth.
  private static let leastCheckDecibans = 10
  /// A type is another's chance hit where the other's hits in the column are so many times more.
  private static let dominance: UInt64 = 10

  /// Decibans to add to each hit of a rule in the column.
  ///
  /// - Parameters:
  ///   - tested: look-alikes whose pattern matched.
  ///   - passed: those that passed the checks.
  ///   - checkDecibans: what the rule's checks are worth together, so how rarely chance passes.
  ///   - name: evidence of the column's name; a column named otherwise is not lifted.
  package static func decibans(tested: UInt64, passed: UInt64, checkDecibans: Int, name: Int) -> Int
  {
    guard tested >= UInt64(fewestTested), checkDecibans > 0 else { return 0 }
    let chance = 1 / power(ofTen: checkDecibans)
    let hit = tenLogarithm((1 - shareOfWrongValues) / chance)
    let miss = tenLogarithm(shareOfWrongValues / (1 - chance))
    let ratio = Double(passed) * hit + Double(tested - passed) * miss
    if ratio <= -10 { return chanceDecibans }
    guard ratio > 0, name >= 0, checkDecibans >= leastCheckDecibans else { return 0 }
    return Int(min(ratio, Double(LookAlike.liftLimitDecibans)))
  }

  /// The same for a rule of the run, with all that is known of the column.
  ///
  /// - Parameters:
  ///   - counts: of the column's short values.
  ///   - context: of the column.
  package static func decibans(
    ofRule rule: Int, _ counts: ColumnCounts, _ context: ColumnContext, _ ruleSet: RuleSet
  ) -> Int {
    let own = counts.rules[rule]
    guard own.tested > 0 else { return 0 }
    let name = context.nameDecibans(ofRule: rule)
    let checks = ruleSet.checkDecibans[rule]
    // A name for the type stands against the counts: invented numbers fail checks, and a column of
    // phone numbers may well rise.
    let isNamed = name > 0
    if !isNamed {
      if own.digitLengths != 0, counts.sequence.countsUp { return countingDecibans }
      if own.mostContested >= UInt64(fewestTested), own.won * dominance <= own.mostContested {
        return chanceDecibans
      }
    }
    // Numbers as long that are no look-alikes at all are failed trials too.
    let others = isNamed ? 0 : counts.unexplained(ofLengths: own.digitLengths)
    let failed = max(own.tested - own.passed, others)
    let verdict = decibans(
      tested: own.passed + failed, passed: own.passed, checkDecibans: checks, name: name)
    if verdict < 0 {
      // `phone` over numbers of segments that nobody has: invented, and meant as phones.
      if isNamed, checks < leastCheckDecibans { return 0 }
      if ruleSet.isOfOneLook[rule] { return 0 }
    }
    return verdict
  }

  /// 10^(decibans / 10), by multiplication, so that the result is the same on every machine.
  private static func power(ofTen decibans: Int) -> Double {
    var result = 1.0
    for _ in 0..<(decibans / 10) { result *= 10 }
    for _ in 0..<(decibans % 10) { result *= 1.2589254117941673 }
    return result
  }

  /// Ten times the base-10 logarithm, by the series of `atanh` for the same reason.
  private static func tenLogarithm(_ x: Double) -> Double {
    let y = (x.significand - 1) / (x.significand + 1)
    var (term, sum, k) = (y, 0.0, 1.0)
    while k < 60 {
      sum += term / k
      term *= y * y
      k += 2
    }
    return (2 * sum + Double(x.exponent) * 0.6931471805599453) * 4.342944819032518
  }
}
