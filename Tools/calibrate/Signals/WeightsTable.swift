import Detectors
import Foundation

/// The weights that corpora tell, as the table of the rulesets and as a comparison for people.
struct WeightsTable {
  /// One row: what is written, and what it comes from.
  private struct Row {
    let rule: String
    let signal: Signal
    let decibans: Int
    let ours: WeightEstimate
    /// By corpus, in the order given.
    let external: [(corpus: String, estimate: WeightEstimate)]
  }

  private let ours: SignalTally
  private let external: [SignalTally]
  private var rows: [Row] = []
  /// Lines of the table that somebody wrote: signals that no corpus has enough of. No rule has a measured row
  /// beside a stated one for every rule.
  private let stated: [String]

  /// - Parameter standing: the table as it is; its rows of the corpus `stated` stay.
  init(_ tallies: [SignalTally], standing: String = "") {
    stated = standing.split(separator: "\n").filter { $0.hasSuffix("\tstated") }.map(String.init)
    var ours = SignalTally(corpus: "generated", isOurs: true)
    for tally in tallies where tally.isOurs { ours.add(tally) }
    self.ours = ours
    external = tallies.filter { !$0.isOurs }
    let signals = Signal.allCases.sorted { ($0.surrounding, $0.name) < ($1.surrounding, $1.name) }
    let rules = Set(ours.all.keys.map(\.rule)).sorted()
    let measured = rules.flatMap { rule in signals.compactMap { row(rule, $0) } }
    rows =
      signals.compactMap { signal in everyRulesRow(signal, measured.filter { $0.signal == signal })
      }
      + measured
  }

  /// The row that holds for rules without one of their own: the median of what was measured, the weaker of
  /// two in the middle, with the counts of all.
  private func everyRulesRow(_ signal: Signal, _ measured: [Row]) -> Row? {
    let weights = measured.map(\.decibans).sorted { abs($0) < abs($1) }
    guard !weights.isEmpty else { return nil }
    let rule = SignalWeights.everyRule
    return Row(
      rule: rule, signal: signal, decibans: weights[(weights.count - 1) / 2],
      ours: ours.estimate(of: signal, rule: rule),
      external: external.map { ($0.corpus, $0.estimate(of: signal, rule: rule)) })
  }

  private func row(_ rule: String, _ signal: Signal) -> Row? {
    let own = ours.estimate(of: signal, rule: rule)
    guard own.isTelling else { return nil }
    var weight = own.decibans
    var others: [(String, WeightEstimate)] = []
    for tally in external {
      let other = tally.estimate(of: signal, rule: rule)
      others.append((tally.corpus, other))
      guard other.isTelling else { continue }
      // Where two disagree on the direction nobody knows it.
      weight =
        weight * other.decibans < 0
        ? 0 : abs(other.decibans) < abs(weight) ? other.decibans : weight
    }
    let limit = Double(signal.limitInDecibans)
    weight = signal.speaksAgainst ? max(-limit, min(0, weight)) : min(limit, max(0, weight))
    return Row(
      rule: rule, signal: signal, decibans: Int(weight.rounded()), ours: own, external: others)
  }

  /// The content of `weights.tsv`.
  func text() -> String {
    let text = """
      # What the surroundings of a value are worth, in decibans: ten times the base-10 logarithm of how much more
      # often a real value has them than a look-alike that the pattern matches.
      # Source: measured by `make calibrate` on generated corpora, held against external ones. Written by it.
      # rule: `*` holds for every rule without a row of its own. surrounding: text, or cell of a table. signal: see
      # docs/detectors.md. real: `n/m`, n of m real values had it. look_alikes: n of m look-alikes. corpus: `stated`
      # for what no corpus has enough of; such rows stay as they are.
      rule\tsurrounding\tsignal\tdecibans\treal\tlook_alikes\tcorpus

      """
    let lines = rows.filter { !isStated($0) }.map(line) + stated
    return text
      + lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined()
  }

  private func line(_ row: Row) -> String {
    [
      row.rule, row.signal.surrounding, row.signal.name, String(row.decibans),
      "\(row.ours.with.real)/\(row.ours.all.real)",
      "\(row.ours.with.other)/\(row.ours.all.other)", ours.corpus,
    ].joined(separator: "\t")
  }

  /// Whether a stated row holds for the row's signal, for its rule or for every rule.
  private func isStated(_ row: Row) -> Bool {
    let signal = "\t\(row.signal.surrounding)\t\(row.signal.name)\t"
    return stated.contains {
      $0.hasPrefix(SignalWeights.everyRule + signal) || $0.hasPrefix(row.rule + signal)
    }
  }

  /// The ratio of every corpus side by side, in decibans, with `n/m` of real values and of look-alikes.
  func comparison() -> String {
    var text = ""
    for row in rows {
      let parts = ([(ours.corpus, row.ours)] + row.external).map { corpus, estimate in
        estimate.isTelling
          ? String(
            format: "%@ %+.1f (%d/%d, %d/%d)", corpus, estimate.decibans,
            estimate.with.real, estimate.all.real, estimate.with.other, estimate.all.other)
          : "\(corpus) -"
      }
      let name = "\(row.rule) \(row.signal.surrounding) \(row.signal.name)"
      text +=
        name.padded(44) + String(row.decibans).leftPadded(4) + "   "
        + parts.joined(separator: "   ") + "\n"
    }
    return text
  }
}

extension Signal {
  /// The most that a measured weight may be. A weak term names more than one thing, and one elsewhere in
  /// the sentence may belong to another value: how often, a generated corpus cannot know.
  fileprivate var limitInDecibans: Int {
    switch self {
    case .labelStrong, .columnStrong, .against, .beside, .columnAgainst: 20
    case .labelWeak, .columnWeak, .againstWeak, .besideWeak, .columnAgainstWeak, .near: 10
    case .wholeValue: 6
    }
  }
}

extension SignalTally {
  /// A signal's counts for one rule, or for all rules together (`*`).
  fileprivate func estimate(of signal: Signal, rule: String) -> WeightEstimate {
    var (with, all) = (Count(), Count())
    for (population, count) in self.all
    where population.surrounding == signal.surrounding
      && (rule == SignalWeights.everyRule || population.rule == rule)
    {
      all += count
      with += self.with[population]?[signal] ?? Count()
    }
    return WeightEstimate(with: with, all: all)
  }
}

extension String {
  /// With blanks behind it, at least so wide.
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
  func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
