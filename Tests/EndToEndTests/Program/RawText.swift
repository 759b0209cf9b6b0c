import Foundation
import Glibc

/// Decodes bytes of a file with the C library's iconv, to hold offsets of the reports against.
enum RawText {
  private static let names = [
    "gb18030": "GB18030", "big5": "BIG5", "utf-16le": "UTF-16LE", "utf-16be": "UTF-16BE",
  ]

  /// - Parameter encoding: the word of coverage.csv.
  /// - Returns: nil for bytes that are none of the encoding. UTF-8 is repaired instead.
  static func decode(_ bytes: ArraySlice<UInt8>, _ encoding: String) -> String? {
    guard let name = names[encoding] else { return String(decoding: bytes, as: UTF8.self) }
    guard let converter = unsafe iconv_open("UTF-8", name),
      Int(bitPattern: converter) != -1
    else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    let used: Int? = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        var (fromCount, toCount) = (input.count, output.count)
        guard unsafe iconv(converter, &from, &fromCount, &to, &toCount) != -1 else { return nil }
        return output.count - toCount
      }
    }
    return used.map { String(decoding: output[..<$0].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
  }
}
