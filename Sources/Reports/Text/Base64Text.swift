/// Base 64 with padding (RFC 4648, section 4), for paths that are not UTF-8.
enum Base64Text {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func append(_ bytes: [UInt8], to out: inout [UInt8]) {
    var i = 0
    while i < bytes.count {
      let group = bytes[i..<min(i + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for digit in 0..<4 {
        let index = Int(bits >> UInt32(18 - 6 * digit) & 0x3F)
        out.append(digit <= group.count ? alphabet[index] : 0x3D)
      }
      i += 3
    }
  }
}
