/// Why a sheet of separated values cannot be read.
package enum SheetError: Error, Equatable {
  /// The system refused, with its error number.
  case unreadable(errno: Int32)
  /// A directory, a pipe or a device, which cannot be read twice.
  case notAFile
  /// Not text, with what it seems to be (`zip` of a workbook), or empty where that is not known.
  case notText(kind: String)
  /// No row at all.
  case empty
  /// Bytes that stand for no character. Rows are counted from 1, as a spreadsheet shows them.
  case undecodable(row: Int)
  /// A quote that never closes, or cells of more than `SheetReader.rowLimitInBytes`.
  case rowTooLong(row: Int)
}
