import Findings

/// Cuts a large file of lines into parts of about 1 MiB, each ending after a line feed.
///
/// Borders depend on the file's bytes and size alone, so that the parts, and all that follows from
/// them, are the same on any number of threads. Between borders nothing is read: planning a file
/// costs one small read per part. A line that is longer than a part makes its part longer.
package struct PartPlanner {
  /// Files up to this size are read whole.
  package static let splitSizeInBytes: UInt64 = 2 * 1024 * 1024
  private static let partSizeInBytes: UInt64 = 1024 * 1024
  private static let probeInBytes = 4096

  private let probe: FileProbe
  private let sizeInBytes: UInt64
  private let encoding: TextEncoding
  private var ordinal = 0
  private var byteOffset: UInt64 = 0

  init(file: OpenFile, sizeInBytes: UInt64, encoding: TextEncoding) {
    probe = FileProbe(file: file)
    self.sizeInBytes = sizeInBytes
    self.encoding = encoding
  }

  /// The next part, or nil after the last. The parts follow one another and make up the whole file.
  package mutating func next() -> Part? {
    guard byteOffset < sizeInBytes else { return nil }
    let start = byteOffset
    // A rest that is not worth a part of its own goes with the last.
    let isRest = sizeInBytes - start <= Self.partSizeInBytes + Self.partSizeInBytes / 2
    let end = isRest ? sizeInBytes : lineEnd(after: start + Self.partSizeInBytes)
    defer {
      byteOffset = end
      ordinal += 1
    }
    return Part(
      ordinal: ordinal, byteOffset: start, lengthInBytes: end - start, isLast: end == sizeInBytes)
  }

  /// The place after the first line feed at or after `target`, an even offset; the end of the file
  /// if there is none, or if it cannot be read: whoever reads the part meets the error.
  private func lineEnd(after target: UInt64) -> UInt64 {
    var offset = target & ~1
    while offset < sizeInBytes {
      guard case .success(let bytes) = read(at: offset), !bytes.isEmpty else { break }
      if let end = Self.afterFirstLineFeed(in: bytes, encoding) {
        return min(sizeInBytes, offset + UInt64(end))
      }
      offset += UInt64(bytes.count)
    }
    return sizeInBytes
  }

  private func read(at offset: UInt64) -> Result<[UInt8], Gap> {
    Result { () throws(Gap) in try probe.bytes(at: offset, count: Self.probeInBytes) }
  }

  /// The place behind the last line feed in `bytes`, an even one in UTF-16.
  static func afterLastLineFeed(in bytes: [UInt8], _ encoding: TextEncoding) -> Int? {
    let lineFeed: [UInt8]
    switch encoding {
    case .utf8, .gb18030, .big5: return bytes.lastIndex(of: 0x0A).map { $0 + 1 }
    case .utf16LittleEndian: lineFeed = [0x0A, 0]
    case .utf16BigEndian: lineFeed = [0, 0x0A]
    }
    return stride(from: (bytes.count & ~1) - 2, through: 0, by: -2).first {
      bytes[$0] == lineFeed[0] && bytes[$0 + 1] == lineFeed[1]
    }.map { $0 + 2 }
  }

  /// A line feed is a byte of its own in every encoding but UTF-16: no trail byte of GB 18030 or
  /// Big5 is below 0x30.
  private static func afterFirstLineFeed(in bytes: [UInt8], _ encoding: TextEncoding) -> Int? {
    let lineFeed: [UInt8]
    switch encoding {
    case .utf8, .gb18030, .big5: return bytes.firstIndex(of: 0x0A).map { $0 + 1 }
    case .utf16LittleEndian: lineFeed = [0x0A, 0]
    case .utf16BigEndian: lineFeed = [0, 0x0A]
    }
    return stride(from: 0, to: bytes.count - 1, by: 2).first {
      bytes[$0] == lineFeed[0] && bytes[$0 + 1] == lineFeed[1]
    }.map { $0 + 2 }
  }
}
