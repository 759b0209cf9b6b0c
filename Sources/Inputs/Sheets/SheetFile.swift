import Findings

/// A file of separated values that a spreadsheet wrote, which can be read from any row on.
///
/// Encoding and delimiter are told from the file: UTF-8 with and without mark, UTF-16 ("Unicode
/// text"), GB 18030 and Big5; comma, semicolon (where the comma stands in numbers) or tab. A first
/// line `sep=;` is a hint for spreadsheets and no row.
package final class SheetFile {
  private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09]
  private static let windowInBytes = 64 * 1024
  /// The window of a reader that jumps to a row.
  private static let smallWindowInBytes = 8 * 1024

  private let file: OpenFile
  private let path: [UInt8]
  private let status: FileStatus
  private var encoding: TextEncoding
  private var isGuess: Bool
  private let delimiter: UInt8
  /// Where the row of column names begins.
  private let start: UInt64

  /// Opens the file and reads its first row, which nobody has to trust yet.
  package init(path: [UInt8]) throws(SheetError) {
    self.path = path
    let head: [UInt8]
    do throws(Gap) {
      file = try OpenFile(path: path, followingLinks: true)
      status = try FileStatus(of: file)
      guard status.kind == .regular else { throw Gap(.special) }
      head = try FileProbe(file: file).bytes(at: 0, count: HeadSample.limitInBytes)
    } catch {
      throw error.reason == .special ? .notAFile : .unreadable(errno: error.errno ?? 0)
    }
    if head.isEmpty { throw .empty }
    let recognised = HeadRecognition(
      head, isWhole: head.count < HeadSample.limitInBytes, sizeInBytes: status.sizeInBytes)
    guard recognised.isReadable, recognised.gap == nil else {
      throw .notText(kind: recognised.kind)
    }
    encoding = recognised.encoding
    isGuess = recognised.isGuess
    var (start, delimiter): (UInt64, UInt8) = (0, 0x2C)
    var row = SheetRow()
    let first = Self.reader(
      file, encoding: encoding, isGuess: isGuess, at: 0, delimiter: 0, Self.windowInBytes, row: 1)
    guard try first.next(&row) else { throw .empty }
    if row.bytes.count == 5, row.bytes.starts(with: "sep=".utf8) {
      delimiter = row.bytes[4]
      guard try first.next(&row) else { throw .empty }
      start = row.byteOffset
    } else {
      delimiter = try Self.delimiter(in: file, encoding, isGuess)
    }
    self.start = start
    self.delimiter = delimiter
  }

  /// Reads from the row of column names on, or from the row that begins at `byteOffset`, which a row
  /// of an earlier reader has told.
  package func reader(at byteOffset: UInt64? = nil) -> SheetReader {
    Self.reader(
      file, encoding: encoding, isGuess: isGuess, at: byteOffset ?? start, delimiter: delimiter,
      byteOffset == nil ? Self.windowInBytes : Self.smallWindowInBytes, row: 1)
  }

  /// Settles the encoding by what a reader has found, which has read to the end.
  package func settle(by reader: SheetReader) {
    encoding = reader.encoding
    isGuess = false
  }

  /// Whether the file, or what now stands under its name, is another than the one that was opened:
  /// somebody saved it meanwhile.
  package var hasChanged: Bool {
    do throws(Gap) {
      let opened = try FileStatus(of: file)
      let named = try FileStatus(name: path, in: nil, followingLinks: true)
      return opened != status || named != status
    } catch {
      return true
    }
  }

  /// The delimiter that cuts the first row into the most cells.
  private static func delimiter(
    in file: OpenFile, _ encoding: TextEncoding, _ isGuess: Bool
  ) throws(SheetError) -> UInt8 {
    var best: (delimiter: UInt8, cells: Int) = (0x2C, 0)
    for delimiter in delimiters {
      var row = SheetRow()
      let reader = reader(
        file, encoding: encoding, isGuess: isGuess, at: 0, delimiter: delimiter, windowInBytes,
        row: 1)
      if try reader.next(&row), row.cellCount > best.cells { best = (delimiter, row.cellCount) }
    }
    return best.delimiter
  }

  private static func reader(
    _ file: OpenFile, encoding: TextEncoding, isGuess: Bool, at byteOffset: UInt64,
    delimiter: UInt8, _ windowInBytes: Int, row: Int
  ) -> SheetReader {
    let buffer = TextBuffer(
      source: FileSource(file, start: byteOffset), encoding: encoding, isGuess: isGuess,
      start: Location(byteOffset: byteOffset, line: 1, column: 1),
      capacityInBytes: windowInBytes)
    return SheetReader(buffer, delimiter: delimiter, firstRow: row)
  }
}
