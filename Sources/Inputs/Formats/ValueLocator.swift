import Findings

/// The places of values that have none in the file: bytes within the value, and no line.
final class ValueLocator: Locator {
  /// Where the text that is being pushed begins in its value.
  var byteOffset: UInt64 = 0

  func locate(_ offset: Int) -> Location {
    Location(byteOffset: byteOffset + UInt64(offset), line: 0, column: 0)
  }
}
