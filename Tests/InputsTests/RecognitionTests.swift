import Findings
import Inputs
import Testing

@Suite("Recognition")
struct RecognitionTests {
  private func recognise(_ bytes: [UInt8], name: String = "data") throws -> Recognition {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    return try SourceFile.open(path: try folder.write(name, bytes)).recognition
  }

  // 姓名：张伟，手机：13800138000\n and 姓名：陳誠，電話：0912345678\n, as Python 3.11 encodes them.
  private static let gb: [UInt8] = [
    0xD0, 0xD5, 0xC3, 0xFB, 0xA3, 0xBA, 0xD5, 0xC5, 0xCE, 0xB0, 0xA3, 0xAC, 0xCA, 0xD6, 0xBB, 0xFA,
    0xA3, 0xBA, 0x31, 0x33, 0x38, 0x30, 0x30, 0x31, 0x33, 0x38, 0x30, 0x30, 0x30, 0x0A,
  ]
  private static let big5: [UInt8] = [
    0xA9, 0x6D, 0xA6, 0x57, 0xA1, 0x47, 0xB3, 0xAF, 0xB8, 0xDB, 0xA1, 0x41, 0xB9, 0x71, 0xB8, 0xDC,
    0xA1, 0x47, 0x30, 0x39, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x0A,
  ]

  @Test(
    "tells the encoding of text",
    arguments: [
      (Array("plain ASCII\n".utf8), TextEncoding.utf8),
      ([], .utf8),
      (Array("姓名：张伟\n".utf8), .utf8),
      ([0xEF, 0xBB, 0xBF] + Array("a".utf8), .utf8),
      (gb, .gb18030),
      (big5, .big5),
      ([0xFF, 0xFE, 0x20, 0x5F], .utf16LittleEndian),
      ([0xFE, 0xFF, 0x5F, 0x20], .utf16BigEndian),
      // 张伟\n1 without a mark.
      ([0x20, 0x5F, 0x1F, 0x4F, 0x0A, 0x00, 0x31, 0x00], .utf16LittleEndian),
      ([0x5F, 0x20, 0x4F, 0x1F, 0x00, 0x0A, 0x00, 0x31], .utf16BigEndian),
    ] as [([UInt8], TextEncoding)])
  func encodings(bytes: [UInt8], encoding: TextEncoding) throws {
    let recognition = try recognise(bytes)
    #expect(recognition.encoding == encoding)
    #expect(recognition.gap == nil)
    #expect(recognition.isReadable)
    #expect(recognition.format == "text")
  }

  @Test("takes text in UTF-8 with a broken character for UTF-8")
  func brokenUTF8() throws {
    var bytes = Array(String(repeating: "用户 张伟 登录成功\n", count: 30).utf8)
    bytes += [0xE5, 0xBC, 0x0A]
    #expect(try recognise(bytes).encoding == .utf8)
  }

  @Test("does not take Latin-1 for Chinese")
  func latin1() throws {
    // "café à la crème, Jérôme, Zoë\n"
    let bytes: [UInt8] =
      Array("caf".utf8) + [0xE9, 0x20, 0xE0] + Array(" la cr".utf8) + [0xE8]
      + Array("me, J".utf8) + [0xE9] + Array("r".utf8) + [0xF4] + Array("me, Zo".utf8)
      + [0xEB, 0x0A]
    let recognition = try recognise(bytes)
    #expect(recognition.encoding == .utf8)
    #expect(recognition.gap == nil)
  }

  @Test(
    "knows what is no text or cannot be read yet by its first bytes",
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "png", GapReason.noText),
      ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "jpeg", .noText),
      ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "elf", .noText),
      ([0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0], "windows-program", .noText),
      ([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52], "java-class", .noText),
      (Array("%PDF-1.7\n".utf8), "pdf", .unsupportedData),
      (Array("PAR1".utf8) + [21, 4, 21], "parquet", .unsupportedData),
      (Array("Salted__12345678".utf8), "openssl", .encrypted),
    ] as [([UInt8], String, GapReason)])
  func signatures(bytes: [UInt8], kind: String, reason: GapReason) throws {
    let recognition = try recognise(bytes)
    #expect(recognition.format == kind)
    #expect(recognition.gap == Gap(reason, bytes: UInt64(bytes.count)))
    #expect(!recognition.isReadable)
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let source = try SourceFile.open(path: try folder.write("a", bytes))
    let sink = RecordingSink()
    let outcome = source.read(into: sink)
    #expect(outcome.bytesRead == 0)
    #expect(outcome.gaps == [Gap(reason, bytes: UInt64(bytes.count))])
    #expect(sink.pushCount == 0)
  }

  @Test(
    "knows archives and compressed files by their first bytes",
    arguments: [
      ([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0], .zip),
      ([0x1F, 0x8B, 8, 0], .gzip),
      ([0x28, 0xB5, 0x2F, 0xFD, 0x24, 0], .zstd),
      (Array("070701".utf8) + [UInt8](repeating: 0x30, count: 104), .cpio),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], .sevenZip),
    ] as [([UInt8], ArchiveKind)])
  func archives(bytes: [UInt8], kind: ArchiveKind) throws {
    let recognition = try recognise(bytes)
    #expect(recognition.archive == kind)
    #expect(recognition.format == kind.rawValue)
    #expect(recognition.gap == nil)
    #expect(!recognition.isReadable)
  }

  @Test(
    "reads text that begins like a known kind of file", arguments: ["BM 张伟", "MZ\n", "TAPE 3\n"])
  func lookalikes(text: String) throws {
    #expect(try recognise(Array(text.utf8)).format == "text")
  }

  @Test("reads text with zeros in it, and a preallocated log")
  func zeros() throws {
    #expect(try recognise(Array("key\0value\0other\0value\0".utf8)).gap == nil)
    let log = Array("2024-05-01 started\n".utf8) + [UInt8](repeating: 0, count: 30_000)
    #expect(try recognise(log).gap == nil)
  }

  @Test("reads as bytes what it does not know, and says so")
  func unknown() throws {
    var random = SeededGenerator(seed: 42)
    let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let source = try SourceFile.open(path: try folder.write("a.bin", [0x03, 0x81] + bytes))
    #expect(source.recognition.gap == Gap(.unknownEncoding))
    let sink = RecordingSink()
    #expect(source.read(into: sink).gaps == [Gap(.unknownEncoding)])
    let isSame = sink.text == [0x03, 0x81] + bytes
    #expect(isSame)
  }
}
