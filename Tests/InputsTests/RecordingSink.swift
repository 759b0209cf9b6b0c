import Findings
import Inputs

/// Remembers what a reader pushes: values joined from their pieces, lines of text, places.
final class RecordingSink: RecordSink {
  /// A value as it came out, with the place of its first byte and of its end.
  struct Value: Equatable {
    var column: Int
    /// Nil for an absent value.
    var text: String?
    var start: Location?
    var end: Location?
  }

  var locator: (any Locator)?
  var isCancelled = false
  private(set) var tables: [TableShape] = []
  private(set) var comments: [String] = []
  private(set) var records: [[Value]] = []
  private(set) var gaps: [Gap] = []
  /// The cores of all pushes of text, one after the other, and the place of each push's core.
  private(set) var text: [UInt8] = []
  private(set) var textStarts: [Location] = []
  /// The number of pushes of text.
  private(set) var pushCount = 0
  /// The longest span pushed.
  private(set) var longestPushInBytes = 0
  private(set) var openRecordCount = 0
  /// Faults in the order of calls, in words.
  private(set) var protocolErrors: [String] = []

  /// Bytes of the pieces of the value that is coming, if it comes in pieces.
  private var pieces: [UInt8] = []
  private var pieceColumn: Int?
  private var pieceStart: Location?
  private var pieceEnd: Location?
  /// Keep bytes of text; off for tests that push gigabytes.
  var keepsText = true

  var values: [[String?]] { records.map { $0.map(\.text) } }

  func table(_ shape: TableShape) { tables.append(shape) }

  func comment(_ text: String, table: String, column: String?) { comments.append(text) }

  func beginRecord() {
    if openRecordCount != 0 { protocolErrors.append("a record begins in a record") }
    openRecordCount += 1
    records.append([])
  }

  func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool) {
    longestPushInBytes = max(longestPushInBytes, text.count)
    if openRecordCount != 1 { protocolErrors.append("a field outside a record") }
    if core.lowerBound < 0 || core.upperBound > text.count {
      protocolErrors.append("a core outside its text")
    }
    let start = locator?.locate(core.lowerBound)
    let end = locator?.locate(core.upperBound)
    var bytes: [UInt8] = []
    for index in core { bytes.append(text[index]) }
    if isWhole {
      flushPieces()
      if core != 0..<text.count { protocolErrors.append("a whole value with context") }
      if bytes.isEmpty { protocolErrors.append("an empty value that is not absent") }
      records[records.count - 1].append(
        Value(
          column: column, text: String(decoding: bytes, as: UTF8.self), start: start, end: end))
      return
    }
    if pieceColumn != column { flushPieces() }
    if pieceColumn == nil {
      pieceColumn = column
      pieceStart = start
    }
    pieceEnd = end
    pieces += bytes
  }

  func absent(column: Int) {
    flushPieces()
    if openRecordCount != 1 { protocolErrors.append("an absent field outside a record") }
    records[records.count - 1].append(Value(column: column))
  }

  func endRecord() {
    flushPieces()
    openRecordCount -= 1
  }

  func text(_ text: Span<UInt8>, core: Range<Int>) {
    pushCount += 1
    longestPushInBytes = max(longestPushInBytes, text.count)
    if let locator { textStarts.append(locator.locate(core.lowerBound)) }
    guard keepsText else { return }
    for index in core { self.text.append(text[index]) }
  }

  func gap(_ gap: Gap) { gaps.append(gap) }

  /// Read blocks of records as soon as they are cut off; nil for a sink that takes none.
  var blocks: BlockLimits?
  private(set) var blockCount = 0
  private var isInBlock = false

  var takesBlocks: Bool { blocks != nil && !isInBlock }
  var blockLimits: BlockLimits { blocks ?? .standard }

  func handOver(_ block: any RecordBlock) {
    let reader = locator
    isInBlock = true
    blockCount += 1
    let outcome = block.read(into: self)
    gaps += outcome.gaps
    isInBlock = false
    locator = reader
  }

  private func flushPieces() {
    guard let column = pieceColumn else { return }
    records[records.count - 1].append(
      Value(
        column: column, text: String(decoding: pieces, as: UTF8.self), start: pieceStart,
        end: pieceEnd))
    pieces = []
    pieceColumn = nil
  }
}
