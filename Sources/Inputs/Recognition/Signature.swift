import Findings

/// The first bytes by which a kind of file that is no text is known.
struct Signature {
  /// What the file is: a word for reports.
  let kind: String
  let byteOffset: Int
  let bytes: [UInt8]
  /// Why it is not read: `noText`, `unsupportedData` or `encrypted`.
  let reason: GapReason
  /// The bytes are enough. Otherwise a control character must follow among the first bytes, since
  /// a text may well begin with `BM` or `MZ`.
  let isSufficient: Bool

  private init(
    _ kind: String, _ reason: GapReason, _ bytes: [UInt8], at byteOffset: Int = 0,
    isSufficient: Bool = false
  ) {
    self.kind = kind
    self.byteOffset = byteOffset
    self.bytes = bytes
    self.reason = reason
    self.isSufficient = isSufficient
  }

  private init(
    _ kind: String, _ reason: GapReason, _ text: String, at byteOffset: Int = 0,
    isSufficient: Bool = false
  ) {
    self.init(kind, reason, Array(text.utf8), at: byteOffset, isSufficient: isSufficient)
  }

  func matches(_ head: [UInt8]) -> Bool {
    guard head.count >= byteOffset + bytes.count, head[byteOffset] == bytes[0],
      head[byteOffset...].starts(with: bytes)
    else { return false }
    guard ArchiveHead.confirms(kind, head) else { return false }
    return isSufficient || head.prefix(1024).contains { $0 < 0x09 || (0x0E...0x1A).contains($0) }
  }

  /// From the formats' own specifications, checked against the `magic` files of `file` 5.44. Where
  /// two begin alike the longer stands first.
  static let all: [Signature] = images + sound + programs + archives + data + secrets

