import Findings

/// The tables that a dump has defined or filled so far, with their columns and comments.
///
/// Memory is bounded: what passes the limits is not remembered, its values are read as columns
/// without a name, and `limit` is noted once.
final class SQLCatalogue {
  /// The most columns a table of any of the dialects may have (SQLite, `SQLITE_MAX_COLUMN`).
  static let mostColumns = 32_767
  /// Names and comments that are kept, in bytes, counting 64 for each name's own upkeep.
  static let limitInBytes = 32 << 20
  /// A comment of which the rest is not kept is longer than this.
  static let longestCommentInBytes = 4096

  private struct Table {
    var shape: TableShape
    var columnIndices: [String: Int] = [:]
    var generated: Set<Int> = []
    var isAnnounced = false
    /// The shape has changed since it was announced.
    var isStale = false
  }

  private let cursor: SQLCursor
  private var tables: [Table] = []
  private var indices: [String: Int] = [:]
  /// The table whose records are being pushed.
  private var current: Int?
  private var sizeInBytes = 0
  private var hasNotedLimit = false
  /// Set by `USE` and `\connect`: the dump itself tells databases apart.
  var database: String?
  /// Set by `SET search_path`: the schema that names without one belong to.
  var schema: String?

  init(_ cursor: SQLCursor) {
    self.cursor = cursor
  }

  // MARK: Tables

  /// The name by which a table is reported: as the dump writes it, its parts joined by `.`, with the
  /// schema of `SET search_path` and the database of `USE` or `\connect` before it where the dump
  /// said so. A dump of one database that does not say so (plain `mysqldump db`) gives `table`.
  func qualified(_ parts: [String]) -> String {
    var parts = parts
    if parts.count == 1, let schema { parts.insert(schema, at: 0) }
    let isComplete = parts.count > (cursor.dialect.hasConditionalComments ? 1 : 2)
    if !isComplete, let database { parts.insert(database, at: 0) }
    return parts.joined(separator: ".")
  }

  /// The table of that name, which is added if it is not known; nil if it cannot be.
  func table(_ parts: [String]) -> Int? {
    find(parts) ?? define(TableShape(name: qualified(parts), columns: []), generated: [])
  }

  /// The table that `parts` name: exactly, else in other letters, else in the schema that the
  /// servers take for a name without one.
  func find(_ parts: [String]) -> Int? {
    let name = qualified(parts)
    if let index = indices[name] ?? indices[name.lowercased()] { return index }
    guard parts.count == 1 else { return nil }
    for schema in ["dbo", "public", "main"] {
      if let index = indices[qualified([schema, parts[0]]).lowercased()] { return index }
    }
    return nil
  }

  /// Adds the table, or replaces what was known of it.
  @discardableResult
  func define(_ shape: TableShape, generated: Set<Int>) -> Int? {
    var table = Table(shape: shape)
    table.generated = generated
    for index in shape.columns.indices {
      let name = shape.columns[index].name.lowercased()
      if table.columnIndices[name] == nil { table.columnIndices[name] = index }
    }
    let size = shape.columns.reduce(64 + shape.name.utf8.count + shape.comment.utf8.count) {
      $0 + 64 + $1.name.utf8.count + $1.comment.utf8.count + $1.declaredType.utf8.count
    }
    guard reserve(size) else { return nil }
    if let index = indices[shape.name] {
      table.isAnnounced = tables[index].isAnnounced
      table.isStale = true
      tables[index] = table
      return index
    }
    tables.append(table)
    indices[shape.name] = tables.count - 1
    let folded = shape.name.lowercased()
    if indices[folded] == nil { indices[folded] = tables.count - 1 }
    return tables.count - 1
  }

  private func reserve(_ size: Int) -> Bool {
    guard sizeInBytes + size <= Self.limitInBytes else {
      noteLimit()
      return false
    }
    sizeInBytes += size
    return true
  }

  /// Notes that names were left out. Said once.
  func noteLimit() {
    guard !hasNotedLimit else { return }
    hasNotedLimit = true
    cursor.sink.gap(Gap(.limit, at: cursor.byteOffset(at: cursor.position)))
  }

  // MARK: Columns

  /// Which columns the values of an INSERT or COPY with this list belong to. Names that the table
  /// does not have are added to it.
  func columnMap(_ names: [String], in index: Int) -> SQLColumnMap {
    var map: [Int] = []
    map.reserveCapacity(names.count)
    for name in names {
      guard let column = column(name, in: index) else { break }
      map.append(column)
    }
    return SQLColumnMap(indices: map, firstBeyond: tables[index].shape.columns.count)
  }

  private func column(_ name: String, in index: Int) -> Int? {
    let folded = name.lowercased()
    if let column = tables[index].columnIndices[folded] { return column }
    let count = tables[index].shape.columns.count
    guard count < Self.mostColumns else {
      noteLimit()
      return nil
    }
    guard reserve(64 + name.utf8.count) else { return nil }
    tables[index].shape.columns.append(ColumnShape(name: name))
    tables[index].columnIndices[folded] = count
    tables[index].isStale = true
    return count
  }

  /// The columns of a COPY without a list: all but those that the server computes.
  func storedColumns(of index: Int) -> SQLColumnMap {
    let table = tables[index]
    guard !table.generated.isEmpty else { return .byPosition }
    let stored = table.shape.columns.indices.filter { !table.generated.contains($0) }
    return SQLColumnMap(indices: stored, firstBeyond: table.shape.columns.count)
  }

  /// What is known of the table by now.
  func shape(of index: Int) -> TableShape { tables[index].shape }

  // MARK: Announcements

  /// Tells the sink that the records to come belong to table `index`; nil is a table of no name.
  func announce(_ index: Int?) {
    guard let index else {
      cursor.sink.table(TableShape(name: "", columns: []))
      current = nil
      return
    }
    guard index != current || tables[index].isStale else { return }
    current = index
    tables[index].isAnnounced = true
    tables[index].isStale = false
    cursor.sink.table(tables[index].shape)
  }

  /// Announces the tables that have no records: their names and comments may tell something too.
  func announceEmptyTables() {
    for index in tables.indices where !tables[index].isAnnounced {
      announce(index)
    }
  }

  /// A comment on a table, or on its column. One on a table that is not known is text and no more.
  func comment(_ text: String, table parts: [String], column: String?) {
    guard let index = find(parts), reserve(text.utf8.count) else { return }
    if let column {
      guard let position = tables[index].columnIndices[column.lowercased()] else { return }
      tables[index].shape.columns[position].comment = text
      if tables[index].isAnnounced {
        let name = tables[index].shape.columns[position].name
        cursor.sink.comment(text, table: tables[index].shape.name, column: name)
      }
    } else {
      tables[index].shape.comment = text
      if tables[index].isAnnounced {
        cursor.sink.comment(text, table: tables[index].shape.name, column: nil)
      }
    }
  }
}
