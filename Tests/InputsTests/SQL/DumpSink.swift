import Findings
import Inputs

/// Remembers what a dump's reader pushes, record by record with its table, and checks the rules of
/// `RecordSink` on the way.
final class DumpSink: RecordSink {
  struct Value: Equatable {
    var column: String
    /// Nil for an absent value.
    var text: String?
    var place: Location?
  }

  struct Record: Equatable {
    var table: String
    var values: [Value] = []
  }

  var locator: (any Locator)?
  private(set) var isCancelled = false
  /// Cancels the run after so many records.
  var mostRecords = Int.max
  private(set) var shapes: [String: TableShape] = [:]
  private(set) var announced: [String] = []
  private(set) var records: [Record] = []
  private(set) var comments: [String] = []
  private(set) var gaps: [Gap] = []
  private(set) var text: [UInt8] = []
  private(set) var longestPushInBytes = 0
  private(set) var faults: [String] = []
  /// Keep values and text; off for tests that push hundreds of megabytes.
  var isKeeping = true
  private(set) var valueBytes = 0

  private var table = ""
  private var isInRecord = false
  private var pieces: [UInt8] = []
  private var piecePlace: Location?
  /// What the last piece showed behind its core, which the next one must begin with.
  private var expected: [UInt8] = []
  private var pieceColumn: Int?

  /// `table.column=value`, absent values as `∅`.
  var lines: [String] {
    records.map { record in
      record.table + ": "
        + record.values.map { "\($0.column)=\($0.text ?? "∅")" }.joined(separator: " | ")
    }
  }

  var textString: String { String(decoding: text, as: UTF8.self) }

  func table(_ shape: TableShape) {
    if isInRecord { faults.append("a table within a record") }
    table = shape.name
    shapes[shape.name] = shape
    announced.append(shape.name)
  }

  func comment(_ text: String, table: String, column: String?) {
    comments.append("\(table).\(column ?? "")=\(text)")
    if let column {
      let index = shapes[table]?.columns.firstIndex { $0.name == column }
      if let index { shapes[table]?.columns[index].comment = text }
    } else {
      shapes[table]?.comment = text
    }
  }

  func beginRecord() {
    if isInRecord { faults.append("a record within a record") }
    isInRecord = true
    if records.count + 1 >= mostRecords { isCancelled = true }
    if isKeeping { records.append(Record(table: table)) }
  }

  func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool) {
    if !isInRecord { faults.append("a field outside a record") }
    if core.lowerBound < 0 || core.upperBound > text.count { faults.append("core out of text") }
    longestPushInBytes = max(longestPushInBytes, text.count)
    valueBytes += core.count
    guard isKeeping else { return }
    let place = locator?.locate(core.lowerBound)
    if isWhole {
      if core != 0..<text.count { faults.append("a whole value with context") }
      if text.isEmpty { faults.append("an empty value") }
      endPieces()
      add(column, bytes(of: text, in: core), place)
      return
    }
    if pieceColumn != column { endPieces() }
    let all = bytes(of: text, in: 0..<text.count)
    if pieceColumn == nil {
      piecePlace = place
      if core.lowerBound != 0 { faults.append("a first piece with context before it") }
    } else {
      if !Array(all[core.lowerBound...]).starts(with: expected),
        !expected.starts(with: all[core.lowerBound...])
      {
        faults.append("a piece does not go on where the last one ended")
      }
      if !pieces.suffix(core.lowerBound).elementsEqual(all[..<core.lowerBound]) {
        faults.append("context before a piece is not what came before")
      }
    }
    pieceColumn = column
    pieces += all[core]
    expected = Array(all[core.upperBound...])
  }

  func absent(column: Int) {
    if !isInRecord { faults.append("an absent field outside a record") }
    endPieces()
    add(column, nil, nil)
  }

  func endRecord() {
    if !isInRecord { faults.append("a record ends that did not begin") }
    endPieces()
    isInRecord = false
  }

  func text(_ text: Span<UInt8>, core: Range<Int>) {
    if isInRecord { faults.append("text within a record") }
    longestPushInBytes = max(longestPushInBytes, text.count)
    guard isKeeping else { return }
    let start = locator?.locate(core.lowerBound).byteOffset ?? 0
    let end = locator?.locate(core.upperBound).byteOffset ?? 0
    if end - start != UInt64(core.count) { faults.append("text is not where it says") }
    self.text += bytes(of: text, in: core)
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

  private func bytes(of text: Span<UInt8>, in range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in range { bytes.append(text[index]) }
    return bytes
  }

  private func endPieces() {
    guard let column = pieceColumn else { return }
    pieceColumn = nil
    expected = []
    add(column, pieces, piecePlace)
    pieces = []
  }

  private func add(_ column: Int, _ text: [UInt8]?, _ place: Location?) {
    guard isKeeping else { return }
    let columns = shapes[table]?.columns ?? []
    let name = column < columns.count ? columns[column].name : "#\(column + 1)"
    let value = text.map { String(decoding: $0, as: UTF8.self) }
    records[records.count - 1].values.append(Value(column: name, text: value, place: place))
  }
}
