import Findings

/// The places of values that stand in no text: bytes, and no line.
///
/// Of a format whose values have no place of their own in the file, bytes within the value.
final class ValueLocator: Locator {
  /// Where the text that is being pushed begins, in the file or in its value.
  var byteOffset: UInt64 = 0
  /// How many bytes of the file stand for the text, where it is not the same bytes.
  var widthInBytes = UInt64.max

  func locate(_ offset: Int) -> Location {
    Location(byteOffset: byteOffset + min(UInt64(offset), widthInBytes), line: 0, column: 0)
  }
}
