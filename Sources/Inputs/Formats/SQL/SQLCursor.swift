import Findings

/// The reader's place in the window, and the text before it that was not pushed yet.
///
/// Text outside tables is pushed in blocks that end at a line break; the window slides over
/// whatever nobody holds on to.
final class SQLCursor: ValueCursor {
  let buffer: TextBuffer
  let sink: any RecordSink
  /// Window index of the next byte to read.
  var position = 0
  /// Window index from which a value that is being read must stay in the window.
  var anchor: Int?
  /// Where the statement that is read began; given up (nil) when the window has no room for it.
  var bookmark: Int?
  /// A line within a string of the text that looks like a new statement; given up like `bookmark`.
  var suspect: Int?
  /// How the dump writes what it writes; a `SET` in it may change it.
  var dialect: SQLDialect
  /// Window index of the first byte read as text and not pushed; nil while rows are read.
  private(set) var textStart: Int?
  /// Bytes before `textStart` that belong to the same line and were pushed.
  private var textContext = 0
  /// Values of the current record that were pushed, in bytes.
  private var recordBytes = 0

  /// Context that pieces of what is longer than the window carry, in bytes.
  static let contextInBytes = 512
  /// A record that is longer is noted as a gap (and read all the same).
  static let longestRecordInBytes = 1 << 20

  /// Gaps of one kind after which further ones are no news.
  static let mostMalformedGaps = 16

  private var malformedGaps = 0
  private var lastMalformed: UInt64?

  init(_ buffer: TextBuffer, dialect: SQLDialect, into sink: any RecordSink) {
    self.buffer = buffer
    self.dialect = dialect
    self.sink = sink
  }

  /// Context for the window as it is: short windows have room for less.
  var context: Int { min(Self.contextInBytes, buffer.end / 8) }

  // MARK: Bytes

  /// Makes more bytes visible. False at the end, or when a value fills the window (or, when
  /// `keepsSuspect`, the suspect does).
  func more(keepsSuspect: Bool = false) -> Bool {
    while true {
      let pending = textStart.map { $0 - textContext } ?? position
      let keep = min(
        min(position, anchor ?? position, pending), bookmark ?? position, suspect ?? position)
      let grew = buffer.fill(keepingFrom: keep)
      position -= keep
      anchor = anchor.map { $0 - keep }
      bookmark = bookmark.map { $0 - keep }
      suspect = suspect.map { $0 - keep }
      textStart = textStart.map { $0 - keep }
      if grew { return true }
      if buffer.isAtEnd { return false }
      if pushPendingText() { continue }
      if bookmark != nil {
        bookmark = nil
      } else if suspect != nil, !keepsSuspect {
        suspect = nil
      } else {
        return false
      }
    }
  }

  func moreOfValue() -> Bool { more() }

  /// The byte `ahead` of the position, or nil at the end (or where the window ends, if `ahead` is
  /// more than the smallest window holds).
  func peek(_ ahead: Int = 0) -> UInt8? {
    while position + ahead >= buffer.end {
      guard more() else { return nil }
    }
    return byte(at: position + ahead)
  }

  /// Makes `count` bytes from the position visible, or all there are.
  func look(_ count: Int) {
    while position + count > buffer.end {
      guard more() else { return }
    }
  }

  /// Whether the text at the position begins with `pattern` (see `SQLBytes.matches`).
  func matches(_ pattern: String) -> Bool {
    look(SQLStatementStart.lookaheadInBytes)
    let buffer = buffer
    return SQLBytes.matches(pattern, at: position, in: buffer.bytes)
  }

  /// The byte at window index `index`, which must be in the window.
  @inline(__always)
  func byte(at index: Int) -> UInt8 {
    let buffer = buffer
    return buffer.bytes[index]
  }

  /// See `SQLStatementStart`; `index` is the start of a line.
  func isStatement(at index: Int) -> Bool {
    let buffer = buffer
    return SQLStatementStart.isStatement(at: index, in: buffer.bytes)
  }

