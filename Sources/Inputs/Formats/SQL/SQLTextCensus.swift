/// Tells text from other bytes: UTF-8 without control characters other than tab and line breaks.
struct SQLTextCensus {
  private var awaited = 0
  private var isSpoiled = false
  private var bytes = 0

  mutating func count(_ byte: UInt8) {
    bytes += 1
    if awaited > 0 {
      awaited -= 1
      if byte & 0xC0 != 0x80 { isSpoiled = true }
      return
    }
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: break
    case 0xC2...0xDF: awaited = 1
    case 0xE0...0xEF: awaited = 2
    case 0xF0...0xF4: awaited = 3
    default: isSpoiled = true
    }
  }

  /// - Parameter complete: all bytes were counted; else the last sequence may be cut.
  func isText(complete: Bool) -> Bool {
    bytes > 0 && !isSpoiled && (awaited == 0 || !complete)
  }
}
