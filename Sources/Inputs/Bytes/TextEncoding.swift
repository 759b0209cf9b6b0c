/// How the bytes of a source spell characters.
package enum TextEncoding: UInt8, Sendable, CaseIterable {
  /// Invalid bytes are passed on as they are.
  case utf8
  /// GB 18030, which contains GBK and GB 2312.
  case gb18030
  /// Big5 with the Hong Kong Supplementary Character Set where the system knows it.
  case big5
  case utf16LittleEndian
  case utf16BigEndian

  /// The word of `coverage.csv`.
  package var name: String {
    switch self {
    case .utf8: "utf-8"
    case .gb18030: "gb18030"
    case .big5: "big5"
    case .utf16LittleEndian: "utf-16le"
    case .utf16BigEndian: "utf-16be"
    }
  }

  /// The bytes that may stand before the text to name its encoding; they are no part of the text.
  package var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .big5: []
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }
}
