import Findings
import Testing

@testable import Inputs

@Suite("The name of a member")
struct MemberNameTests {
  private let name = "客户名单/2026年.txt"

  @Test(
    "in Chinese comes out of every container",
    arguments: [
      "zip -qr x d", "7z a x.7z d", "tar --format=gnu -cf x.tar d", "tar --format=pax -cf x.tar d",
      "tar --format=ustar -cf x.tar d", "bsdtar --format=pax -cf x.tar d",
      "bsdtar --format=zip -cf x.zip d", "7z a -mcu=on x.zip d",
      "find d -type f | cpio -o -H newc >x.cpio", "bsdtar --format=iso9660 -cf x.iso d",
    ])
  func chinese(_ command: String) throws {
    let packing = try Packing()
    try packing.write("d/" + name, "x")
    try packing.run("export LC_ALL=C.UTF-8; \(command); rm -r d; mv x* packed")
    let unpacked = try Unpacked(packing.path("packed"))
    #expect(unpacked.names == ["d/" + name])
  }

  @Test(
    "is read from GBK where nothing says that it is UTF-8, as archivers of Chinese Windows write")
  func gbk() throws {
    let packing = try Packing()
    // 客户.txt, as in GB 2312-80: 客 is 3145, 户 is 2707 (rows and cells), each plus 0xA0.
    let raw: [UInt8] = [0xBF, 0xCD, 0xBB, 0xA7] + Array(".txt".utf8)
    for line in ["zip -q x.zip AAAA.txt", "tar cf x.tar AAAA.txt"] {
      try packing.write("AAAA.txt", "x")
      try packing.run(line + "; rm AAAA.txt; mv x.* packed")
      var bytes = try packing.bytes("packed")
      let placeholder = Array("AAAA.txt".utf8)
      for start in 0..<(bytes.count - raw.count)
      where bytes[start...].prefix(raw.count).elementsEqual(placeholder) {
        bytes.replaceSubrange(start..<(start + raw.count), with: raw)
      }
      if line.contains("tar") { correctChecksum(&bytes) }
      let unpacked = try Unpacked(packing.write("gbk", bytes))
      #expect(unpacked.names == ["客户.txt"])
    }
  }

  /// POSIX.1-2017, pax, "ustar Interchange Format": the sum of the header with blanks for itself.
  private func correctChecksum(_ header: inout [UInt8]) {
    header.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
    let sum = String(header[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
    let digits = String(repeating: "0", count: 6 - sum.count) + sum
    header.replaceSubrange(148..<156, with: Array(digits.utf8) + [0, 0x20])
  }

  @Test("may be longer than the header of a tar has room for", arguments: ["gnu", "pax"])
  func long(_ format: String) throws {
    let packing = try Packing()
    let path = (0..<6).map { "\($0)" + String(repeating: "很长的名字", count: 10) }.joined(
      separator: "/")
    try packing.write(path, "x")
    try packing.run("tar --format=\(format) -cf x.tar 0*")
    #expect(try Unpacked(packing.path("x.tar")).names == [path])
  }

  @Test("that leads out of the archive is told, and the member is read")
  func outside() throws {
    let packing = try Packing()
    try packing.write("a", "text")
    try packing.run(
      """
      tar -cf u.tar --transform 's,^,../../,' a; tar -P -cf r.tar --transform 's,^,/etc/,' a
      tar -cf w.tar --transform 's,^,C:\\\\x\\\\,' a; tar -cf n.tar --transform 's,^,..x/,' a
      """)
    for (file, name, gaps) in [
      ("u.tar", "../../a", [.malformed]), ("r.tar", "/etc/a", [.malformed]),
      ("w.tar", "C:\\x\\a", [.malformed]), ("n.tar", "..x/a", []),
    ] as [(String, String, [GapReason])] {
      let unpacked = try Unpacked(packing.path(file))
      #expect(unpacked.members == [.init(name: name, text: Array("text".utf8), gaps: gaps)])
    }
  }

  @Test(
    "of what a compressed file holds is the file's own without its ending",
    arguments: [
      ("/d/a.sql.gz", "a.sql"), ("a.GZ", "a"), (".gz", ".gz"), ("a.txt", "a.txt"), ("/d.gz/a", "a"),
    ])
  func uncompressed(_ path: String, _ expected: String) {
    let name = MemberName.uncompressed(Array(path.utf8), kind: .gzip)
    #expect(String(decoding: name, as: UTF8.self) == expected)
  }
}
