/// Finds the borders between the records of CSV, by the rules of `CSVParser` for records that are well
/// formed. At a quote where none belongs it stops, and the parser reads on.
struct CSVRecordScan: BorderScan {
  private enum Place {
    case fieldStart
    case unquoted
    case quoted
    case afterQuote
  }

  private let delimiter: UInt8
  private let recordEnd: UInt8
  private let hasBackslashEscapes: Bool
  private var place = Place.fieldStart

  init(_ dialect: CSVDialect) {
    delimiter = dialect.delimiter
    recordEnd = dialect.recordEnd.rawValue
    hasBackslashEscapes = dialect.hasBackslashEscapes
  }

  mutating func advance(
    _ bytes: borrowing Span<UInt8>, from index: inout Int, border: inout Int, isAtEnd: Bool
  ) -> Bool {
    let end = bytes.count
    var next = index
    defer { index = next }
    while next < end {
      let byte = bytes[next]
      switch place {
      case .fieldStart:
        if byte == CSVDialect.quote {
          place = .quoted
          next += 1
        } else if byte == UInt8(ascii: " "), delimiter != UInt8(ascii: " ") {
          next += 1
        } else {
          place = .unquoted
        }
      case .unquoted:
        while next < end, bytes[next] != delimiter, bytes[next] != recordEnd { next += 1 }
        guard next < end else { return true }
        endField(at: &next, bytes[next], &border)
      case .quoted:
        while next < end, bytes[next] != CSVDialect.quote, bytes[next] != CSVDialect.backslash {
          next += 1
        }
        guard next < end else { return true }
        if bytes[next] == CSVDialect.quote {
          place = .afterQuote
          next += 1
        } else if hasBackslashEscapes {
          guard next + 1 < end else { return true }
          let isEscape =
            bytes[next + 1] == CSVDialect.quote || bytes[next + 1] == CSVDialect.backslash
          next += isEscape ? 2 : 1
        } else {
          next += 1
        }
      case .afterQuote:
        if byte == CSVDialect.quote {
          place = .quoted
          next += 1
        } else if byte == delimiter || byte == recordEnd {
          endField(at: &next, byte, &border)
        } else if byte == 0x0D, recordEnd == 0x0A {
          guard next + 1 < end else { return true }
          guard bytes[next + 1] == 0x0A else { return false }
          next += 1
        } else {
          return false
        }
      }
    }
    return true
  }

  /// Passes over the delimiter or the line break at `next`.
  @inline(__always)
  private mutating func endField(at next: inout Int, _ byte: UInt8, _ border: inout Int) {
    next += 1
    place = .fieldStart
    if byte == recordEnd { border = next }
  }
}
