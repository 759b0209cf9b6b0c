import Findings

/// Cuts the window into records and fields and pushes them: one reading of one source.
///
/// RFC 4180, and what is met beside it:
/// - a quote opens a value only where the value begins (after spaces, if any);
/// - text after a closing quote belongs to the value up to the next delimiter, as Excel and
///   Python's `csv` have it;
/// - a quote that is not closed before the source ends is taken for a plain character; so is one
///   that is not closed within the window if the lines after it look like records. One that is not
///   closed within 1 MiB ends at the next line break. All three are `malformed`, and all the bytes
///   are pushed.
///
/// Where a value needs no change the span is the window's own; nothing is allocated per field.
struct CSVParser {
  /// A record or a quoted value longer than this is noted as a gap.
  private static let recordLimitInBytes = 1024 * 1024
  private static let contextLimitInBytes = 512

  private enum End {
    case delimiter
    case record
    case source
  }

  private let buffer: TextBuffer
  private let sink: any RecordSink
  private let dialect: CSVDialect
  private let contextInBytes: Int
  private var cutter: BlockCutter

  /// Window index of the next byte.
  private var index = 0
  private var recordOrdinal = 0
  private var column = 0
  private var recordBytes = 0
  private var isIgnored = false

  // The value that is being read; window indices.
  /// Where the value begins, its quote included; bytes from here on stay in the window.
  private var valueStart = 0
  /// Where what was not pushed yet begins.
  private var coreStart = 0
  /// The first byte that may serve as context.
  private var contextStart = 0
  /// Bytes between `contextStart` and the end of the value that are no part of it: escapes.
  private var dropped: [Int] = []
  private var isInPieces = false

  /// Copies of values with their escapes undone.
  private var scratch: [UInt8] = []
  private var escapes = EscapeMap()

  init(_ buffer: TextBuffer, dialect: CSVDialect, into sink: any RecordSink) {
    self.buffer = buffer
    self.sink = sink
    self.dialect = dialect
    contextInBytes = min(Self.contextLimitInBytes, buffer.capacityInBytes / 8)
    cutter = BlockCutter(buffer, sink.blockLimits)
  }

  mutating func run() {
    sink.locator = buffer
    sink.table(
      TableShape(
        name: "",
        columns: dialect.columnNames.map { ColumnShape(name: $0) }))
    while !sink.isCancelled, skipToRecord() {
      if sink.takesBlocks, cutter.mayCut(at: index), handOver() { continue }
      readRecord()
    }
  }

  /// Hands records from the index on over, if there are enough of them; false if there are not.
  private mutating func handOver() -> Bool {
    var scan = CSVRecordScan(dialect)
    let cut = cutter.cut(from: index, by: &scan)
    index = cut.position
    guard !cut.bytes.isEmpty else { return false }
    sink.handOver(CSVBlock(bytes: cut.bytes, start: cut.start, dialect: dialect))
    return true
  }

  /// Skips line breaks, and so empty lines. False at the end of the source.
  private mutating func skipToRecord() -> Bool {
    while true {
      if index == buffer.end {
        guard buffer.fill(keepingFrom: index) else { return false }
        index = 0
      }
      let byte = buffer.bytes[index]
      guard byte == 0x0A || byte == 0x0D else { return true }
      index += 1
    }
  }

  private mutating func readRecord() {
    isIgnored = dialect.ignoredRecords.contains(recordOrdinal)
    recordOrdinal += 1
    recordBytes = 0
    column = 0
    if !isIgnored { sink.beginRecord() }
    while readField() == .delimiter { column += 1 }
    column += 1
    guard !isIgnored else { return }
    while column < dialect.columnNames.count {
      sink.absent(column: column)
      column += 1
    }
    sink.endRecord()
  }

  // MARK: Fields

  private mutating func readField() -> End {
    begin(at: index)
    while index < buffer.end || grow() {
      switch buffer.bytes[index] {
      case CSVDialect.quote:
        return readQuoted()
      case UInt8(ascii: " ") where dialect.delimiter != UInt8(ascii: " "):
        index += 1
      default:
        index = valueStart
        return readUnquoted()
      }
    }
    index = valueStart
    return readUnquoted()
  }

