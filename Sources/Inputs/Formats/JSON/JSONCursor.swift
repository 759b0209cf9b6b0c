import Findings

/// The reader's place in a JSON text.
final class JSONCursor: ValueCursor {
  let buffer: TextBuffer
  let sink: any RecordSink
  var position = 0
  var anchor: Int?
  /// Values of the current record that were pushed, in bytes.
  private var recordBytes = 0
  private var isRecordOpen = false

  /// A record that is longer is noted as a gap (and read all the same).
  private static let longestRecordInBytes = 1 << 20

  init(_ buffer: TextBuffer, into sink: any RecordSink) {
    self.buffer = buffer
    self.sink = sink
  }

  // MARK: Bytes

  func moreOfValue() -> Bool { more() }

  /// Makes more bytes visible; false at the end, or when what is anchored fills the window.
  func more() -> Bool {
    let kept = min(position, anchor ?? position)
    let hasGrown = buffer.fill(keepingFrom: kept)
    position -= kept
    anchor = anchor.map { $0 - kept }
    return hasGrown
  }

  /// The byte at the position; nil at the end.
  func peek() -> UInt8? {
    while position >= buffer.end {
      guard more() else { return nil }
    }
    let buffer = buffer
    return buffer.bytes[position]
  }

  /// A copy of the next bytes, at most `count` of them.
  func head(_ count: Int) -> [UInt8] {
    while position + count > buffer.end, more() {}
    let buffer = buffer
    let bytes = buffer.bytes
    return (position..<min(position + count, buffer.end)).map { bytes[$0] }
  }

  /// Passes over blanks and line breaks (RFC 8259, section 2).
  func skipBlanks() {
    while let byte = peek() {
      let buffer = buffer
      let bytes = buffer.bytes
      var next = position
      guard Self.isBlank(byte) else { return }
      while next < buffer.end, Self.isBlank(bytes[next]) { next += 1 }
      position = next
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Passes over `word` if the text goes on with it.
  func skip(_ word: String) -> Bool {
    while position + word.utf8.count > buffer.end {
      guard more() else { return false }
    }
    let buffer = buffer
    let bytes = buffer.bytes
    let start = position
    let isThere = word.utf8.enumerated().allSatisfy { bytes[start + $0] == $1 }
    if isThere { position += word.utf8.count }
    return isThere
  }

  /// Pushes the rest of the line as text; false at the end.
  func readLineAsText() -> Bool {
    var contextInBytes = 0
    anchor = position
    defer { anchor = nil }
    while true {
      let start = anchor ?? position
      let found = buffer.firstIndex(of: 0x0A, or: 0x0A, from: position)
      if found < buffer.end || buffer.isAtEnd {
        let end = min(found + 1, buffer.end)
        pushText(start..<end, core: start + contextInBytes..<end)
        position = end
        return found < end
      }
      position = buffer.end
      if more() { continue }
      guard !buffer.isAtEnd else { continue }
      // The line fills the window: most of it goes, with context on both sides.
      let first = anchor ?? 0
      let cut = buffer.characterStart(atOrBefore: buffer.end - buffer.end / 8)
      pushText(first..<buffer.end, core: first + contextInBytes..<cut)
      contextInBytes = min(cut - first, buffer.end / 8)
      anchor = cut - contextInBytes
    }
  }

  private func pushText(_ range: Range<Int>, core: Range<Int>) {
    guard !core.isEmpty else { return }
    let buffer = buffer
    buffer.pushing(at: range.lowerBound)
    sink.text(
      buffer.bytes.extracting(range),
      core: core.lowerBound - range.lowerBound..<core.upperBound - range.lowerBound)
  }

  func gap(_ reason: GapReason) {
    sink.gap(Gap(reason, at: buffer.location(at: position).byteOffset))
  }

  // MARK: Records

  func beginRecord() {
    endRecord()
    isRecordOpen = true
    recordBytes = 0
    sink.beginRecord()
  }

  /// What is pushed next belongs to a record.
  func openRecord() {
    if !isRecordOpen { beginRecord() }
  }

  func endRecord() {
    guard isRecordOpen else { return }
    isRecordOpen = false
    sink.endRecord()
  }

  func count(_ count: Int) {
    let before = recordBytes
    recordBytes = before + count
    if before <= Self.longestRecordInBytes, recordBytes > Self.longestRecordInBytes {
      gap(.recordTooLong)
    }
  }

  /// Pushes window bytes as a value.
  func push(_ range: Range<Int>, column: Int) {
    let buffer = buffer
    count(range.count)
    buffer.pushing(at: range.lowerBound)
    sink.field(buffer.bytes.extracting(range), core: 0..<range.count, column: column, isWhole: true)
  }

  /// Pushes `text`, which stands for the next `length` bytes, as a value, and passes over these.
  func push(_ text: String, for length: Int, column: Int) {
    let bytes = Array(text.utf8)
    var map = EscapeMap()
    for offset in min(length, bytes.count)...max(length, bytes.count) {
      map.append(copyOffset: offset, windowIndex: position + length)
    }
    count(bytes.count)
    buffer.pushing(at: position, escapes: map)
    sink.field(bytes.span, core: 0..<bytes.count, column: column, isWhole: true)
    position += length
  }
}
