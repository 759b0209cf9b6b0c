import Findings

/// Tells a value that its source has masked, hashed or encrypted by its look.
enum ConcealedValue {
  /// Longer than any hash or cipher text of a datum that rules know.
  private static let longestInBytes = 512

  /// How `value` is hidden, and what that is worth for a type; nil for a value in the clear, or one nobody
  /// can tell from one.
  ///
  /// - Parameter type: of the column or label; it decides what a mask may leave.
  static func concealment(of value: Span<UInt8>, type: String) -> Concealment? {
    guard value.count >= 3, value.count <= longestInBytes else { return nil }
    if let masked = MaskedValue(value) { return masked.judgement(type: type) }
    return digest(value) ?? (isCipherText(value) ? .encrypted : nil)
  }

  /// A hexadecimal digest by its length (MD5 of RFC 1321; SHA-1, SHA-256, SHA-512 of FIPS 180-4; SM3 of GB/T
  /// 32905 is as long as SHA-256), or a string of the modular crypt format.
  static func digest(_ value: Span<UInt8>) -> Concealment? {
    if value[0] == 0x24 { return crypt(value) }
    let known: Concealment
    switch value.count {
    case 32: known = .md5
    case 40: known = .sha1
    case 64: known = .sha256
    case 128: known = .sha512
    default: return nil
    }
    var letters = 0
    for i in value.indices {
      let byte = value[i]
      if (byte | 0x20) &- 0x61 < 6 {
        letters += 1
      } else if byte &- 0x30 > 9 {
        return nil
      }
    }
    // A digest without any of a-f is one in three million: such a run of digits is a number.
    return letters > 0 ? known : nil
  }

  /// `$2a$10$…` of bcrypt (60 characters), `$argon2id$…`, `$scrypt$…` and `$7$…`.
  private static func crypt(_ value: Span<UInt8>) -> Concealment? {
    func begins(_ prefix: StaticString) -> Bool {
      let bytes = Array(prefix.description.utf8)
      return value.count > bytes.count && bytes.indices.allSatisfy { value[$0] == bytes[$0] }
    }
    if begins("$2"), value.count == 60, value[3] == 0x24 { return .bcrypt }
    if begins("$argon2") { return .argon2 }
    return begins("$scrypt$") || begins("$7$") ? .scrypt : nil
  }

  /// Base64 (RFC 4648, 4) of a whole number of 8-byte blocks, 16 bytes and more, with letters of both cases
  /// and something else: `TransformStreamDefaultController` is a name. One cipher text of 24 characters in a
  /// hundred has letters only.
  private static func isCipherText(_ value: Span<UInt8>) -> Bool {
    guard value.count >= 24, value.count % 4 == 0 else { return false }
    var (upper, lower, others, pads) = (0, 0, 0, 0)
    for i in value.indices {
      let byte = value[i]
      switch byte {
      case 0x41...0x5A: upper += 1
      case 0x61...0x7A: lower += 1
      case 0x30...0x39, 0x2B, 0x2F: others += 1
      case 0x3D where i >= value.count - 2:
        pads += 1
        continue
      default: return false
      }
      if pads > 0 { return false }
    }
    let bytes = value.count / 4 * 3 - pads
    return upper > 0 && lower > 0 && others > 0 && bytes % 8 == 0 && bytes >= 16
  }
}
