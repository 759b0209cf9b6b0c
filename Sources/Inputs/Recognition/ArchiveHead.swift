/// What the head of an archive must hold beside its first bytes, where those are few enough to stand in other
/// files as well.
enum ArchiveHead {
  /// Whether a file with the signature of `kind` may be one.
  static func confirms(_ kind: String, _ head: [UInt8]) -> Bool {
    switch kind {
    case "gzip": hasSoundFlags(head)
    case "bzip2": head.starts(with: Array("BZh".utf8)) && (0x31...0x39).contains(head[3])
    case "lzma": hasSoundProperties(head)
    case "compress": hasSoundWidth(head)
    case "cpio": hasSoundNumbers(head)
    default: true
    }
  }

  /// Whether the first block is the header of a tar member: by its checksum, since the tar of Unix V7 has no
  /// signature (POSIX.1-2017, pax, "ustar Interchange Format").
  static func isTar(_ head: [UInt8]) -> Bool {
    guard head.count >= 512, head[0] != 0 else { return false }
    let field = head[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    guard !field.isEmpty else { return false }
    let stated = field.reduce(0) { $0 << 3 | Int($1 - 0x30) }
    // The field itself counts as eight blanks. Old programs added signed bytes.
    var (sum, signed) = (8 * 0x20, 8 * 0x20)
    for index in 0..<512 where !(148..<156).contains(index) {
      sum += Int(head[index])
      signed += Int(Int8(bitPattern: head[index]))
    }
    return stated == sum || stated == signed
  }

  /// RFC 1952, section 2.3.1: three flags are reserved and zero.
  private static func hasSoundFlags(_ head: [UInt8]) -> Bool {
    head.count > 3 && head[3] & 0xE0 == 0
  }

  /// A dictionary of 2^n or 2^n + 2^(n-1) bytes and a size below 256 GiB or unknown: what xz asks of a .lzma
  /// file before it takes it for one (xz 5.4, alone_decoder.c).
  private static func hasSoundProperties(_ head: [UInt8]) -> Bool {
    guard head.count >= 13 else { return false }
    let dictionary = (0..<4).reduce(UInt64(0)) { $0 | UInt64(head[1 + $1]) << (8 * $1) }
    let size = (0..<8).reduce(UInt64(0)) { $0 | UInt64(head[5 + $1]) << (8 * $1) }
    let rest = dictionary & (dictionary &- 1)
    let isUsual =
      dictionary == 0xFFFF_FFFF || dictionary >= 4096 && (rest == 0 || rest == dictionary / 3 * 2)
    return isUsual && (size == .max || size < 1 << 38)
  }

  /// Codes of 9 to 16 bits, and no unknown flag (ncompress, compress.c).
  private static func hasSoundWidth(_ head: [UInt8]) -> Bool {
    head.count >= 3 && head[2] & 0x60 == 0 && (9...16).contains(head[2] & 0x1F)
  }

  /// Headers in text are numbers throughout; the binary one states the length of a name that ends in a zero
  /// (FreeBSD, cpio(5)).
  private static func hasSoundNumbers(_ head: [UInt8]) -> Bool {
    if head[0] != 0x30 {
      guard head.count >= 26 else { return false }
      let isLittle = head[0] == 0xC7
      let length =
        isLittle ? Int(head[20]) | Int(head[21]) << 8 : Int(head[20]) << 8 | Int(head[21])
      return (2...1024).contains(length) && head.count >= 26 + length && head[25 + length] == 0
        && !head[26..<(25 + length)].contains(0)
    }
    let isOctal = head[5] == 0x37
    let digits = head.dropFirst(6).prefix(isOctal ? 70 : 104)
    return digits.count == (isOctal ? 70 : 104)
      && digits.allSatisfy {
        switch $0 {
        case 0x30...0x37: true
        case 0x38...0x39, 0x41...0x46, 0x61...0x66: !isOctal
        default: false
        }
      }
  }
}