  private mutating func begin(at start: Int) {
    valueStart = start
    coreStart = start
    contextStart = start
    if !dropped.isEmpty { dropped.removeAll(keepingCapacity: true) }
    isInPieces = false
  }

  /// Reads up to the next delimiter or line break.
  private mutating func readUnquoted(delimiter: UInt8? = nil) -> End {
    let delimiter = delimiter ?? dialect.delimiter
    while true {
      let found = buffer.firstIndex(of: delimiter, or: dialect.recordEnd.rawValue, from: index)
      if found < buffer.end {
        let isDelimiter = buffer.bytes[found] == dialect.delimiter
        index = found
        finish(at: isDelimiter ? found : beforeCarriageReturns(found))
        index = found + 1
        return isDelimiter ? .delimiter : .record
      }
      index = buffer.end
      if grow() { continue }
      if buffer.isAtEnd {
        finish(at: beforeCarriageReturns(index))
        return .source
      }
      pushPiece()
    }
  }

  private func beforeCarriageReturns(_ end: Int) -> Int {
    let bytes = buffer.bytes
    var end = end
    while end > coreStart, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// Reads a value whose opening quote is at `index`.
  private mutating func readQuoted() -> End {
    coreStart = index + 1
    contextStart = coreStart
    index = coreStart
    let escape = dialect.hasBackslashEscapes ? CSVDialect.backslash : CSVDialect.quote
    while true {
      let found = buffer.firstIndex(of: CSVDialect.quote, or: escape, from: index)
      index = found
      // The byte after it decides; it may have to be read first.
      if found + 1 >= buffer.end {
        if grow() { continue }
        // The window may have moved: `index` is where `found` was.
        if !buffer.isAtEnd {
          if index == buffer.end, !isInPieces, isUnterminated { return readLiteral() }
          pushPiece()
          guard recordBytes > Self.recordLimitInBytes else { continue }
          noteMalformed(at: coreStart)
          return readUnquoted(delimiter: dialect.recordEnd.rawValue)
        }
        if index < buffer.end, buffer.bytes[index] == CSVDialect.quote {
          finish(at: index)
          index += 1
          return .source
        }
        guard isInPieces else { return readLiteral() }
        noteMalformed(at: coreStart)
        index = buffer.end
        finish(at: index)
        return .source
      }
      let next = buffer.bytes[found + 1]
      if buffer.bytes[found] == CSVDialect.backslash {
        let isEscape = next == CSVDialect.quote || next == CSVDialect.backslash
        if isEscape { dropped.append(found) }
        index = found + (isEscape ? 2 : 1)
        continue
      }
      switch next {
      case CSVDialect.quote:
        dropped.append(found)
        index = found + 2
      case dialect.delimiter:
        finish(at: found)
        index = found + 2
        return .delimiter
      case 0x0A, 0x0D:
        finish(at: found)
        index = found + 2
        return .record
      default:
        dropped.append(found)
        index = found + 1
        return readUnquoted()
      }
    }
  }

  /// Whether the window, which a quoted value fills, holds lines with as many delimiters as a
  /// record has: then the quote was never meant to be closed after them.
  private var isUnterminated: Bool {
    let columns = dialect.columnNames.count
    guard columns > 1 else { return false }
    let bytes = buffer.bytes
    var lines = 0
    var records = 0
    var fields = 1
    var position = index(afterLineFrom: coreStart)
    while position < buffer.end, lines < 100 {
      defer { position += 1 }
      let byte = bytes[position]
      if byte == dialect.delimiter { fields += 1 }
      guard byte == dialect.recordEnd.rawValue else { continue }
      lines += 1
      if fields == columns { records += 1 }
      fields = 1
    }
    return lines > 1 && records * 2 > lines
  }

  private func index(afterLineFrom start: Int) -> Int {
    let lineEnd = dialect.recordEnd.rawValue
    return min(buffer.end, buffer.firstIndex(of: lineEnd, or: lineEnd, from: start) + 1)
  }

  /// Starts the value again with its quote as a plain character.
  private mutating func readLiteral() -> End {
    noteMalformed(at: coreStart - 1)
    begin(at: valueStart)
    index = valueStart
    return readUnquoted()
  }

  private func noteMalformed(at index: Int) {
    sink.gap(Gap(.malformed, at: buffer.location(at: index).byteOffset))
  }

  // MARK: Window

  /// Reads more, keeping what the value needs. False at the end, or when the window is full.
  private mutating func grow() -> Bool {
    let kept = isInPieces ? max(contextStart, coreStart - contextInBytes) : valueStart
    let hasGrown = buffer.fill(keepingFrom: kept)
    index -= kept
    coreStart -= kept
    valueStart = max(0, valueStart - kept)
    contextStart = max(0, contextStart - kept)
    if isInPieces { dropped.removeAll { $0 < kept } }
    for position in dropped.indices { dropped[position] -= kept }
    return hasGrown
  }

  // MARK: Pushing

  /// Pushes most of a window that is full of one value.
  private mutating func pushPiece() {
    let cut = buffer.characterStart(atOrBefore: buffer.end - contextInBytes)
    push(core: coreStart..<cut, upTo: buffer.end, isWhole: false)
    isInPieces = true
    coreStart = cut
  }

  /// Pushes the value, or the rest of it, that ends at window index `end`.
  private mutating func finish(at end: Int) {
    if isInPieces {
      if end > coreStart { push(core: coreStart..<end, upTo: end, isWhole: false) }
    } else if end - coreStart > dropped.count {
      push(core: coreStart..<end, upTo: end, isWhole: true)
    } else if !isIgnored {
      sink.absent(column: column)
    }
  }

  private mutating func push(core: Range<Int>, upTo end: Int, isWhole: Bool) {
    let previousBytes = recordBytes
    recordBytes += core.count
    guard !isIgnored else { return }
    if recordBytes > Self.recordLimitInBytes, previousBytes <= Self.recordLimitInBytes {
      sink.gap(Gap(.recordTooLong, at: buffer.location(at: core.lowerBound).byteOffset))
    }
    let before = max(contextStart, core.lowerBound - contextInBytes)
    let start = isWhole ? core.lowerBound : buffer.characterStart(atOrBefore: before)
    let first = max(contextStart, start)
    if dropped.isEmpty {
      buffer.pushing(at: first)
      sink.field(
        buffer.bytes.extracting(first..<end),
        core: core.lowerBound - first..<core.upperBound - first, column: column, isWhole: isWhole)
    } else {
      pushCopy(of: first..<end, core: core, isWhole: isWhole)
    }
  }

  /// Pushes `range` of the window without the dropped bytes.
  private mutating func pushCopy(of range: Range<Int>, core: Range<Int>, isWhole: Bool) {
    // A span of a stored array would lock the whole parser.
    var copy: [UInt8] = []
    swap(&copy, &scratch)
    copy.removeAll(keepingCapacity: true)
    escapes.removeAll()
    var copied = range.lowerBound
    var droppedBefore = (start: 0, end: 0)
    for position in dropped where range.contains(position) {
      append(copied..<position, to: &copy)
      copied = position + 1
      // The quote stands where its escape begins, so that what ends before it ends there.
      escapes.append(copyOffset: copy.count, windowIndex: position)
      escapes.append(copyOffset: copy.count + 1, windowIndex: position + 2)
      if position < core.lowerBound { droppedBefore.start += 1 }
      if position < core.upperBound { droppedBefore.end += 1 }
    }
    append(copied..<range.upperBound, to: &copy)
    buffer.pushing(at: range.lowerBound, escapes: escapes)
    let start = core.lowerBound - range.lowerBound - droppedBefore.start
    let end = core.upperBound - range.lowerBound - droppedBefore.end
    sink.field(copy.span, core: start..<end, column: column, isWhole: isWhole)
    swap(&copy, &scratch)
  }

  private func append(_ range: Range<Int>, to copy: inout [UInt8]) {
    let bytes = buffer.bytes
    for position in range { copy.append(bytes[position]) }
  }
}
