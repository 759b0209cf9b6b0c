import Findings

/// The pieces `,"table":...,"field":...,"record":` of the findings of a batch, made once a column.
struct PlaceFragments {
  private static let outsideTables = Array(",\"table\":null,\"field\":null,\"record\":".utf8)

  /// Index into `columns` of each table of the source, or -1 for one not met in this batch.
  private var rows: ContiguousArray<Int32>
  /// For each table met, the pieces of its columns; empty where the column was not met. The first
  /// is the table's own (column -1).
  private var columns: ContiguousArray<ContiguousArray<[UInt8]>> = []

  init(tableCount: Int) { rows = ContiguousArray(repeating: -1, count: tableCount) }

  /// Appends the piece up to the value of `record`.
  mutating func append(
    _ finding: borrowing FindingRecord, of part: PartContext, to out: inout [UInt8]
  ) {
    guard finding.table >= 0 else {
      out.append(contentsOf: Self.outsideTables)
      return
    }
    let table = Int(finding.table)
    if rows[table] < 0 {
      rows[table] = Int32(columns.count)
      let count = part.tables[table].shape.columns.count
      columns.append(ContiguousArray(repeating: [], count: count + 1))
    }
    let row = Int(rows[table])
    let column = Int(finding.field) + 1
    guard column < columns[row].count else {
      // A ragged row has more values than its table has columns.
      Self.encode(part.tables[table].shape, column: Int(finding.field), into: &out)
      return
    }
    if columns[row][column].isEmpty {
      Self.encode(
        part.tables[table].shape, column: Int(finding.field), into: &columns[row][column])
    }
    out.append(contentsOf: columns[row][column])
  }

  private static func encode(_ shape: TableShape, column: Int, into out: inout [UInt8]) {
    out += Array(",\"table\":".utf8)
    JSONText.appendQuoted(shape.name, to: &out)
    out += Array(",\"field\":".utf8)
    if column < 0 {
      out += Array("null".utf8)
    } else {
      JSONText.appendQuoted(FieldName.of(column, in: shape), to: &out)
    }
    out += Array(",\"record\":".utf8)
  }
}
