import Findings
import Inputs
import TestSupport
import Testing

@Suite("An archive that is not whole or not open")
struct ArchiveFaultTests {
  @Test(
    "because it is encrypted is a gap, and what is not encrypted is read",
    arguments: [
      ("zip -qP secret x.zip s; zip -q x.zip a", ["s", "a"]),
      ("7z a -psecret -mem=AES256 x.zip s; zip -q x.zip a", ["s", "a"]),
      ("7z a -psecret x.7z s", ["s"]), ("7z a -psecret -mhe=on x.7z s", []),
    ])
  func encrypted(_ command: String, _ names: [String]) throws {
    let packing = try Packing()
    try packing.write("s", "secret")
    try packing.write("a", "open")
    try packing.run(command + "; mv x.* packed")
    let unpacked = try Unpacked(packing.path("packed"))
    #expect(unpacked.names == names)
    #expect(unpacked.allGaps == [.encrypted])
    #expect(unpacked.members.map(\.text).allSatisfy { $0 != Array("secret".utf8) })
    if names.contains("a") {
      let text = unpacked.members.last?.text
      #expect(text == Array("open".utf8))
    }
  }

  @Test(
    "by a wrong checksum is read, and told", arguments: ["zip -q x a", "gzip <a >x", "xz <a >x"])
  func checksum(_ command: String) throws {
    let packing = try Packing()
    try packing.write("a", Packing.text)
    try packing.run(command + "; mv x* packed")
    var bytes = try packing.bytes("packed")
    // zip: CRC-32 in the local header and in the directory; gzip: at the end; xz: before the index.
    if command.hasPrefix("zip") {
      bytes[14] ^= 1
      for start in 0..<(bytes.count - 4) where bytes[start...].starts(with: [0x50, 0x4B, 1, 2]) {
        bytes[start + 16] ^= 1
      }
    } else {
      bytes[bytes.count - (command.hasPrefix("gzip") ? 8 : 29)] ^= 1
    }
    let unpacked = try Unpacked(packing.write("broken", bytes))
    let isSame = unpacked.members.first?.text == Packing.text
    #expect(isSame)
    #expect(unpacked.members.first?.gaps == [.malformed])
  }

