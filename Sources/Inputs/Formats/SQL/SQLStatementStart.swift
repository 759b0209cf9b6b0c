/// Tells whether a line begins a new statement.
///
/// A dump that was cut, glued or edited can hold a quote that never closes. The lines that begin
/// statements are where reading can take hold again. See `SQLValueReader` for the rule by which
/// such a line inside a value counts, and when it does not.
enum SQLStatementStart {
  /// How many bytes from the start of the line must be visible (or be all there are).
  static let lookaheadInBytes = 24

  /// Whether a statement that dumps consist of begins at `index`, the start of a line.
  static func isStatement(at index: Int, in bytes: borrowing Span<UInt8>) -> Bool {
    guard index < bytes.count else { return false }
    let patterns: [String]
    switch SQLBytes.lowercased(bytes[index]) {
    case UInt8(ascii: "a"): patterns = alter
    case UInt8(ascii: "c"): patterns = create
    case UInt8(ascii: "d"): patterns = drop
    case UInt8(ascii: "g"): return isBatchEnd(at: index, in: bytes)
    case UInt8(ascii: "i"): patterns = insert
    case UInt8(ascii: "l"): patterns = lock
    case UInt8(ascii: "r"): patterns = replace
    case UInt8(ascii: "s"): patterns = set
    case UInt8(ascii: "u"): patterns = unlock
    case UInt8(ascii: "/"): patterns = conditional
    default: return false
    }
    for pattern in patterns where SQLBytes.matches(pattern, at: index, in: bytes) { return true }
    return false
  }

  /// Whether a statement or a comment begins at `index`, the start of a line.
  static func isStatementOrComment(at index: Int, in bytes: borrowing Span<UInt8>) -> Bool {
    SQLBytes.matches("-- ", at: index, in: bytes) || SQLBytes.matches("--\n", at: index, in: bytes)
      || SQLBytes.matches("/*", at: index, in: bytes) || isStatement(at: index, in: bytes)
  }

  /// `GO` alone on a line ends a batch of SQL Server.
  static func isBatchEnd(at index: Int, in bytes: borrowing Span<UInt8>) -> Bool {
    guard SQLBytes.matches("go", at: index, in: bytes) else { return false }
    return index + 2 >= bytes.count || bytes[index + 2] == 0x0A || bytes[index + 2] == 0x0D
  }

  private static let alter = ["alter table "]
  private static let create = [
    "create table ", "create database ", "create schema ", "copy ", "comment on ",
  ]
  private static let drop = ["drop table ", "drop view ", "drop database ", "delimiter "]
  private static let insert = ["insert into ", "insert ignore ", "insert ["]
  private static let lock = ["lock tables "]
  private static let replace = ["replace into "]
  private static let set = ["set "]
  private static let unlock = ["unlock tables"]
  private static let conditional = ["/*!", "/*m!"]
}
