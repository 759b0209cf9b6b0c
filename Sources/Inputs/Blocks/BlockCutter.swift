import Findings

/// Cuts a stretch of whole records off a source, to be read by whoever has time.
///
/// The bytes go into the block as the window slides over them; what stands behind the last border stays
/// in the window. Where blocks begin and end depends on the source's bytes alone.
struct BlockCutter {
  private let buffer: TextBuffer
  /// Offset before which no block is tried again, since the last try gave none.
  private var retryOffset: UInt64
  private let limits: BlockLimits

  struct Cut {
    /// The block's bytes; empty where there was none to cut.
    var bytes: [UInt8] = []
    /// Where they begin.
    var start: Location
    /// Window index of what follows them, or of where the reader was.
    var position: Int

    fileprivate mutating func take(_ more: [UInt8]) {
      // Most blocks are one piece, and need no room to grow.
      if bytes.isEmpty { bytes = more } else { bytes += more }
    }
  }

  init(_ buffer: TextBuffer, _ limits: BlockLimits) {
    self.buffer = buffer
    self.limits = limits
    retryOffset = limits.headInBytes
  }

  /// Whether it is time to try; asked once a record.
  func mayCut(at position: Int) -> Bool { buffer.offset(at: position) >= retryOffset }

  /// Cuts off the records from window index `start`, a border, on.
  ///
  /// Cost: one pass of `scan` over the bytes, and a copy of them.
  mutating func cut(from start: Int, by scan: inout some BorderScan) -> Cut {
    let buffer = buffer
    var cut = Cut(start: buffer.location(at: start), position: start)
    guard buffer.isVerbatim else {
      retryOffset = .max
      return cut
    }
    var index = start
    var border = start
    // A record that is longer than a block is looked for in all the window holds.
    var isLong = false
    while true {
      let window = buffer.bytes
      let most = max(index, cut.position + limits.blockInBytes - cut.bytes.count)
      let end = isLong ? window.count : min(most, window.count)
      let goesOn = scan.advance(
        window.extracting(0..<end), from: &index, border: &border,
        isAtEnd: buffer.isAtEnd && end == window.count)
      let size = cut.bytes.count + border - cut.position
      let isFull = goesOn && end < window.count
      if isFull, size < limits.smallestInBytes {
        isLong = true
        continue
      }
      if cut.bytes.isEmpty, !goesOn || size == 0, size < limits.smallestInBytes { break }
      cut.take(buffer.copy(cut.position..<border))
      cut.position = border
      guard goesOn, !isFull, cut.bytes.count < limits.blockInBytes else { break }
      let hasGrown = buffer.fill(keepingFrom: border)
      index -= border
      (border, cut.position) = (0, 0)
      // Text that turned out to be in another encoding stands decoded in the window from here on.
      guard hasGrown, buffer.isVerbatim else { break }
    }
    if cut.bytes.isEmpty {
      retryOffset = buffer.offset(at: cut.position) + UInt64(limits.smallestInBytes)
    }
    return cut
  }
}
