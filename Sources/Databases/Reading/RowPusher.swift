import Findings

/// Pushes the rows of an answer into a sink: long values in pieces, as a reader of files would.
final class RowPusher: Locator {
  /// The longest piece of a value that is pushed, and the context that pieces share.
  static let pieceInBytes = 256 << 10
  static let contextInBytes = 512

  private let sink: any RecordSink
  private let columns: [ColumnPlan]
  private(set) var rows: UInt64 = 0
  private(set) var bytes: UInt64 = 0
  /// Bytes of values that the server was told not to send.
  private(set) var bytesCut: UInt64 = 0
  private var decoded: [UInt8] = []
  /// How `bytea` arrives: `\x` and two digits a byte.
  private let bytesAreHex: Bool

  /// - Parameter columns: those of the table, in the order of the answer. The value after them is the
  ///   number of bytes that were cut off.
  init(_ sink: any RecordSink, columns: [ColumnPlan], bytesAreHex: Bool) {
    self.sink = sink
    self.columns = columns
    self.bytesAreHex = bytesAreHex
  }

  /// A value of a server has no place in a file.
  func locate(_ offset: Int) -> Location { Location(byteOffset: 0, line: 0, column: 0) }

  func push(_ row: AnswerRow) {
    sink.locator = self
    rows += 1
    sink.beginRecord()
    for index in columns.indices { push(row, index) }
    sink.endRecord()
    bytesCut += UInt64(clamping: row.integer(columns.count) ?? 0)
  }

  private func push(_ row: AnswerRow, _ index: Int) {
    guard !row.isAbsent(index) else {
      sink.absent(column: index)
      return
    }
    row.withBytes(index) { value in
      bytes += UInt64(value.count)
      if bytesAreHex, case .bytes = columns[index].content {
        decode(value)
        let bytes = decoded
        push(bytes.span, column: index)
      } else {
        push(value, column: index)
      }
    }
  }

  /// Undoes `\x3132`; what is not of this form stays as it is.
  private func decode(_ value: Span<UInt8>) {
    decoded.removeAll(keepingCapacity: true)
    guard value.count >= 2, value[0] == UInt8(ascii: "\\"), value[1] == UInt8(ascii: "x") else {
      for index in value.indices { decoded.append(value[index]) }
      return
    }
    var index = 2
    while index + 1 < value.count {
      decoded.append(Self.nibble(value[index]) << 4 | Self.nibble(value[index + 1]))
      index += 2
    }
  }

  private static func nibble(_ digit: UInt8) -> UInt8 {
    digit <= UInt8(ascii: "9") ? digit & 0x0F : (digit & 0x0F) + 9
  }

  /// An empty value tells no more than none, as in a dump.
  private func push(_ value: Span<UInt8>, column: Int) {
    guard !value.isEmpty else {
      sink.absent(column: column)
      return
    }
    guard value.count > Self.pieceInBytes else {
      sink.field(value, core: 0..<value.count, column: column, isWhole: true)
      return
    }
    var start = 0
    while start < value.count {
      let first = Self.border(max(0, start - Self.contextInBytes), in: value)
      let last = Self.border(
        min(value.count, first + Self.pieceInBytes), in: value)
      let end = last == value.count ? last : Self.border(last - Self.contextInBytes, in: value)
      sink.field(
        value.extracting(first..<last), core: start - first..<end - first, column: column,
        isWhole: false)
      start = end
    }
  }

  /// The beginning of the character at `index`.
  private static func border(_ index: Int, in value: Span<UInt8>) -> Int {
    guard index < value.count else { return index }
    var border = index
    while border > max(0, index - 3), value[border] & 0xC0 == 0x80 { border -= 1 }
    return border
  }
}
