/// Which column of the table each value of a row belongs to.
struct SQLColumnMap: Equatable {
  /// The column of each value; values beyond the list belong to columns beyond the table.
  private var indices: [Int]
  /// The column of the first value beyond the list.
  private var firstBeyond: Int

  /// Values stand in the order of the table's columns.
  static let byPosition = SQLColumnMap(indices: [], firstBeyond: 0)

  init(indices: [Int], firstBeyond: Int) {
    self.indices = indices
    self.firstBeyond = firstBeyond
  }

  /// The column of the `value`th value, 0-based.
  @inline(__always)
  subscript(value: Int) -> Int {
    value < indices.count ? indices[value] : firstBeyond + value - indices.count
  }
}
