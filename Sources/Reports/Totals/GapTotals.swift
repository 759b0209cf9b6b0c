package import Findings

/// What was not read in all sources, for one reason.
package struct GapTotals: Sendable {
  /// Sources named as examples, the first in path order.
  package static let exampleLimit = 3

  package let reason: GapReason
  package internal(set) var sources: UInt64 = 0
  /// Bytes not scanned as far as they are known.
  package internal(set) var bytes: UInt64 = 0
  /// Some source did not tell how much is missing.
  package internal(set) var hasUnknownBytes = false
  package internal(set) var examples: [SourceIdentity] = []

  init(reason: GapReason) { self.reason = reason }

  /// Adds a source with its gaps of this reason. A source that was skipped or excluded as a whole
  /// may come without a gap; then the bytes of its coverage are what is missing.
  mutating func add(_ gaps: [Gap], of report: SourceReport) {
    sources += 1
    if gaps.isEmpty {
      let coverage = report.coverage
      bytes += coverage.bytes > coverage.bytesScanned ? coverage.bytes - coverage.bytesScanned : 0
    }
    for gap in gaps {
      bytes += gap.bytes ?? 0
      if gap.bytes == nil { hasUnknownBytes = true }
    }
    if examples.count < Self.exampleLimit { examples.append(report.identity) }
  }
}
