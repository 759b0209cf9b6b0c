import Findings

/// The pieces `,"table":...,"field":...,"record":` of the findings of a batch, made once a column.
struct PlaceFragments {
  private static let outsideTables = Array(",\"table\":null,\"field\":null,\"record\":".utf8)

  /// Index into `columns` of each table of the source, or -1 for one not met in this batch.
  private var rows: ContiguousArray<Int32>
  /// For each table met, where the pieces of its columns stand; empty where the column was not met. The
  /// first is the table's own (column -1).
  private var columns: ContiguousArray<ContiguousArray<Range<Int>>> = []
  /// The pieces, one behind the other.
  private var pieces: [UInt8] = []

  init(tableCount: Int) { rows = ContiguousArray(repeating: -1, count: tableCount) }

  /// Appends the piece up to the value of `record`.
  mutating func append(
    _ finding: borrowing FindingRecord, of part: borrowing PartContext, to out: inout LineBuffer
  ) {
    guard finding.table >= 0 else {
      out.append(Self.outsideTables.span)
      return
    }
    let place = piece(Int(finding.table), Int(finding.field), of: part)
    out.append(pieces.span.extracting(place))
  }

  /// Where the piece of a column stands.
  private mutating func piece(
    _ table: Int, _ field: Int, of part: borrowing PartContext
  ) -> Range<Int> {
    if rows[table] < 0 {
      rows[table] = Int32(columns.count)
      let count = part.tables[table].shape.columns.count
      columns.append(ContiguousArray(repeating: 0..<0, count: count + 1))
    }
    let row = Int(rows[table])
    // A ragged row may have more values than its table has columns.
    let isKept = field + 1 < columns[row].count
    if isKept, !columns[row][field + 1].isEmpty { return columns[row][field + 1] }
    let start = pieces.count
    Self.encode(part.tables[table].shape, column: field, into: &pieces)
    if isKept { columns[row][field + 1] = start..<pieces.count }
    return start..<pieces.count
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
