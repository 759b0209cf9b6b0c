import Findings
import Inputs
import Testing

@Suite("The limits of unpacking")
struct ArchiveLimitTests {
  @Test("of depth are a gap at the archive that is too deep, and the rest is read")
  func depth() throws {
    let packing = try Packing()
    try packing.write("a", "text")
    try packing.run(
      "zip -q 0.zip a; for i in 1 2 3 4; do zip -q $i.zip $((i-1)).zip a; done; zip -q x.zip 4.zip")
    var limits = ArchiveLimits()
    limits.depth = 3
    let unpacked = try Unpacked(packing.path("x.zip"), limits: limits)
    #expect(
      unpacked.members == [
        .init(name: "4.zip!3.zip!2.zip", gaps: [.limit]),
        .init(name: "4.zip!3.zip!a", text: Array("text".utf8)),
        .init(name: "4.zip!a", text: Array("text".utf8)),
      ])
    limits.depth = 6
    #expect(try Unpacked(packing.path("x.zip"), limits: limits).allGaps == [])
    limits.depth = 0
    #expect(try Unpacked(packing.path("x.zip"), limits: limits).gaps == [.limit])
  }

  @Test("of size count for all members, and those of archives within, together")
  func size() throws {
    let packing = try Packing()
    for name in ["a", "b", "c"] { try packing.write(name, Packing.text) }
    try packing.run("tar czf i.tgz a b; tar cf x.tar i.tgz c")
    var limits = ArchiveLimits()
    limits.unpackedBytes = UInt64(Packing.text.count * 2)
    let unpacked = try Unpacked(packing.path("x.tar"), limits: limits)
    #expect(unpacked.allGaps == [.limit])
    #expect(unpacked.members.first?.name == "i.tgz!a")
    let isWhole = unpacked.members.first?.text == Packing.text
    #expect(isWhole)
    let count = unpacked.members.reduce(0) { $0 + $1.text.count }
    #expect(count <= Packing.text.count * 2)
  }

  @Test(
    "of expansion stop a bomb of zeros",
    arguments: [
      "gzip -1", "xz -0", "zstd -q", "bzip2 -1", "lz4 -q9", "7z a -si -so -an -txz -mx=1",
    ])
  func expansion(_ tool: String) throws {
    let packing = try Packing()
    try packing.run("head -c 20M /dev/zero | \(tool) >bomb")
    var limits = ArchiveLimits()
    limits.unsuspectedBytes = 1 << 20
    limits.expansion = 100
    let unpacked = try Unpacked(packing.path("bomb"), limits: limits)
    #expect(unpacked.allGaps.contains(.limit))
    let count = unpacked.members.reduce(0) { $0 + $1.text.count }
    #expect(count < 13 << 20)
  }

  @Test(
    "of memory are a gap before a window is allocated that a stream asks for",
    arguments: [
      ("xz --lzma2=preset=0,dict=1536MiB", GapReason.limit),
      ("xz --format=lzma --lzma1=preset=0,dict=1GiB", .limit),
      ("zstd -q --ultra --long=31", .limit), ("xz --lzma2=preset=0,dict=128MiB", nil),
      ("zstd -q --long=27", nil),
    ])
  func window(_ tool: String, _ gap: GapReason?) throws {
    let packing = try Packing()
    try packing.write("a", Packing.text)
    // Through a pipe, so that the size of the content is not known to the program.
    try packing.run("cat a | \(tool) >x")
    let unpacked = try Unpacked(packing.path("x"))
    #expect(unpacked.allGaps == Set([gap].compactMap { $0 }))
  }

  @Test("of what is held in memory count for databases too, in all archives within a file together")
  func held() throws {
    let packing = try Packing()
    // 40 MB each, as a 7z archive within a tar and a database in it.
    let writer = try SQLiteWriter(path: String(decoding: packing.path("b.db"), as: UTF8.self))
    try writer.run(
      """
      CREATE TABLE t (v TEXT);
      INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
        SELECT hex(randomblob(500000)) FROM n;
      """)
    try packing.run("7z a -bd -mx=0 i.7z b.db; tar cf one.tar b.db; tar cf x.tar i.7z")
    #expect(try Unpacked(packing.path("one.tar")).allGaps == [])
    let unpacked = try Unpacked(packing.path("x.tar"))
    #expect(unpacked.allGaps == [.limit])
  }
}
