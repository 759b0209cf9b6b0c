import Findings

/// The numbers and strings of an archive of `pg_dump` (pg_backup_archiver.c, `ReadInt`, `ReadStr`).
final class PostgresArchiveCursor {
  /// A string that is longer is read and not kept. A statement of COPY with 1,600 columns has 100 KB.
  static let longestStringInBytes = 1 << 20

  let cursor: ByteCursor
  var integerSize = 4
  var offsetSize = 8

  init(_ cursor: ByteCursor) {
    self.cursor = cursor
  }

  /// A sign and as many bytes as the header says, the lowest first.
  ///
  /// - Throws: `truncated`; `malformed` for a number beyond 32 bits.
  func integer() throws(Gap) -> Int {
    let isNegative = try cursor.byte() != 0
    var value = 0
    for place in 0..<integerSize {
      let byte = Int(try cursor.byte())
      guard place < 4 || byte == 0 else { throw Gap(.malformed, at: cursor.offset) }
      if place < 4 { value |= byte << (8 * place) }
    }
    return isNegative ? -value : value
  }

  /// The length of the string that follows; nil if there is none.
  func stringLength() throws(Gap) -> Int? {
    let length = try integer()
    return length < 0 ? nil : length
  }

  /// The next string; nil if it is absent or longer than is kept.
  func string() throws(Gap) -> [UInt8]? {
    guard let length = try stringLength() else { return nil }
    guard length <= Self.longestStringInBytes else {
      try cursor.skip(length)
      return nil
    }
    return try cursor.bytes(length)
  }

  /// Passes over a string. False if there was none.
  @discardableResult
  func skipString() throws(Gap) -> Bool {
    guard let length = try stringLength() else { return false }
    try cursor.skip(length)
    return true
  }
}
