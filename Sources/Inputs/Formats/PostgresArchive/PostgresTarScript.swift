import Findings

/// Turns an archive of `pg_dump -Ft` into the SQL script that `pg_restore -f -` would write of it: a
/// tar file of `toc.dat` and a member for each table's data (pg_backup_tar.c).
///
/// `pg_dump` writes `toc.dat` first; in a file where it stands elsewhere the data before it have no
/// columns, and are passed on as they are.
final class PostgresTarScript: ByteProducer {
  private static let blockInBytes = 512

  private enum Step {
    case member
    case contents(PostgresArchiveContents, MemberSource)
    case data(MemberSource)
    case object(MemberSource)
    case finished
  }

  private let cursor: ByteCursor
  private var step = Step.member
  private var contents: PostgresArchiveContents?

  init(_ source: any ByteSource) {
    cursor = ByteCursor(source)
  }

  var bytesConsumed: UInt64 { cursor.offset }
  var gaps: [Gap] { contents?.gaps ?? [] }

  /// Whether a tar file begins so with the contents of a dump.
  static func matches(_ head: [UInt8]) -> Bool {
    head.count >= 517 && head.starts(with: Array("toc.dat\0".utf8))
      && head[512...].starts(with: PostgresArchiveHeader.magic)
  }

  func produce(into output: inout [UInt8]) throws(Gap) -> Bool {
    switch step {
    case .member: return try readMember(into: &output)
    case .contents(let contents, let member):
      if try !contents.produce(into: &output) { try end(member) }
    case .data(let member):
      let bytes = try member.some()
      output += bytes
      if bytes.isEmpty {
        output += Array("\n".utf8)
        try end(member)
      }
    case .object(let member):
      let bytes = try member.some()
      PostgresLargeObject.append(bytes, to: &output)
      if bytes.isEmpty { try end(member) }
    case .finished: return false
    }
    return true
  }

  private func end(_ member: MemberSource) throws(Gap) {
    try member.skipRest()
    step = .member
  }

  /// Reads the header of the next member (POSIX.1-2001, ustar interchange format).
  private func readMember(into output: inout [UInt8]) throws(Gap) -> Bool {
    let header = try cursor.bytes(Self.blockInBytes)
    guard header[0] != 0 else {
      output += Array("\n--\n-- PostgreSQL database dump complete\n--\n\n".utf8)
      step = .finished
      return true
    }
    let name = Array(header.prefix(100).prefix { $0 != 0 })
    guard let size = Self.number(header[124..<136]) else {
      throw Gap(.malformed, at: cursor.offset)
    }
    let padding = (Self.blockInBytes - size % Self.blockInBytes) % Self.blockInBytes
    let member = MemberSource(cursor, size: size, padding: padding)
    if name.elementsEqual("toc.dat".utf8), contents == nil {
      let contents = PostgresArchiveContents(PostgresArchiveCursor(ByteCursor(member)))
      self.contents = contents
      step = .contents(contents, member)
    } else if contents != nil,
      name.elementsEqual("restore.sql".utf8) || name.suffix(4).elementsEqual(".toc".utf8)
    {
      // The definitions once more; the numbers of large objects.
      try member.skipRest()
    } else if name.starts(with: "blob_".utf8) {
      step = .object(member)
    } else {
      output += contents?.statementsByFile[name] ?? []
      step = .data(member)
    }
    return true
  }

  /// Octal digits, or a binary number whose first bit is set, as GNU tar has it.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    if field.first.map({ $0 & 0x80 != 0 }) ?? false {
      return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    return digits.isEmpty ? nil : digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }
}
