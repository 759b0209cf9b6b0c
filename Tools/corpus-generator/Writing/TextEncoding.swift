import Glibc

/// An encoding other than plain UTF-8, by the C library's iconv: nothing of the scanner's own.
struct TextEncoding {
  /// As reports name it.
  let name: String
  private let iconvName: String
  let byteOrderMark: [UInt8]

  static let all = [
    TextEncoding(name: "utf-8-bom", iconvName: "UTF-8", byteOrderMark: [0xef, 0xbb, 0xbf]),
    TextEncoding(name: "gb18030", iconvName: "GB18030", byteOrderMark: []),
    TextEncoding(name: "gbk", iconvName: "GBK", byteOrderMark: []),
    TextEncoding(name: "big5", iconvName: "BIG5", byteOrderMark: []),
    TextEncoding(name: "utf-16le", iconvName: "UTF-16LE", byteOrderMark: [0xff, 0xfe]),
    TextEncoding(name: "utf-16be", iconvName: "UTF-16BE", byteOrderMark: [0xfe, 0xff]),
  ]

  /// The bytes of `text`. All these encodings are without state, so pieces may be joined.
  func encode(_ text: String) -> [UInt8] {
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    let converter = unsafe iconv_open(iconvName, "UTF-8")
    // NB: iconv_open answers (iconv_t)-1, not NULL, for an encoding that it does not know.
    precondition(
      unsafe converter != UnsafeMutableRawPointer(bitPattern: -1), "iconv has no \(iconvName)")
    defer { unsafe iconv_close(converter) }
    let written = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var left = source.count
        var room = target.count
        let status = unsafe iconv(converter, &from, &left, &to, &room)
        precondition(status != -1 && left == 0, "text has characters that \(name) has not")
        return target.count - room
      }
    }
    return output.prefix(written).map { UInt8(bitPattern: $0) }
  }
}
