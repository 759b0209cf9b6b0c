/// A value on its way into a server.
enum Literal {
  case null
  case text(String)
  case bytes([UInt8])
  /// SQL as it is: a number, an expression.
  case raw(String)

  static func optional(_ text: String?) -> Literal { text.map { .text($0) } ?? .null }

  /// As MariaDB reads it, with `sql_mode` as it is by default.
  var mariadb: String {
    switch self {
    case .null: "NULL"
    case .text(let text):
      "'"
        + text.replacing("\\", with: "\\\\").replacing("'", with: "''").replacing("\0", with: "\\0")
        + "'"
    case .bytes(let bytes): "X'" + Self.hex(bytes) + "'"
    case .raw(let sql): sql
    }
  }

  /// As PostgreSQL reads it, with `standard_conforming_strings`.
  var postgres: String {
    switch self {
    case .null: "NULL"
    case .text(let text): "'" + text.replacing("'", with: "''") + "'"
    case .bytes(let bytes): "'\\x" + Self.hex(bytes) + "'"
    case .raw(let sql): sql
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
