import Findings
import Glibc

/// A sheet of an earlier run that people have written in, an inventory or a record of processing, from
/// which a new one takes over what they wrote.
///
/// The sheet is read once from end to end, which keeps of each row a hash and a place, 16 bytes, and
/// nine for each path and directory; a row is read again when its field is met, and all that were
/// not met at the end. So nothing that somebody wrote is lost, whatever became of the data. Several
/// rows of one key are met one after another.
package final class EarlierInventory {
  /// The rows of a sheet in Excel or LibreOffice.
  package static let rowLimit = 1 << 20

  /// What people wrote in a row.
  struct Kept {
    /// The cells of people's columns in the sheet's layout, then those of `extraColumns`.
    let cells: [[UInt8]]
    /// The day of the row's first report; empty where it holds none.
    let firstSeen: [UInt8]
  }

  private struct Entry {
    let hash: UInt64
    let byteOffset: UInt64
  }

  /// Columns that people added, in their order; nameless ones hold something too.
  let extraColumns: [String]

  private let sheet: any EditedSheet
  private let layout: SheetLayout
  private let places: [String: Int]
  private let extraPlaces: [Int]
  /// Sorted by hash, then by place.
  private var entries: [Entry] = []
  private var isTaken: [Bool]
  private var marks: SourceMarks
  /// What the run was to read, without `./` before and `/` behind.
  private let roots: [[UInt8]]
  private var row = EditedRow()

  /// Reads the sheet.
  ///
  /// - Parameter roots: the files and directories that the run reads: what is missing elsewhere was
  ///   not looked for.
  package init(
    _ sheet: any EditedSheet, layout: SheetLayout = .inventory, roots: [[UInt8]]
  ) throws(EarlierInventoryError) {
    self.sheet = sheet
    self.layout = layout
    self.roots = roots.map { root in
      let end = root.lastIndex { $0 != UInt8(ascii: "/") }.map { $0 + 1 } ?? 0
      return InventoryKey.plainPath(Array(root[..<end]) + (end == 0 ? Array("/".utf8) : []))
    }
    sheet.seek(to: nil)
    var row = EditedRow()
    guard try sheet.next(&row) else { throw .empty }
    let names = (0..<row.cellCount).map { cell in Self.name(row[cell]) }
    let places = try Self.places(of: names, layout)
    let missing = layout.key.filter { places[$0] == nil }
    if !missing.isEmpty { throw .missingColumns(missing) }
    self.places = places

    var entries: [Entry] = []
    var sources: Set<UInt64> = []
    var holdsText = [Bool](repeating: false, count: names.count)
    while try sheet.next(&row) {
      if row.isBlank { continue }
      if entries.count == Self.rowLimit { throw .tooManyRows(limit: Self.rowLimit) }
      let key = Self.key(of: row, places, layout)
      entries.append(Entry(hash: key.hash, byteOffset: row.byteOffset))
      sources.formUnion(SourceMarks.hashes(of: key.path, member: key.member))
      if row.cellCount > holdsText.count {
        holdsText += [Bool](repeating: false, count: row.cellCount - holdsText.count)
      }
      for cell in 0..<row.cellCount where !row[cell].isEmpty { holdsText[cell] = true }
    }
    entries.sort { ($0.hash, $0.byteOffset) < ($1.hash, $1.byteOffset) }
    self.entries = entries
    isTaken = [Bool](repeating: false, count: entries.count)
    marks = SourceMarks(sources)
    extraPlaces = holdsText.indices.filter { cell in
      guard cell < names.count, !names[cell].isEmpty else { return holdsText[cell] }
      return !layout.isMachine(names[cell]) && !layout.human.contains(names[cell])
    }
    extraColumns = extraPlaces.map { $0 < names.count ? names[$0] : "" }
  }

  /// What errors call the sheet.
  var name: String { sheet.name }

  /// What people wrote about a field and type, once for each row of theirs.
  func take(_ key: InventoryKey) throws(EarlierInventoryError) -> Kept? {
    let hash = key.hash
    var index = firstIndex(of: hash)
    while index < entries.count, entries[index].hash == hash {
      defer { index += 1 }
      if isTaken[index] { continue }
      sheet.seek(to: entries[index].byteOffset)
      guard try sheet.next(&row), Self.key(of: row, places, layout) == key else { continue }
      isTaken[index] = true
      return kept
    }
    return nil
  }

  /// Remembers that the run met a source, and whether it was read whole.
  func note(_ source: SourceReport) {
    let path = InventoryKey.plainPath(CSVCells.readable(source.identity.path))
    let member = CSVCells.readable(Array((source.identity.member ?? "").utf8))
    marks.mark(path, member: member, as: SourceMarks.met)
    if source.coverage.status != .scanned {
      marks.mark(path, member: member, as: SourceMarks.unread)
    }
  }

  /// Gives every row that was not taken, in the order of the sheet.
  ///
  /// - Parameter body: gets the row, its key, and whether another row of the key was taken.
  func forEachLeft(
    _ body: (InventoryKey, _ isDuplicate: Bool) throws(OutputError) -> Void
  ) throws(OutputError) {
    do throws(EarlierInventoryError) {
      sheet.seek(to: nil)
      _ = try sheet.next(&row)
    } catch {
      throw failure(error)
    }
    while true {
      do throws(EarlierInventoryError) {
        guard try sheet.next(&row) else { return }
      } catch {
        throw failure(error)
      }
      if row.isBlank { continue }
      let key = Self.key(of: row, places, layout)
      let (isTaken, isDuplicate) = fate(of: key)
      if !isTaken { try body(key, isDuplicate) }
    }
  }

  /// A cell of the row that `forEachLeft` has come to; empty where the sheet lacks the column.
  func cell(_ column: String) -> [UInt8] { row[places[column]] }

  /// What people wrote in the row that `forEachLeft` has come to.
  var kept: Kept {
    Kept(
      cells: layout.human.map { row[places[$0]] } + extraPlaces.map { row[$0] },
      firstSeen: row[places["first_seen"]])
  }

  /// Whether the run has looked at the place of a row, or found that it is no longer there.
  func wasSought(_ key: InventoryKey) -> Bool {
    if marks.isMarked(key.path, member: key.member, as: SourceMarks.unread) { return false }
    return marks.isMarked(key.path, member: [], as: SourceMarks.met)
      || roots.contains { root in
        // The folder of all relative paths.
        if root.isEmpty { return key.path.first != UInt8(ascii: "/") }
        return key.path == root || root.last == UInt8(ascii: "/") && key.path.starts(with: root)
          || key.path.starts(with: root + Array("/".utf8))
      }
  }

  /// Whether somebody has saved the sheet since it was read.
  var hasChanged: Bool { sheet.hasChanged }

  /// An error of reading the sheet again as one of writing the report, which cannot go on.
  func failure(_ error: EarlierInventoryError) -> OutputError {
    if case .unreadable(let number) = error { return OutputError(path: name, errno: number) }
    return OutputError(path: name, errno: ESTALE)
  }

  // MARK: -

  private func firstIndex(of hash: UInt64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func fate(of key: InventoryKey) -> (isTaken: Bool, isDuplicate: Bool) {
    let hash = key.hash
    var index = firstIndex(of: hash)
    var (isTaken, hasTaken) = (false, false)
    while index < entries.count, entries[index].hash == hash {
      if entries[index].byteOffset == row.byteOffset { isTaken = self.isTaken[index] }
      hasTaken = hasTaken || self.isTaken[index]
      index += 1
    }
    return (isTaken, hasTaken && !isTaken)
  }

  private static func key(
    of row: EditedRow, _ places: [String: Int], _ layout: SheetLayout
  ) -> InventoryKey {
    InventoryKey(layout.key.map { row[places[$0]] })
  }

  /// The name of a column without spaces around it, which a reader does not see.
  private static func name(_ cell: [UInt8]) -> String {
    let kept = cell.drop { $0 == 0x20 }
    let end = kept.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? kept.startIndex
    return String(decoding: kept[..<end], as: UTF8.self)
  }

  /// The columns that the program knows; of these none may stand twice.
  private static func places(
    of names: [String], _ layout: SheetLayout
  ) throws(EarlierInventoryError) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated()
    where layout.isMachine(name) || layout.human.contains(name) {
      guard places.updateValue(place, forKey: name) == nil else { throw .repeatedColumn(name) }
    }
    return places
  }
}
