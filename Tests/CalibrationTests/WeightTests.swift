import Detectors
import Testing

@testable import calibrate

@Suite struct WeightTests {
  /// A corpus in which `real` and `other` numbers of a rule have a strong label or none.
  private func tally(
    _ name: String, isOurs: Bool, real: (with: Int, without: Int), other: (with: Int, without: Int),
    rule: String = "imei", signal: Signal = .labelStrong
  ) -> SignalTally {
    var tally = SignalTally(corpus: name, isOurs: isOurs)
    for (counts, isReal) in [(real, true), (other, false)] {
      for _ in 0..<counts.with { tally.count([signal], of: rule, isInCell: false, isReal: isReal) }
      for _ in 0..<counts.without { tally.count([], of: rule, isInCell: false, isReal: isReal) }
    }
    return tally
  }

  private func weight(
    _ tallies: SignalTally..., signal: Signal = .labelStrong, rule: String = "imei"
  ) -> Int? {
    let start = "\(rule)\t\(signal.surrounding)\t\(signal.name)\t"
    let line = WeightsTable(tallies).text().split(separator: "\n").first { $0.hasPrefix(start) }
    return line.flatMap { Int($0.dropFirst(start.count).prefix { $0 != "\t" }) }
  }

  @Test("A weight is the ratio of the shares in decibans, half a match added to each count")
  func ratio() {
    // (50.5 / 101) / (5.5 / 101) = 9.18, ten times whose logarithm is 9.63.
    #expect(
      weight(tally("a", isOurs: true, real: (50, 50), other: (5, 95))) == 10)
    // (20.5 / 101) / (80.5 / 101) = 0.2547: -5.94.
    #expect(
      weight(
        tally("a", isOurs: true, real: (20, 80), other: (80, 20), signal: .against),
        signal: .against) == -6)
  }

  @Test("A weight keeps to its limit and its direction")
  func limits() {
    #expect(
      weight(tally("a", isOurs: true, real: (900, 0), other: (0, 900))) == 20)
    #expect(
      weight(tally("a", isOurs: true, real: (5, 95), other: (50, 50))) == 0)
    #expect(
      weight(
        tally("a", isOurs: true, real: (900, 0), other: (0, 900), signal: .labelWeak),
        signal: .labelWeak) == 10)
  }

  @Test("Of two corpora that disagree the weaker ratio counts, and none where they contradict")
  func disagreement() {
    let ours = tally("a", isOurs: true, real: (90, 10), other: (1, 99))
    let weaker = tally("b", isOurs: false, real: (50, 50), other: (10, 90))
    let stronger = tally("b", isOurs: false, real: (100, 0), other: (0, 900))
    let opposite = tally("b", isOurs: false, real: (10, 90), other: (50, 50))
    // (50.5 / 10.5) = 4.81: 6.82.
    #expect(weight(ours, weaker) == 7)
    #expect(weight(ours, stronger) == 18)
    #expect(weight(ours, opposite) == 0)
  }

  @Test("A corpus with too few of either sort tells nothing")
  func fewCounts() {
    let ours = tally("a", isOurs: true, real: (50, 50), other: (5, 95))
    #expect(weight(ours, tally("b", isOurs: false, real: (10, 5), other: (10, 500))) == 10)
    #expect(weight(tally("a", isOurs: true, real: (10, 5), other: (10, 500))) == nil)
  }

  @Test("A rule without a row of its own has the median of the others")
  func everyRule() {
    var tallies: [SignalTally] = []
    for (rule, with) in [("a", 3), ("b", 20), ("c", 40)] {
      tallies.append(
        tally("x", isOurs: true, real: (50, 50), other: (with, 100 - with), rule: rule))
    }
    let text = WeightsTable(tallies).text()
    #expect(text.contains("*\ttext\tlabel-strong\t4\t150/300\t63/300\tgenerated\n"))
  }

  @Test("A stated row stays, and no measured one of its signal stands beside it")
  func stated() {
    let tally = tally("a", isOurs: true, real: (50, 50), other: (5, 95))
    let row = "*\ttext\tlabel-strong\t12\t\t\tstated"
    let lines = WeightsTable([tally], standing: row + "\n").text().split(separator: "\n")
    #expect(lines.filter { $0.contains("\tlabel-strong\t") }.map(String.init) == [row])
  }

  @Test("The bounds of a share are Wilson's")
  func bounds() {
    // scipy.stats.binomtest(k, n).proportion_ci(0.90, "wilson"), both ends of which are one-sided 95 %.
    for (right, all, lower, upper) in [
      (90, 100, 0.8396444903889078, 0.9392813329845526), (256, 256, 0.9895419965959273, 1.0),
      (0, 10, 0.0, 0.21294197008340698),
    ] {
      let bound = BinomialBound(right: right, all: all)
      #expect(abs(bound.lower - lower) < 1e-9)
      #expect(abs(bound.upper - upper) < 1e-9)
    }
  }
}
