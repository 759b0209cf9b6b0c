import Findings

/// Stands between a reader and a sink, and opens values that are JSON or XML texts: each of their values
/// becomes one of a column of its own, `payload.receiver.phone`, of the same record.
///
/// A value that looks like a document and is none, or breaks off, stays the text that it was, and so does
/// one that comes in pieces. Documents within strings of documents are opened too, four deep. Places are
/// those of the bytes in the file. Cost for other values: a look at the first byte.
///
/// A table in whose first records there is no document is looked at no more, whoever reads it, and may be
/// read in blocks. One with documents is read by one worker: its columns are numbered as they are met.
final class NestedValues: RecordSink {
  private let sink: any RecordSink
  private var tables: [String: NestedTable] = [:]
  private var current: NestedTable?
  // Asked for every value; no closure and no thread shares them, and checks for exclusive access would
  // cost as much as the rest.
  /// The current table has columns of paths.
  @safe @exclusivity(unchecked) private var isOpened = false
  /// One more than the greatest column that was met in the current table.
  @safe @exclusivity(unchecked) private var width = 0
  /// Records of the current table, as long as there was no document.
  @safe @exclusivity(unchecked) private var plainRecords = 0
  /// Documents are still looked for in the current table.
  @safe @exclusivity(unchecked) private var isLooking = true

  /// So many records without a document settle that there is none: those by which columns are judged.
  private static let headInRecords = 4096

  private static let deepest = 4

  init(_ sink: any RecordSink) {
    self.sink = sink
  }

  var locator: (any Locator)? {
    get { sink.locator }
    set { sink.locator = newValue }
  }

  var isCancelled: Bool { sink.isCancelled }

  func table(_ shape: TableShape) {
    let table: NestedTable
    if let known = tables[shape.name] {
      known.describe(shape)
      table = known
    } else {
      table = NestedTable(shape)
      tables[shape.name] = table
    }
    current?.width = width
    current?.plainRecords = plainRecords
    current = table
    width = table.width
    plainRecords = table.plainRecords
    isOpened = table.isOpened
    isLooking = isOpened || plainRecords < Self.headInRecords
    sink.table(table.sinkShape)
  }

  func comment(_ text: String, table: String, column: String?) {
    sink.comment(text, table: table, column: column)
  }

  func beginRecord() {
    if !isOpened, isLooking {
      plainRecords += 1
      isLooking = plainRecords < Self.headInRecords
    }
    sink.beginRecord()
  }

  var takesBlocks: Bool { !isLooking && sink.takesBlocks }
  var blockLimits: BlockLimits { sink.blockLimits }
  func handOver(_ block: any RecordBlock) { sink.handOver(block) }

  func endRecord() { sink.endRecord() }
  func gap(_ gap: Gap) { sink.gap(gap) }
  func text(_ text: Span<UInt8>, core: Range<Int>) { sink.text(text, core: core) }

  func absent(column: Int) {
    sink.absent(column: isOpened ? number(of: column) : column)
  }

  func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool) {
    if isLooking, isWhole, text.count > 1, NestedColumn.mayOpen(text[0]),
      open(text, column: column)
    {
      return
    }
    if isOpened {
      sink.field(text, core: core, column: number(of: column), isWhole: isWhole)
    } else {
      if column >= width { width = column + 1 }
      sink.field(text, core: core, column: column, isWhole: isWhole)
    }
  }

  private func number(of column: Int) -> Int {
    guard let current else { return column }
    let number = current.number(of: column)
    if current.hasNews {
      current.hasNews = false
      sink.table(current.sinkShape)
    }
    return number
  }

  // MARK: Documents

  private func open(_ text: Span<UInt8>, column: Int) -> Bool {
    guard let table = current, let locator, !table.isFull else { return false }
    table.width = width
    let documents = table.documents(in: column)
    guard !documents.isGivenUp else { return false }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices { bytes.append(text[index]) }
    guard let parts = documents.parts(of: bytes, at: JSONPaths.root) else { return false }
    push(parts, of: bytes, within: locator, column: column, documents, depth: 1)
    sink.locator = locator
    return true
  }

  /// Pushes the values of a document; within one that is a string, the values of that.
  private func push(
    _ parts: [NestedPart], of text: [UInt8], within outer: any Locator, column: Int,
    _ documents: NestedColumn, depth: Int
  ) {
    let locator = NestedLocator(within: outer)
    for part in parts {
      guard !part.range.isEmpty else {
        sink.absent(column: self.column(of: part.place, documents, of: column))
        continue
      }
      if part.escapes == .none {
        locator.pushing(at: part.range.lowerBound)
        if NestedColumn.mayOpen(text[part.range.lowerBound]), depth < Self.deepest,
          pushInner(
            Array(text[part.range]), at: part.place, within: locator, column: column, documents,
            depth: depth)
        {
          continue
        }
        let number = self.column(of: part.place, documents, of: column)
        sink.locator = locator
        sink.field(
          text.span.extracting(part.range), core: 0..<part.range.count, column: number,
          isWhole: true)
        continue
      }
      let (value, map) = Self.undo(part, in: text)
      locator.pushing(at: part.range.lowerBound, escapes: map)
      if let first = value.first, NestedColumn.mayOpen(first), depth < Self.deepest,
        pushInner(
          value, at: part.place, within: locator, column: column, documents, depth: depth)
      {
        continue
      }
      let number = self.column(of: part.place, documents, of: column)
      sink.locator = locator
      sink.field(value.span, core: 0..<value.count, column: number, isWhole: true)
    }
  }

  /// Opens a string of a document, if it is one itself.
  private func pushInner(
    _ text: [UInt8], at place: Int, within outer: any Locator, column: Int,
    _ documents: NestedColumn, depth: Int
  ) -> Bool {
    guard let parts = documents.parts(of: text, at: place) else { return false }
    push(parts, of: text, within: outer, column: column, documents, depth: depth + 1)
    return true
  }

  private func column(of place: Int, _ documents: NestedColumn, of column: Int) -> Int {
    let index = documents.paths.column(of: place).index
    if index >= documents.columns.count, let table = current, table.adopt(documents, of: column) {
      isOpened = true
      sink.table(table.sinkShape)
    }
    return documents.columns[index]
  }

  /// A value with its escapes undone, and where it diverges from the text.
  static func undo(_ part: NestedPart, in text: [UInt8]) -> ([UInt8], EscapeMap) {
    var value: [UInt8] = []
    var map = EscapeMap()
    let mark = part.escapes == .xml ? UInt8(ascii: "&") : UInt8(ascii: "\\")
    var index = part.range.lowerBound
    while index < part.range.upperBound {
      guard text[index] == mark else {
        value.append(text[index])
        index += 1
        continue
      }
      let length =
        part.escapes == .xml
        ? NestedXML.undo(at: index, in: text, into: &value)
        : ValueEscapes.json.undo(at: index, in: text.span, into: &value)
      if length == 0 { value.append(mark) }
      index += max(1, length)
      map.append(copyOffset: value.count, windowIndex: index)
    }
    return (value, map)
  }
}
