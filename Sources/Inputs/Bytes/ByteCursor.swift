import Findings

/// Reads the bytes of a source one after another, or many at a time, through a window of 64 KiB.
final class ByteCursor {
  private static let windowInBytes = 64 * 1024

  private let source: any ByteSource
  private var window: [UInt8] = []
  private var position = 0
  private var hasEnded = false
  /// Bytes that were taken.
  private(set) var offset: UInt64 = 0

  init(_ source: any ByteSource) {
    self.source = source
  }

  /// Nothing follows.
  func isAtEnd() throws(Gap) -> Bool {
    while position == window.count {
      if hasEnded { return true }
      window = try FileProbe.bytes(of: source, count: Self.windowInBytes)
      position = 0
      hasEnded = window.isEmpty
    }
    return false
  }

  /// The next byte.
  ///
  /// - Throws: `truncated` at the end.
  func byte() throws(Gap) -> UInt8 {
    guard try !isAtEnd() else { throw Gap(.truncated, at: offset) }
    defer {
      position += 1
      offset += 1
    }
    return window[position]
  }

  /// The next bytes, at least one and at most `count` (which is more than 0), as many as are there.
  ///
  /// - Throws: `truncated` at the end.
  func some(atMost count: Int) throws(Gap) -> ArraySlice<UInt8> {
    guard try !isAtEnd() else { throw Gap(.truncated, at: offset) }
    let end = min(window.count, position + count)
    defer {
      offset += UInt64(end - position)
      position = end
    }
    return window[position..<end]
  }

  /// The next `count` bytes.
  ///
  /// - Throws: `truncated` at the end.
  func bytes(_ count: Int) throws(Gap) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += try some(atMost: count - bytes.count) }
    return bytes
  }

  /// Passes over the next `count` bytes.
  ///
  /// - Throws: `truncated` at the end.
  func skip(_ count: Int) throws(Gap) {
    var left = count
    while left > 0 { left -= try some(atMost: left).count }
  }
}
