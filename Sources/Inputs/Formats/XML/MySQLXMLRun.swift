import Findings

/// One reading of one file of `mysqldump --xml`.
final class MySQLXMLRun {
  private let cursor: SQLCursor
  private let copy: ValueCopy<SQLCursor>
  private let catalogue: SQLCatalogue
  private var table: Int?
  private var columns: [String: Int] = [:]
  /// Of the structure that is read.
  private var structure: TableShape?
  private var generated: Set<Int> = []
  private var isInRows = false
  private var isComplete = false

  init(_ cursor: SQLCursor) {
    self.cursor = cursor
    copy = ValueCopy(cursor)
    catalogue = SQLCatalogue(cursor)
  }

  func read() {
    cursor.beginText()
    while !cursor.sink.isCancelled, skipToTag() {
      cursor.bookmark = cursor.position
      guard let tag = XMLTag.read(cursor) else {
        // The reading of the tag may have ended at the end of the text, or in the next one.
        if let start = cursor.bookmark { cursor.position = start + 1 }
        continue
      }
      if isInRows, tag.name == "row", !tag.isClosing, !tag.isEmpty {
        if let start = cursor.bookmark { cursor.splitText(at: start) }
        cursor.dropText()
        cursor.bookmark = nil
        readRow()
        cursor.anchor = nil
        cursor.beginText()
      } else {
        note(tag)
      }
    }
    cursor.endText()
    catalogue.announceEmptyTables()
    guard !cursor.sink.isCancelled, cursor.buffer.gap == nil, !isComplete else { return }
    cursor.sink.gap(Gap(.truncated, at: cursor.byteOffset(at: cursor.buffer.end)))
  }

  /// Moves to the next `<`; false at the end.
  private func skipToTag() -> Bool {
    while true {
      let buffer = cursor.buffer
      let bytes = buffer.bytes
      let end = buffer.end
      var index = cursor.position
      while index < end, bytes[index] != UInt8(ascii: "<") { index += 1 }
      cursor.position = index
      if index < end { return true }
      cursor.bookmark = nil
      guard cursor.more() else { return false }
    }
  }

  /// Learns from a tag outside of rows.
  private func note(_ tag: XMLTag) {
    switch (tag.name, tag.isClosing) {
    case ("database", false): catalogue.database = tag.attributes["name"]
    case ("table_structure", false):
      structure = TableShape(name: catalogue.qualified([tag.attributes["name"] ?? ""]), columns: [])
      generated = []
    case ("field", false):
      guard let name = tag.attributes["Field"], let count = structure?.columns.count,
        count < SQLCatalogue.mostColumns
      else { return }
      let extra = (tag.attributes["Extra"] ?? "").lowercased()
      if extra.contains("generated") { generated.insert(count) }
      structure?.columns.append(
        ColumnShape(
          name: name, comment: tag.attributes["Comment"] ?? "",
          declaredType: tag.attributes["Type"] ?? "", isCounter: extra == "auto_increment"))
    case ("options", false): structure?.comment = tag.attributes["Comment"] ?? ""
    case ("table_structure", true):
      if let structure { catalogue.define(structure, generated: generated) }
      structure = nil
    case ("table_data", false), ("resultset", false):
      let name = tag.attributes["name"]
      table = name.map { catalogue.table([$0]) } ?? nil
      if name == nil { table = catalogue.define(TableShape(name: "", columns: []), generated: []) }
      columns = [:]
      isInRows = true
    case ("table_data", true): isInRows = false
    case ("resultset", true), ("mysqldump", true):
      isInRows = false
      isComplete = true
    default: break
    }
  }

  // MARK: Rows

  private func readRow() {
    learnColumns()
    catalogue.announce(table)
    cursor.beginRecord()
    defer { cursor.sink.endRecord() }
    while true {
      skipBlank()
      guard cursor.peek() == UInt8(ascii: "<") else {
        if cursor.peek() != nil { cursor.noteMalformed(at: cursor.position) }
        return
      }
      guard let tag = readTag() else { return }
      if tag.isClosing { return }
      let column = tag.attributes["name"].flatMap(column) ?? SQLCatalogue.mostColumns
      if tag.isEmpty {
        cursor.sink.absent(column: column)
      } else if !readValue(column: column) {
        return
      }
    }
  }

  /// Reads a tag of a row. Where there is none the position is behind its bracket, so that what follows is
  /// read as text.
  private func readTag() -> XMLTag? {
    cursor.bookmark = cursor.position
    defer { cursor.bookmark = nil }
    if let tag = XMLTag.read(cursor) { return tag }
    let isCut = cursor.peek() == nil
    cursor.position = (cursor.bookmark ?? cursor.position) + 1
    // What is cut off is noted at the end.
    if !isCut { cursor.noteMalformed(at: cursor.position) }
    return nil
  }

  private func skipBlank() {
    while let byte = cursor.peek(), SQLBytes.isBlank(byte) { cursor.position += 1 }
  }

  private func column(_ name: String) -> Int? {
    if let index = columns[name] { return index }
    guard let table else { return nil }
    let index = catalogue.columnMap([name], in: table)[0]
    if columns.count < SQLCatalogue.mostColumns { columns[name] = index }
    return index
  }

  /// Learns the names of the fields of the row at the position, as far as the window shows it, where
  /// no structure told them before: a table is announced before its records.
  private func learnColumns() {
    guard columns.isEmpty else { return }
    cursor.look(cursor.buffer.capacityInBytes / 2)
    let buffer = cursor.buffer
    let bytes = buffer.bytes
    let mark = Array("<field name=\"".utf8)
    var index = cursor.position
    while index + mark.count < buffer.end {
      guard bytes[index] == mark[0], mark.indices.allSatisfy({ bytes[index + $0] == mark[$0] })
      else {
        if SQLBytes.matches("</row>", at: index, in: bytes) { return }
        index += 1
        continue
      }
      index += mark.count
      var name: [UInt8] = []
      while index < buffer.end, bytes[index] != SQLBytes.doubleQuote, name.count < 1024 {
        name.append(bytes[index])
        index += 1
      }
      _ = column(XMLTag.unescaped(name))
    }
  }

  /// Reads a value up to its closing tag. False if the text ends before.
  private func readValue(column: Int) -> Bool {
    var index = cursor.position
    copy.begin(at: index)
    while true {
      let isThere = look(XMLTag.longestEntityInBytes, at: &index, column: column)
      let buffer = cursor.buffer
      let bytes = buffer.bytes
      let end = buffer.end
      guard isThere, index < end else {
        copy.finish(column: column)
        cursor.position = index
        return false
      }
      while index < end, bytes[index] != UInt8(ascii: "<"), bytes[index] != UInt8(ascii: "&") {
        copy.bytes.append(bytes[index])
        index += 1
      }
      guard index < end else { continue }
      if bytes[index] == UInt8(ascii: "&") {
        guard index + XMLTag.longestEntityInBytes <= end || buffer.isAtEnd else { continue }
        index += XMLTag.undoEntity(at: index, in: bytes, into: &copy.bytes)
        copy.resume(at: index)
        continue
      }
      copy.finish(column: column)
      cursor.position = index
      // The closing tag; another one is read by the row.
      guard SQLBytes.matches("</field>", at: index, in: bytes) else {
        return readTag() != nil
      }
      cursor.position += 8
      return true
    }
  }

  private func look(_ count: Int, at index: inout Int, column: Int) -> Bool {
    while index + count > cursor.buffer.end {
      switch copy.more(at: &index) {
      case .grew: continue
      case .end: return true
      case .full: copy.slice(column: column)
      }
    }
    return true
  }
}
