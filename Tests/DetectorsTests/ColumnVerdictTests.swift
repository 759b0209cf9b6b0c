import Testing

@testable import Detectors

/// Verdicts worked out by hand. With checks worth c decibans chance passes once in 10^(c/10):
/// each value that passes speaks with 10 log(0.97 / chance), each that fails with
/// 10 log(0.03 / (1 - chance)).
///
/// c = 10: 10 log(0.97 / 0.1) = 9.868 and 10 log(0.03 / 0.9) = -14.771.
/// c = 61: 10 log(0.97 / 10^-6.1) = 60.868 and 10 log(0.03 / 1) = -15.229.
/// c = 2: chance 0.631; 10 log(0.97 / 0.631) = 1.868 and 10 log(0.03 / 0.369) = -10.900.
@Suite struct ColumnVerdictTests {
  @Test(
    "A column is proof, noise or neither",
    arguments: [
      // 8 × 9.868 = 78.9: proof, at most 20.
      (8, 8, 10, 0, 20),
      // Seven decide nothing, passed or not.
      (7, 7, 10, 0, 0), (7, 0, 10, 0, 0), (0, 0, 10, 0, 0),
      // 9,800 × 9.868 - 200 × 14.771 = 93,749: proof.
      (10_000, 9_800, 10, 0, 20),
      // 10 × 9.868 - 90 × 14.771 = -1,230.7: one in ten is chance.
      (100, 10, 10, 0, -25),
      // 14 × 9.868 - 9 × 14.771 = 5.2.
      (23, 14, 10, 0, 5),
      // 7 × 9.868 - 3 × 14.771 = 24.8, cut to 20.
      (10, 7, 10, 0, 20),
      // 6 × 9.868 - 4 × 14.771 = 0.1: below a whole deciban.
      (10, 6, 10, 0, 0),
      // 5 × 9.868 - 4 × 14.771 = -9.7: not yet noise.
      (9, 5, 10, 0, 0),
      // 6 × 9.868 - 5 × 14.771 = -14.6: noise.
      (11, 6, 10, 0, -25),
      // 8 × -14.771: none passed.
      (8, 0, 10, 0, -25),
      // 2 × 60.868 - 6 × 15.229 = 30.4: two that chance passes once in a million.
      (8, 2, 61, 0, 20),
      // 60.868 - 7 × 15.229 = -45.7.
      (8, 1, 61, 0, -25),
      // 100 × 1.868 = 186.8, but a check passed six times in ten proves nothing.
      (100, 100, 2, 0, 0),
      // 63 × 1.868 - 37 × 10.9 = -285.6: what chance passes.
      (100, 63, 2, 0, -25),
      // No check, no verdict.
      (100, 100, 0, 0, 0), (100, 0, 0, 0, 0),
      // A column named otherwise is not lifted, and its noise is noise.
      (100, 100, 10, -20, 0), (100, 100, 10, 20, 20), (100, 10, 10, -20, -25),
      (100, 10, 10, 20, -25),
    ] as [(UInt64, UInt64, Int, Int, Int)])
  func verdicts(_ tested: UInt64, _ passed: UInt64, _ checks: Int, _ name: Int, _ expected: Int) {
    #expect(
      ColumnVerdict.decibans(tested: tested, passed: passed, checkDecibans: checks, name: name)
        == expected)
  }

  @Test("More values that pass never lower a verdict, and none lifts by more than 20")
  func monotone() {
    for tested in [8, 9, 20, 100, 5000] as [UInt64] {
      for checks in [1, 10, 20, 36, 61] {
        var last = Int.min
        for passed in 0...tested {
          let verdict = ColumnVerdict.decibans(
            tested: tested, passed: passed, checkDecibans: checks, name: 0)
          #expect(verdict >= last && verdict <= 20)
          last = verdict
        }
      }
    }
  }
}