  @Test(
    "because other bytes follow is read, and told; zeros that pad it are nothing",
    arguments: ["gzip", "xz", "zstd -q", "bzip2", "lz4 -q"])
  func trailing(_ tool: String) throws {
    let packing = try Packing()
    try packing.write("a", "few bytes")
    try packing.run(
      "\(tool) <a >x; (cat x; head -c 4096 /dev/zero) >zeros; (cat x; echo something else) >more")
    let padded = try Unpacked(packing.path("zeros"))
    #expect(padded.members == [.init(name: "zeros", text: Array("few bytes".utf8))])
    #expect(padded.gaps == [])
    let followed = try Unpacked(packing.path("more"))
    #expect(
      followed.members == [.init(name: "more", text: Array("few bytes".utf8), gaps: [.malformed])])
  }

  @Test("in one header of a tar is read before and behind it, and told")
  func damagedHeader() throws {
    let packing = try Packing()
    for name in ["a", "b", "c"] { try packing.write(name, Array("text of \(name)".utf8)) }
    try packing.run("tar cf x.tar a b c")
    var bytes = try packing.bytes("x.tar")
    bytes[1024] ^= 1
    let unpacked = try Unpacked(packing.write("x.tar", bytes))
    #expect(unpacked.names == ["a", "c"])
    #expect(unpacked.gaps == [.malformed])
  }

  @Test("because of a compression that is unknown here is a gap that says so")
  func unknownCompression() throws {
    let packing = try Packing()
    try packing.write("a", Packing.text)
    try packing.run("7z a -mm=Deflate64 x.zip a")
    let unpacked = try Unpacked(packing.path("x.zip"))
    #expect(unpacked.members == [.init(name: "a", gaps: [.unsupportedData])])
  }

  @Test("since it only begins like one is read as what it is")
  func unlike() throws {
    let packing = try Packing()
    let number = Array("13800138000\n".utf8)
    for start in [
      Array("070701 is the number of this text, ".utf8), [0x1F, 0x9D, 0xFF], [0x5D, 0, 0],
      [0x1F, 0x8B, 0x08, 0xFF], [0xC7, 0x71, 0, 0],
    ] {
      let file = try SourceFile.open(path: packing.write("x", start + number + [0, 1, 2]))
      #expect(file.recognition.archive == nil && file.recognition.isReadable)
      let sink = RecordingSink()
      _ = file.read(into: sink)
      let isThere = sink.text.indices.contains { sink.text[$0...].starts(with: number) }
      #expect(isThere)
    }
  }

  @Test("since its first member is called so is a tar all the same", arguments: ["BMW.csv", "MZ1"])
  func tarNamedLikeAnother(_ name: String) throws {
    let packing = try Packing()
    try packing.write(name, "text")
    try packing.run("tar cf x.tar \(name); tar --format=v7 -cf y.tar \(name)")
    #expect(try Unpacked(packing.path("x.tar")).names == [name])
    #expect(try Unpacked(packing.path("y.tar")).names == [name])
  }

  /// One of each container, of a text that does not compress to nothing.
  private static let commands = [
    "gzip -c a", "xz -c a", "zstd -qc a", "bzip2 -c a", "lz4 -qc a", "xz --format=lzma -c a",
    "compress -c a", "zip -q - a b", "zip -q0 - a b", "7z a -so -an -txz a",
    "7z a x.7z a b >/dev/null; cat x.7z", "tar c a b", "tar cz a b", "tar cJ a b",
    "tar c --zstd a b",
    "printf 'a\\nb\\n' | cpio -o -H newc", "bsdtar --format=iso9660 -c a b",
  ]

  @Test("since it is cut short gives what stands before the cut, and a gap", arguments: commands)
  func truncated(_ command: String) throws {
    let packing = try Packing()
    try packing.write("a", Packing.text)
    try packing.write("b", "short")
    try packing.run("(\(command)) >whole")
    let whole = try packing.bytes("whole")
    for part in 1..<16 {
      let cut = Array(whole[..<(whole.count * part / 16)])
      let unpacked = try Unpacked(packing.write("cut", cut))
      // Behind a member that is whole, only the end of the archive may be missing. A .Z file has no end.
      let isEndless = command.hasPrefix("compress")
      let isWhole = unpacked.members.first?.text == Packing.text
      #expect(
        !unpacked.allGaps.isEmpty || isWhole || !unpacked.isArchive || isEndless, "\(part)/16")
      let isPrefix = unpacked.members.first.map { Packing.text.starts(with: $0.text) } ?? true
      #expect(isPrefix, "\(part)/16")
      if command.hasPrefix("gzip") {
        // Nearly everything before the cut comes out.
        let count = unpacked.members.first?.text.count ?? 0
        #expect(count > Packing.text.count * (part - 2) / 20, "\(part)/16: \(count)")
      }
    }
  }

  @Test("since bytes of it were changed ends, with no more than its text", arguments: commands)
  func flipped(_ command: String) throws {
    let packing = try Packing()
    try packing.write("a", Packing.text)
    try packing.write("b", "short")
    try packing.run("(\(command)) >whole")
    let whole = try packing.bytes("whole")
    let seed = TestSeed.value
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        // Half of them near the start or the end, where the headers are.
        let near = Int.random(in: 0..<min(64, bytes.count), using: &generator)
        let place =
          [
            Int.random(in: 0..<bytes.count, using: &generator), near, bytes.count - 1 - near,
            Int.random(in: 0..<bytes.count, using: &generator),
          ].randomElement(using: &generator) ?? 0
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      let unpacked = try Unpacked(packing.write("flipped", bytes))
      let count = unpacked.members.reduce(0) { $0 + $1.text.count }
      #expect(count < 64 << 20, "seed \(seed)")
    }
  }

  @Test("since random bytes stand behind its signature ends in a gap or as text")
  func noise() throws {
    let packing = try Packing()
    let seed = TestSeed.value
    var generator = SeededGenerator(seed: seed)
    let signatures: [[UInt8]] = [
      [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x1F, 0x8B, 8], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0],
      [0x28, 0xB5, 0x2F, 0xFD], Array("BZh91AY&SY".utf8), [4, 0x22, 0x4D, 0x18],
      [0x1F, 0x9D, 0x90],
      [0x5D, 0, 0, 0x80, 0] + [UInt8](repeating: 0xFF, count: 8),
      [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x52, 0x61, 0x72, 0x21, 0x1A, 7, 0],
      [0x52, 0x61, 0x72, 0x21, 0x1A, 7, 1, 0], Array("MSCF\0\0\0\0".utf8),
      [0xED, 0xAB, 0xEE, 0xDB], Array("!<arch>\ndebian-binary   ".utf8),
      Array("070701".utf8) + [UInt8](repeating: 0x30, count: 104), [0xC7, 0x71],
      [UInt8](repeating: 0, count: 32_769) + Array("CD001".utf8),
    ]
    for signature in signatures {
      for count in [0, 1, 40, 5000, 200_000] {
        let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let path = try packing.write("noise", signature + noise)
        let unpacked = try Unpacked(path)
        let isEmptyOrTold =
          unpacked.members.allSatisfy { $0.text.isEmpty } || !unpacked.allGaps.isEmpty
        #expect(isEmptyOrTold, "seed \(seed): \(signature.prefix(8)) \(count)")
      }
    }
  }
}
