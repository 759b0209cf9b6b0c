import Findings

/// Reads the rows of a sheet of separated values from one place on, one after another.
///
/// As spreadsheets write them: a cell that begins with a quote ends with one, doubled quotes within
/// stand for one, and line breaks in it are kept; other quotes are text; a row ends with LF, CR or
/// CRLF. Memory is the window and one row.
package final class SheetReader {
  /// Cells of one row hold no more; a quote that never closes is noticed by it.
  package static let rowLimitInBytes = 4 << 20

  private enum Place {
    case cellStart
    case plain
    case quoted
    /// Behind a quote within a quoted cell: its end, or the first of a doubled one.
    case quote
  }

  private let buffer: TextBuffer
  private let delimiter: UInt8
  /// UTF-8 is passed on by the buffer as it is, so each row is looked at.
  private var isVerbatim: Bool { buffer.encoding == .utf8 }
  private var index = 0
  /// Rows given so far.
  private var count = 0
  private let firstRow: Int

  /// - Parameters:
  ///   - delimiter: comma, semicolon or tab.
  ///   - firstRow: the number of the first row that is read, for errors.
  init(_ buffer: TextBuffer, delimiter: UInt8, firstRow: Int) {
    self.buffer = buffer
    self.delimiter = delimiter
    self.firstRow = firstRow
  }

  /// The encoding, settled by what was read so far.
  var encoding: TextEncoding { buffer.encoding }

  /// Where the next row begins in the file.
  package var byteOffset: UInt64 { buffer.location(at: index).byteOffset }

  /// Reads the next row into `row`. False at the end.
  package func next(_ row: inout SheetRow) throws(SheetError) -> Bool {
    row.clear()
    if index == buffer.end, !refill() {
      try check()
      return false
    }
    row.byteOffset = byteOffset
    var place = Place.cellStart
    repeat {
      let hasEnded = scan(into: &row, &place)
      guard row.bytes.count <= Self.rowLimitInBytes, row.ends.count <= Self.rowLimitInBytes / 64
      else { throw .rowTooLong(row: number) }
      if hasEnded { return try finish(&row) }
    } while refill()
    try check()
    if place == .quoted { throw .rowTooLong(row: number) }
    // A return at the very end waited for its line feed in vain.
    index = buffer.end
    row.endCell()
    return try finish(&row)
  }

  private var number: Int { firstRow + count }

  private func finish(_ row: inout SheetRow) throws(SheetError) -> Bool {
    if buffer.invalidSequenceCount > 0 { throw .undecodable(row: number) }
    if isVerbatim {
      let span = row.bytes.span
      guard UTF8Census(span, isWhole: true).invalidCount == 0 else {
        throw .undecodable(row: number)
      }
    }
    count += 1
    return true
  }

  private func check() throws(SheetError) {
    if let gap = buffer.gap { throw .unreadable(errno: gap.errno ?? 0) }
  }

  /// Drops what was read; false at the end.
  private func refill() -> Bool {
    let isMore = buffer.fill(keepingFrom: index)
    index = 0
    return isMore
  }

  /// Reads on to the end of the row or of the window. True at the end of the row.
  private func scan(into row: inout SheetRow, _ place: inout Place) -> Bool {
    let buffer = buffer
    let window = buffer.bytes
    let end = buffer.end
    while index < end {
      let byte = window[index]
      switch place {
      case .quoted:
        if byte == 0x22 { place = .quote } else { row.bytes.append(byte) }
      case .cellStart where byte == 0x22:
        place = .quoted
      case .quote where byte == 0x22:
        row.bytes.append(byte)
        place = .quoted
      case _ where byte == delimiter:
        row.endCell()
        place = .cellStart
      case _ where byte == 0x0A || byte == 0x0D:
        // Of CRLF the second half may stand in the next window, so the first waits for it.
        if byte == 0x0D, index + 1 == end, !buffer.isAtEnd { return false }
        index += byte == 0x0D && index + 1 < end && window[index + 1] == 0x0A ? 2 : 1
        row.endCell()
        return true
      default:
        row.bytes.append(byte)
        place = .plain
      }
      index += 1
    }
    return false
  }
}