  private static let images: [Signature] = [
    Signature("png", .noText, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    Signature("jpeg", .noText, [0xFF, 0xD8, 0xFF]),
    Signature("gif", .noText, "GIF87a"),
    Signature("gif", .noText, "GIF89a"),
    Signature("bmp", .noText, "BM"),
    Signature("tiff", .noText, [0x49, 0x49, 0x2A, 0x00]),
    Signature("tiff", .noText, [0x4D, 0x4D, 0x00, 0x2A]),
    Signature("webp", .noText, "WEBP", at: 8),
    Signature("icon", .noText, [0x00, 0x00, 0x01, 0x00]),
    Signature("cursor", .noText, [0x00, 0x00, 0x02, 0x00]),
    Signature("photoshop", .noText, "8BPS"),
    Signature("jpeg2000", .noText, [0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20]),
    Signature("djvu", .noText, "AT&TFORM"),
  ]

  private static let sound: [Signature] = [
    Signature("mp3", .noText, "ID3"),
    Signature("mp3", .noText, [0xFF, 0xFB]),
    Signature("aac", .noText, [0xFF, 0xF1]),
    Signature("flac", .noText, "fLaC"),
    Signature("ogg", .noText, "OggS"),
    Signature("wave", .noText, "WAVE", at: 8),
    Signature("avi", .noText, "AVI ", at: 8),
    Signature("midi", .noText, "MThd"),
    Signature("amr", .noText, "#!AMR"),
    Signature("mp4", .noText, "ftyp", at: 4),
    Signature("matroska", .noText, [0x1A, 0x45, 0xDF, 0xA3]),
    Signature("flash-video", .noText, "FLV\u{1}"),
    Signature("mpeg", .noText, [0x00, 0x00, 0x01, 0xBA]),
    Signature("windows-media", .noText, [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]),
    Signature("aiff", .noText, "AIFF", at: 8),
  ]

  private static let programs: [Signature] = [
    Signature("elf", .noText, [0x7F, 0x45, 0x4C, 0x46]),
    Signature("windows-program", .noText, "MZ"),
    Signature("mach-o", .noText, [0xFE, 0xED, 0xFA, 0xCE]),
    Signature("mach-o", .noText, [0xFE, 0xED, 0xFA, 0xCF]),
    Signature("mach-o", .noText, [0xCE, 0xFA, 0xED, 0xFE]),
    Signature("mach-o", .noText, [0xCF, 0xFA, 0xED, 0xFE]),
    Signature("java-class", .noText, [0xCA, 0xFE, 0xBA, 0xBE]),
    Signature("wasm", .noText, [0x00, 0x61, 0x73, 0x6D]),
    Signature("dalvik", .noText, "dex\n"),
    Signature("debian-package", .unsupportedData, "!<arch>\ndebian-binary", isSufficient: true),
    Signature("object-archive", .noText, "!<arch>\n", isSufficient: true),
    Signature("opentype", .noText, "OTTO"),
    Signature("woff", .noText, "wOFF"),
    Signature("woff2", .noText, "wOF2"),
    Signature("truetype", .noText, "ttcf"),
  ]

  private static let archives: [Signature] = [
    Signature("zip", .unsupportedData, "PK\u{3}\u{4}"),
    Signature("zip", .unsupportedData, "PK\u{5}\u{6}"),
    Signature("zip", .unsupportedData, "PK\u{7}\u{8}"),
    Signature("gzip", .unsupportedData, [0x1F, 0x8B, 0x08]),
    Signature("xz", .unsupportedData, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    Signature("zstd", .unsupportedData, [0x28, 0xB5, 0x2F, 0xFD], isSufficient: true),
    Signature("bzip2", .unsupportedData, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4),
    // Of nothing: the mark of the end.
    Signature("bzip2", .unsupportedData, [0x17, 0x72, 0x45, 0x38, 0x50, 0x90], at: 4),
    Signature("lz4", .unsupportedData, [0x04, 0x22, 0x4D, 0x18]),
    Signature("lzma", .unsupportedData, [0x5D, 0x00, 0x00]),
    Signature("lzop", .unsupportedData, [0x89, 0x4C, 0x5A, 0x4F, 0x00]),
    Signature("compress", .unsupportedData, [0x1F, 0x9D]),
    Signature("7z", .unsupportedData, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    Signature("rar", .unsupportedData, [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]),
    Signature("cabinet", .unsupportedData, "MSCF\0\0\0\0"),
    Signature("rpm", .unsupportedData, [0xED, 0xAB, 0xEE, 0xDB]),
    Signature("cpio", .unsupportedData, "070701", isSufficient: true),
    Signature("cpio", .unsupportedData, "070702", isSufficient: true),
    Signature("cpio", .unsupportedData, "070707", isSufficient: true),
    Signature("cpio", .unsupportedData, [0xC7, 0x71]),
    Signature("cpio", .unsupportedData, [0x71, 0xC7]),
    Signature("iso9660", .unsupportedData, "CD001", at: 32_769),
    Signature("squashfs", .unsupportedData, "hsqs"),
    Signature("disk-image", .unsupportedData, [0x51, 0x46, 0x49, 0xFB]),
    Signature("disk-image", .unsupportedData, "KDMV"),
    Signature("disk-image", .unsupportedData, "vhdxfile"),
  ]

  private static let data: [Signature] = [
    Signature("pdf", .unsupportedData, "%PDF-", isSufficient: true),
    Signature("ole", .unsupportedData, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    Signature("sqlite", .unsupportedData, "SQLite format 3\0"),
    Signature("parquet", .unsupportedData, "PAR1"),
    Signature("orc", .unsupportedData, "ORC"),
    Signature("avro", .unsupportedData, "Obj\u{1}"),
    Signature("arrow", .unsupportedData, "ARROW1\0\0"),
    Signature("hdf5", .unsupportedData, [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]),
    Signature("sql-server-backup", .unsupportedData, "TAPE"),
    Signature("access", .unsupportedData, "Standard Jet DB", at: 4),
    Signature("access", .unsupportedData, "Standard ACE DB", at: 4),
    Signature("truetype", .noText, [0x00, 0x01, 0x00, 0x00]),
    Signature("redis", .unsupportedData, "REDIS0"),
    Signature("outlook", .unsupportedData, "!BDN"),
    Signature("event-log", .unsupportedData, "ElfFile\0"),
    Signature("help", .unsupportedData, "ITSF"),
    Signature("packet-capture", .unsupportedData, [0xD4, 0xC3, 0xB2, 0xA1]),
    Signature("packet-capture", .unsupportedData, [0xA1, 0xB2, 0xC3, 0xD4]),
    Signature("packet-capture", .unsupportedData, [0x0A, 0x0D, 0x0D, 0x0A]),
    Signature("git-pack", .unsupportedData, "PACK\0"),
  ]

  private static let secrets: [Signature] = [
    Signature("luks", .encrypted, [0x4C, 0x55, 0x4B, 0x53, 0xBA, 0xBE]),
    Signature("openssl", .encrypted, "Salted__", isSufficient: true),
    Signature("age", .encrypted, "age-encryption.org/v1", isSufficient: true),
    Signature("pgp", .encrypted, "-----BEGIN PGP MESSAGE-----", isSufficient: true),
    Signature("ansible-vault", .encrypted, "$ANSIBLE_VAULT;", isSufficient: true),
  ]
}
