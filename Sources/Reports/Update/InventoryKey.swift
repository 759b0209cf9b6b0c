/// By what a row is known again, as cells show it: of the inventory path, member, table, field and
/// type, of a record of processing the first three.
struct InventoryKey: Equatable {
  private let cells: [[UInt8]]

  /// - Parameter cells: as the reports have them, or as a sheet holds them without their guards.
  init(_ cells: [[UInt8]]) {
    precondition(cells.count > 1, "a key has a path and a member")
    self.cells = [Self.plainPath(Self.normal(cells[0]))] + cells.dropFirst().map(Self.normal)
  }

  var path: [UInt8] { cells[0] }

  var member: [UInt8] { cells[1] }

  /// The last cell: of the inventory the type.
  var last: [UInt8] { cells[cells.count - 1] }

  /// Equal for equal keys, within a run.
  var hash: UInt64 {
    var hasher = Hasher()
    for cell in cells {
      hasher.combine(cell)
    }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// `./data/a.csv` and `data/a.csv` are one file, `.` is the folder of all of them.
  static func plainPath(_ path: [UInt8]) -> [UInt8] {
    var rest = path[...]
    while rest.starts(with: "./".utf8) { rest = rest.dropFirst(2).drop { $0 == UInt8(ascii: "/") } }
    return rest.elementsEqual(".".utf8) ? [] : Array(rest)
  }

  /// What a spreadsheet makes of a cell: line breaks are single line feeds.
  private static func normal(_ cell: [UInt8]) -> [UInt8] {
    let readable = CSVCells.readable(cell)
    guard readable.contains(0x0D) else { return readable }
    var normal: [UInt8] = []
    normal.reserveCapacity(readable.count)
    for (index, byte) in readable.enumerated() {
      if byte != 0x0D {
        normal.append(byte)
      } else if index + 1 == readable.count || readable[index + 1] != 0x0A {
        normal.append(0x0A)
      }
    }
    return normal
  }
}
