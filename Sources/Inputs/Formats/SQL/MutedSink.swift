import Findings

/// Takes what is read for its definitions only: what is said of a file belongs to that file.
final class MutedSink: RecordSink {
  var locator: (any Locator)?
  var isCancelled: Bool { false }

  func table(_ shape: TableShape) {}
  func comment(_ text: String, table: String, column: String?) {}
  func beginRecord() {}
  func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool) {}
  func absent(column: Int) {}
  func endRecord() {}
  func text(_ text: Span<UInt8>, core: Range<Int>) {}
  func gap(_ gap: Gap) {}
}
