import Findings

/// The reader's place in a file of binary documents.
final class BSONCursor {
  enum Fault: Error {
    /// The bytes are no document here.
    case malformed
    /// The source ended within a document.
    case truncated
  }

  private let buffer: TextBuffer
  let sink: any RecordSink
  /// Window index of the next byte.
  private var position = 0
  /// Where window index 0 stands in the source.
  private var windowByteOffset: UInt64 = 0

  init(_ buffer: TextBuffer, into sink: any RecordSink) {
    self.buffer = buffer
    self.sink = sink
  }

  /// Where the next byte stands in the source.
  var byteOffset: UInt64 { windowByteOffset + UInt64(position) }

  /// The most that `require` can make visible.
  var mostVisibleInBytes: Int { buffer.capacityInBytes }

  /// The source has no byte at the position.
  var isAtEnd: Bool { visible(1) < 1 }

  /// Makes `count` bytes from the position on visible, as far as there are so many and the window holds
  /// them; returns how many are visible.
  func visible(_ count: Int) -> Int {
    while buffer.end - position < count {
      let kept = position
      guard buffer.fill(keepingFrom: kept) || kept > 0 else { break }
      windowByteOffset += UInt64(kept)
      position = 0
      if buffer.isAtEnd, buffer.end < count { break }
      if buffer.end == buffer.capacityInBytes { break }
    }
    return buffer.end - position
  }

  /// - Throws: `truncated` where the source has fewer than `count` bytes.
  func require(_ count: Int) throws(Fault) {
    guard visible(count) >= count else { throw .truncated }
  }

  func skip(_ count: Int) { position += count }

  /// A byte that is visible, `offset` bytes behind the position.
  func byte(_ offset: Int) -> UInt8 {
    let buffer = buffer
    return buffer.bytes[position + offset]
  }

  /// A number of eight bytes or fewer at the position, the least byte first, which is passed over.
  func integer(bytes count: Int) throws(Fault) -> UInt64 {
    try require(count)
    let value = peekInteger(at: 0, bytes: count)
    position += count
    return value
  }

  /// A number that is visible, `offset` bytes behind the position.
  func peekInteger(at offset: Int, bytes count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(byte(offset + $1)) << UInt64(8 * $1) }
  }

  /// The visible bytes of a range that begins at the position, valid within `body`.
  func withVisible(_ count: Int, _ body: (Span<UInt8>) -> Void) {
    let buffer = buffer
    body(buffer.bytes.extracting(position..<position + count))
  }

  /// The length of the text up to the next zero, which is then visible.
  ///
  /// - Throws: `malformed` where the window holds none.
  func lengthOfName() throws(Fault) -> Int {
    var searched = 0
    while true {
      let buffer = buffer
      let bytes = buffer.bytes
      while position + searched < buffer.end {
        if bytes[position + searched] == 0 { return searched }
        searched += 1
      }
      guard visible(searched + 1) > searched else {
        throw self.buffer.isAtEnd ? .truncated : .malformed
      }
    }
  }

  func gap(_ reason: GapReason) { sink.gap(Gap(reason, at: byteOffset)) }

  /// Whether a document may begin `offset` bytes behind the position: a length, the type and name of an
  /// element, and, where it is visible, a zero at its end (bsonspec.org 1.1).
  func isDocumentPlausible(at offset: Int) -> Bool {
    let shown = visible(offset + 512)
    guard shown >= offset + 5 else { return false }
    let length = Int(peekInteger(at: offset, bytes: 4))
    guard length >= 5, length <= BSON.longestDocumentInBytes else { return false }
    if length == 5 { return byte(offset + 4) == 0 }
    guard BSON.isType(byte(offset + 4)), shown >= offset + 6 else { return false }
    if offset + length <= shown, byte(offset + length - 1) != 0 { return false }
    var index = offset + 5
    while index < shown, index < offset + 5 + 256, byte(index) != 0 {
      if byte(index) < 0x20 || byte(index) == 0x7F { return false }
      index += 1
    }
    return index > offset + 5 && index < shown && byte(index) == 0 || length < 12
  }
}