  /// See `SQLStatementStart`; `index` is the start of a line.
  func isStatementOrComment(at index: Int) -> Bool {
    let buffer = buffer
    return SQLStatementStart.isStatementOrComment(at: index, in: buffer.bytes)
  }

  /// Offset in the source of window index `index`.
  func byteOffset(at index: Int) -> UInt64 { buffer.location(at: index).byteOffset }

  /// Notes that the dump is not as it should be at window index `index`.
  func noteMalformed(at index: Int) {
    let place = byteOffset(at: index)
    guard malformedGaps < Self.mostMalformedGaps, place != lastMalformed else { return }
    malformedGaps += 1
    lastMalformed = place
    sink.gap(Gap(.malformed, at: place))
  }

  // MARK: Text

  /// What is read from the position on is text, until `endText` or `dropText`.
  func beginText() {
    guard textStart == nil else { return }
    textStart = position
    textContext = 0
  }

  /// Pushes the text up to the position. What follows is not text.
  func endText() {
    guard let start = textStart else { return }
    push(text: start, to: position, coreEnd: position)
    textStart = nil
    textContext = 0
  }

  /// Leaves the text that was not pushed yet unpushed: it was the frame of rows.
  func dropText() {
    textStart = nil
    textContext = 0
  }

  /// Pushes the text before `end` and keeps what follows as text.
  func splitText(at end: Int) {
    guard let start = textStart, start < end else { return }
    push(text: start, to: end, coreEnd: end)
    textStart = end
    textContext = 0
  }

  /// Pushes what fills the window. False when there was nothing to push.
  private func pushPendingText() -> Bool {
    guard let start = textStart else { return false }
    let limit = min(
      min(position, anchor ?? position), bookmark ?? position, suspect ?? position)
    guard limit > start else { return false }
    let buffer = buffer
    let bytes = buffer.bytes
    var border = limit
    while border > start, bytes[border - 1] != SQLBytes.lineFeed { border -= 1 }
    if border > start {
      push(text: start, to: border, coreEnd: border)
      textStart = border
      textContext = 0
      return true
    }
    let coreEnd = buffer.characterStart(atOrBefore: limit - context)
    guard coreEnd > start else { return false }
    push(text: start, to: limit, coreEnd: coreEnd)
    textContext = min(context, coreEnd - start + textContext)
    textStart = coreEnd
    return true
  }

  private func push(text start: Int, to end: Int, coreEnd: Int) {
    let buffer = buffer
    let bytes = buffer.bytes
    let first = start - textContext
    if textContext == 0, isFrame(start, end) { return }
    buffer.pushing(at: first)
    sink.text(bytes.extracting(first..<end), core: textContext..<coreEnd - first)
  }

  /// Whether the text is only what stands between statements and rows.
  private func isFrame(_ start: Int, _ end: Int) -> Bool {
    let buffer = buffer
    let bytes = buffer.bytes
    for index in start..<end {
      let byte = bytes[index]
      guard
        SQLBytes.isBlank(byte) || byte == SQLBytes.semicolon || byte == SQLBytes.comma
          || byte == SQLBytes.close
      else { return false }
    }
    return true
  }

  // MARK: Records

  func beginRecord() {
    recordBytes = 0
    sink.beginRecord()
  }

  /// Counts `count` bytes of the current record that are pushed.
  func count(_ count: Int) {
    guard count > 0 else { return }
    let before = recordBytes
    recordBytes = before + count
    if before <= Self.longestRecordInBytes, recordBytes > Self.longestRecordInBytes {
      sink.gap(Gap(.recordTooLong, at: byteOffset(at: min(position, buffer.end))))
    }
  }

  /// Pushes window bytes `core` as a value, or as a piece of one with the context in `range`.
  func push(_ range: Range<Int>, core: Range<Int>, column: Int, isWhole: Bool) {
    let buffer = buffer
    buffer.pushing(at: range.lowerBound)
    count(core.count)
    sink.field(
      buffer.bytes.extracting(range),
      core: core.lowerBound - range.lowerBound..<core.upperBound - range.lowerBound,
      column: column, isWhole: isWhole)
  }
}
