/// Large objects of PostgreSQL, which belong to no table.
enum PostgresLargeObject {
  /// Appends the statement that restores a piece of one: its bytes in hexadecimal digits.
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let digits = Array("0123456789abcdef".utf8)
    output += Array("SELECT pg_catalog.lowrite(0, '\\x".utf8)
    for byte in bytes {
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    }
    output += Array("');\n\n".utf8)
  }
}
