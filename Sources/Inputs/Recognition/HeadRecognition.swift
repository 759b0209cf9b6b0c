import Findings
import Sieve

/// What the first bytes of a source tell: its encoding, or why it is no text.
///
/// What a data protection officer needs decides the doubtful cases. A file that surely holds no
/// text is left out without effect; one that surely holds data that cannot be read yet makes the
/// run incomplete; and what cannot be told is read as bytes all the same, since every ASCII number
/// in it is then found, but makes the run incomplete too.
struct HeadRecognition {
  /// A share of bytes that are no text above which a head is not taken for text: the rule of
  /// thumb of Perl's `-T`.
  private static let noTextPercent = 30

  let encoding: TextEncoding
  /// `encoding` is UTF-8 for want of bytes that say otherwise.
  let isGuess: Bool
  /// `png`, `zip` and the like, or empty for what is not known by a signature.
  let kind: String
  /// Why the source is not read, or not surely read.
  let gap: Gap?
  /// The source is to be read (in spite of `gap`).
  let isReadable: Bool
  /// What the source is unpacked by, if it is an archive or a compressed file.
  let archive: ArchiveKind?

  private init(
    encoding: TextEncoding, isGuess: Bool = false, kind: String = "", gap: Gap? = nil,
    isReadable: Bool = true, archive: ArchiveKind? = nil
  ) {
    self.archive = archive
    self.encoding = encoding
    self.isGuess = isGuess
    self.kind = kind
    self.gap = gap
    self.isReadable = isReadable
  }

  /// - Parameters:
  ///   - head: the first bytes of the source, at most `HeadSample.limitInBytes`.
  ///   - sizeInBytes: of the source, where it is known.
  init(_ head: [UInt8], isWhole: Bool, sizeInBytes: UInt64?) {
    if let marked = Self.marked(head) {
      self = marked
    } else if ArchiveHead.isTar(head) {
      // Before the signatures: the name of the first member may be `BMW.csv`.
      self.init(encoding: .utf8, kind: "tar", isReadable: false, archive: .tar)
    } else if let signature = Signature.all.first(where: { $0.matches(head) }) {
      self = Self.known(signature, head)
    } else if let kind = ServerFile.kind(head, sizeInBytes: sizeInBytes) {
      self.init(
        encoding: .utf8, isGuess: true, kind: kind,
        gap: Gap(.unsupportedData, bytes: sizeInBytes))
    } else if Self.isBSON(head, sizeInBytes: sizeInBytes) {
      self.init(
        encoding: .utf8, kind: "bson", gap: Gap(.unsupportedData, bytes: sizeInBytes),
        isReadable: false)
    } else {
      self = Self.unmarked(head, isWhole: isWhole)
    }
  }

  private static func marked(_ head: [UInt8]) -> HeadRecognition? {
    guard let first = head.first, first >= 0x80 || first == 0 else { return nil }
    // UTF-32 is met so seldom that it is not decoded; its mark begins with that of UTF-16.
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      return HeadRecognition(encoding: .utf8, kind: "utf-32", gap: Gap(.unknownEncoding))
    }
    for encoding in [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .gb18030]
    where head.starts(with: encoding.byteOrderMark) {
      return HeadRecognition(encoding: encoding)
    }
    return nil
  }

  private static func known(_ signature: Signature, _ head: [UInt8]) -> HeadRecognition {
    if let archive = ArchiveKind(rawValue: signature.kind) {
      return HeadRecognition(
        encoding: .utf8, kind: signature.kind, isReadable: false, archive: archive)
    }
    let reason = isEncrypted(signature.kind, head) ? .encrypted : signature.reason
    return HeadRecognition(
      encoding: .utf8, kind: signature.kind, gap: Gap(reason), isReadable: false)
  }

  /// Whether a document states in its head that it is encrypted.
  private static func isEncrypted(_ kind: String, _ head: [UInt8]) -> Bool {
    guard kind == "ole" else { return false }
    // An encrypted workbook is an OLE file with a stream of this name, in UTF-16 (MS-OFFCRYPTO).
    let name: [UInt8] = Array("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0".utf8)
    return head.indices.contains { head[$0] == name[0] && head[$0...].starts(with: name) }
  }

  /// A document of MongoDB's dumps: its length, the type of the first element and its name, and a
  /// zero at its end (bsonspec.org 1.1).
  static func isBSON(_ head: [UInt8], sizeInBytes: UInt64?) -> Bool {
    guard head.count >= 16 else { return false }
    let length = (0..<4).reduce(0) { $0 | Int(head[$1]) << (8 * $1) }
    guard length >= 12, length <= 16 << 20, UInt64(length) <= sizeInBytes ?? .max,
      (0x01...0x13).contains(head[4]), length > head.count || head[length - 1] == 0
    else { return false }
    let name = head[5...].prefix(64).prefix { $0 != 0 }
    return !name.isEmpty && name.count < 64 && name.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  private static func unmarked(_ head: [UInt8], isWhole: Bool) -> HeadRecognition {
    if ByteCounts.zeros(in: head.span) > 0, let encoding = UTF16Census(head).encoding {
      return HeadRecognition(encoding: encoding)
    }
    if let stated = EncodingRecognition.stated(in: head) {
      return HeadRecognition(encoding: stated)
    }
    let census = UTF8Census(head.span, isWhole: isWhole)
    let encoding = EncodingRecognition.decide(head.span, isWhole: isWhole, by: census)
    let noText = noTextShare(of: head, invalidCount: encoding == .utf8 ? census.invalidCount : 0)
    guard noText.bytes * 100 <= noText.total * noTextPercent else {
      return HeadRecognition(encoding: .utf8, gap: Gap(.unknownEncoding))
    }
    // Later parts of a file in UTF-8 without a mark decide for themselves: logs of several
    // programs are found in one file.
    return HeadRecognition(encoding: encoding, isGuess: encoding == .utf8)
  }

  /// Control characters and bytes that are no UTF-8. A run of zeros counts once, since logs that
  /// are preallocated end in megabytes of them.
  private static func noTextShare(
    of head: [UInt8], invalidCount: Int
  ) -> (bytes: Int, total: Int) {
    var bytes = invalidCount
    if ByteCounts.zeros(in: head.span) == 0 {
      return (bytes + ByteCounts.controls(in: head.span), head.count)
    }
    var total = 0
    var previous: UInt8 = 1
    for byte in head {
      if byte == 0, previous == 0 { continue }
      previous = byte
      total += 1
      // Tab to carriage return, backspace and escape stand in logs and terminal recordings.
      if byte < 0x08 || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte) || byte == 0x7F
      {
        bytes += 1
      }
    }
    return (bytes, total)
  }
}
