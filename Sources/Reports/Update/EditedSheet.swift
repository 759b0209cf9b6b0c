/// A sheet that people have written in, as the reports need it: whatever its encoding and
/// delimiter, rows of cells, which can be read again.
///
/// The command makes one of a file; the reports never open one themselves.
package protocol EditedSheet: AnyObject {
  /// What errors call it.
  var name: String { get }

  /// Reads the next row. False at the end.
  func next(_ row: inout EditedRow) throws(EarlierInventoryError) -> Bool

  /// What `next` reads next: the row that begins at a byte, as an earlier row has told, or with nil
  /// the first, the names of the columns.
  func seek(to byteOffset: UInt64?)

  /// Whether somebody has saved the file since it was opened.
  var hasChanged: Bool { get }
}
