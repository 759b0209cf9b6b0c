/// A row of a sheet that people have written in: cells of UTF-8.
package struct EditedRow: Sendable {
  /// The cells, one behind another.
  package var bytes: [UInt8]
  /// Where each cell ends in `bytes`.
  package var ends: [Int]
  /// Where the row begins in its file.
  package var byteOffset: UInt64

  package init(bytes: [UInt8] = [], ends: [Int] = [], byteOffset: UInt64 = 0) {
    self.bytes = bytes
    self.ends = ends
    self.byteOffset = byteOffset
  }

  var cellCount: Int { ends.count }

  var isBlank: Bool { bytes.isEmpty }

  /// A cell without the `'` that protects it; empty beyond the row's end, and for nil.
  subscript(cell: Int?) -> [UInt8] {
    guard let cell, ends.indices.contains(cell) else { return [] }
    return CSVCells.unguarded(bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]])
  }
}
