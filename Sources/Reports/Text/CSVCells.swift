/// Writes the cells of one CSV row after another (RFC 4180: CRLF, quotes doubled).
///
/// Text cells are made harmless for a spreadsheet: one that begins with `=`, `+`, `-`, `@`, a tab
/// or a line break would be read as a formula, and one of digits that has a leading zero or more
/// than eleven digits would be read as a number and lose them (Excel keeps 15 and shows 12 as
/// 1.2E+11). Both get a leading `'`. Numbers that the program counted are written as they are, so
/// that a sheet can add them up.
struct CSVCells {
  /// UTF-8's byte order mark: without it Excel reads the file in the system's code page.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private var isFirst = true

  /// A cell of text. Ill-formed UTF-8 becomes U+FFFD; control characters other than tab and line
  /// breaks become their pictures (U+2400...), since many readers of CSV stop at a NUL.
  mutating func text(_ bytes: some Collection<UInt8>, to out: inout [UInt8]) {
    separate(&out)
    let cell = Self.readable(Array(bytes))
    let isGuarded = Self.needsGuard(cell)
    guard cell.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }) else {
      if isGuarded { out.append(0x27) }
      out.append(contentsOf: cell)
      return
    }
    out.append(0x22)
    if isGuarded { out.append(0x27) }
    for byte in cell {
      if byte == 0x22 { out.append(0x22) }
      out.append(byte)
    }
    out.append(0x22)
  }

  mutating func text(_ text: String, to out: inout [UInt8]) { self.text(text.utf8, to: &out) }

  /// A cell that is a number or nothing but ASCII without commas and quotes, not guarded.
  mutating func plain(_ text: String, to out: inout [UInt8]) {
    separate(&out)
    out += Array(text.utf8)
  }

  mutating func number(_ number: UInt64, to out: inout [UInt8]) {
    separate(&out)
    DecimalText.append(number, to: &out)
  }

  /// `part / whole` with three decimals.
  mutating func ratio(_ part: UInt64, to whole: UInt64, into out: inout [UInt8]) {
    separate(&out)
    DecimalText.appendRatio(part, to: whole, into: &out)
  }

  mutating func blank(_ count: Int = 1, to out: inout [UInt8]) {
    for _ in 0..<count { separate(&out) }
  }

  mutating func endRow(_ out: inout [UInt8]) {
    out.append(0x0D)
    out.append(0x0A)
    isFirst = true
  }

  private mutating func separate(_ out: inout [UInt8]) {
    if !isFirst { out.append(0x2C) }
    isFirst = false
  }

  /// A cell without the `'` that protects it. Another `'` is somebody's own.
  static func unguarded(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    guard cell.first == 0x27 else { return Array(cell) }
    let rest = Array(cell.dropFirst())
    return needsGuard(rest) ? rest : Array(cell)
  }

  private static func needsGuard(_ cell: [UInt8]) -> Bool {
    guard let first = cell.first else { return false }
    switch first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A: return true
    default:
      return cell.allSatisfy { (0x30...0x39).contains($0) }
        && (cell.count > 11 || (first == 0x30 && cell.count > 1))
    }
  }

  /// What a cell of these bytes holds.
  static func readable(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) { return bytes }
    var cell: [UInt8] = []
    cell.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      let sequence = UTF8Sequence(in: bytes, at: i)
      switch sequence.scalar {
      case nil: cell.append(contentsOf: UTF8Sequence.replacement)
      case 0x09, 0x0A, 0x0D: cell.append(bytes[i])
      case .some(let control) where control < 0x20:
        cell.append(contentsOf: [0xE2, 0x90, 0x80 + UInt8(truncatingIfNeeded: control)])
      case 0x7F: cell.append(contentsOf: [0xE2, 0x90, 0xA1])
      default: cell.append(contentsOf: bytes[i..<i + sequence.count])
      }
      i += sequence.count
    }
    return cell
  }
}
