/// One row of a sheet: its cells as UTF-8, without quotes.
package struct SheetRow: Sendable {
  /// The cells, one behind another.
  package internal(set) var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  package internal(set) var ends: [Int] = []
  /// Where the row begins in the file as stored.
  package internal(set) var byteOffset: UInt64 = 0

  package init() {}

  package var cellCount: Int { ends.count }

  /// Whether no cell holds anything.
  package var isBlank: Bool { bytes.isEmpty }

  /// A cell; empty beyond the row's end.
  package subscript(cell: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(cell) else { return [] }
    return bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func endCell() { ends.append(bytes.count) }
}
