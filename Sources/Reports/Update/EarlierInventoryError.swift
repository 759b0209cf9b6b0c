/// Why an earlier inventory cannot be taken over. Nothing is scanned then, and nothing written.
package enum EarlierInventoryError: Error, Equatable {
  /// The system refused, with its error number.
  case unreadable(errno: Int32)
  /// A directory, a pipe or a device.
  case notAFile
  /// Not text, with what it seems to be: a workbook is `zip`.
  case notText(kind: String)
  case empty
  /// Bytes that stand for no character. Rows are counted from 1.
  case undecodable(row: Int)
  /// A quote that never closes.
  case rowTooLong(row: Int)
  /// Columns by which rows are known again.
  case missingColumns([String])
  /// The name of a column stands twice, so that either may hold what was written.
  case repeatedColumn(String)
  case tooManyRows(limit: Int)
}
