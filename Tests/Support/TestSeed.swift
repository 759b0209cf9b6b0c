import Foundation

/// The seed of random tests: the same at every run, so that a build does not fail by chance.
///
/// `PII_SCAN_SEED=random` looks elsewhere, `PII_SCAN_SEED=<number>` repeats what was found there.
package enum TestSeed {
  package static var value: UInt64 {
    switch ProcessInfo.processInfo.environment["PII_SCAN_SEED"] {
    case "random": UInt64.random(in: 0 ... .max)
    case let text?: UInt64(text) ?? standard
    case nil: standard
    }
  }

  private static let standard: UInt64 = 0x5EED_2026_1122_0001
}
