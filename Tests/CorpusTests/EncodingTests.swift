import Testing

@testable import corpus_generator

@Suite struct EncodingTests {
  /// Bytes from the encodings' own code tables.
  @Test(
    "Characters become the bytes of the code tables",
    arguments: [
      ("gb18030", "身份证A", [0xc9, 0xed, 0xb7, 0xdd, 0xd6, 0xa4, 0x41]),
      ("gbk", "身份证A", [0xc9, 0xed, 0xb7, 0xdd, 0xd6, 0xa4, 0x41]),
      ("big5", "電1", [0xb9, 0x71, 0x31]),
      ("utf-16le", "证1", [0xc1, 0x8b, 0x31, 0x00]),
      ("utf-16be", "证1", [0x8b, 0xc1, 0x00, 0x31]),
      ("utf-8-bom", "证", [0xe8, 0xaf, 0x81]),
    ] as [(String, String, [UInt8])])
  func bytes(name: String, text: String, bytes: [UInt8]) throws {
    let encoding = try #require(TextEncoding.all.first { $0.name == name })
    #expect(encoding.encode(text) == bytes)
  }

  @Test("MySQL writes control characters, quotes and backslashes as escapes")
  func mysqlEscapes() {
    #expect(MySQLDump.escaped("it's \"a\"\\\n\r\0\u{1a}") == "it\\'s \\\"a\\\"\\\\\\n\\r\\0\\Z")
  }

  @Test("COPY writes tabs, breaks and backslashes as escapes and leaves quotes alone")
  func copyEscapes() {
    #expect(PostgresDump.copyEscaped("a\tb\nc\\d'\"") == "a\\tb\\nc\\\\d'\"")
  }

  @Test("JSON strings escape what RFC 8259 asks for")
  func json() {
    #expect(Line.quoted("a\"\\\n\t\u{1}电") == "\"a\\\"\\\\\\n\\t\\u0001电\"")
  }
}
