import Inputs
import Reports

/// The inventory of `--update`: a sheet of separated values, as the reports need it.
final class InventorySheet: EditedSheet {
  let name: String
  private let file: SheetFile
  private var reader: SheetReader
  private var row = SheetRow()

  /// Opens the file; what is in it the reports ask for.
  ///
  /// - Parameter path: as ArgumentParser gives it.
  init(path: String) throws(EarlierInventoryError) {
    name = path
    do throws(SheetError) {
      file = try SheetFile(path: PathArguments.bytes(of: [path])[0])
    } catch {
      throw Self.error(error)
    }
    reader = file.reader()
  }

  func next(_ row: inout EditedRow) throws(EarlierInventoryError) -> Bool {
    do throws(SheetError) {
      guard try reader.next(&self.row) else {
        file.settle(by: reader)
        return false
      }
    } catch {
      throw Self.error(error)
    }
    row = EditedRow(bytes: self.row.bytes, ends: self.row.ends, byteOffset: self.row.byteOffset)
    return true
  }

  func seek(to byteOffset: UInt64?) {
    // Rows are mostly asked for in their order.
    if byteOffset != nil, byteOffset == reader.byteOffset { return }
    reader = file.reader(at: byteOffset)
  }

  var hasChanged: Bool { file.hasChanged }

  private static func error(_ error: SheetError) -> EarlierInventoryError {
    switch error {
    case .unreadable(let errno): .unreadable(errno: errno)
    case .notAFile: .notAFile
    case .notText(let kind): .notText(kind: kind)
    case .empty: .empty
    case .undecodable(let row): .undecodable(row: row)
    case .rowTooLong(let row): .rowTooLong(row: row)
    }
  }
}
