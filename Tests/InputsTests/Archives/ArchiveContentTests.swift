import Findings
import Foundation
import Glibc
import Inputs
import Testing

@Suite("What real programs have packed")
struct ArchiveContentTests {
  @Test(
    "comes out byte for byte",
    arguments: [
      "gzip -c a.log >a.log.gz", "pigz -c a.log >a.log.gz", "xz -c a.log >a.log.xz",
      "xz -T2 --block-size=30000 -c a.log >a.log.xz", "xz --check=none -c a.log >a.log.xz",
      "xz --format=lzma -c a.log >a.log.lzma", "bzip2 -c a.log >a.log.bz2",
      "zstd -qc a.log >a.log.zst", "zstd -qc --long a.log >a.log.zst",
      "zstd -qc --no-check <a.log >a.log.zst", "lz4 -qc a.log >a.log.lz4",
      "lz4 -qcBD -9 a.log >a.log.lz4", "lz4 -qc --content-size a.log >a.log.lz4",
      "compress -c a.log >a.log.Z", "zip -q x.zip a.log", "zip -q0 x.zip a.log",
      "zip -q - a.log | cat >x.zip", "zip -qfz x.zip a.log", "7z a x.7z a.log",
      "7z a -m0=PPMd x.7z a.log", "7z a -m0=BZip2 x.7z a.log", "7z a -m0=Deflate x.7z a.log",
      "7z a -mhc=off -m0=Copy x.7z a.log", "7z a -mm=LZMA x.zip a.log",
      "7z a -mm=BZip2 x.zip a.log", "tar cf x.tar a.log", "tar --format=v7 -cf x.tar a.log",
      "tar --format=ustar -cf x.tar a.log", "tar --format=pax -cf x.tar a.log",
      "tar czf x.tgz a.log", "tar cJf x.tar.xz a.log", "tar cjf x.tar.bz2 a.log",
      "tar --zstd -cf x.tar.zst a.log", "tar c a.log | lz4 -q >x.tar.lz4",
      "tar c a.log | compress >x.tar.Z", "bsdtar -cf x.tar a.log",
      "bsdtar --format=iso9660 -cf x.iso a.log", "echo a.log | cpio -o >x.cpio",
      "echo a.log | cpio -o -H newc >x.cpio", "echo a.log | cpio -o -H crc >x.cpio",
      "echo a.log | cpio -o -H odc >x.cpio", "echo a.log | cpio -o -H newc | gzip >x.cpio.gz",
    ])
  func content(_ command: String) throws {
    let packing = try Packing()
    try packing.write("a.log", Packing.text)
    try packing.run(command + "; rm a.log; mv * packed")
    // The name of what a compressed file holds is that of the file.
    let name = command.contains(">a.log.") ? "packed" : "a.log"
    let unpacked = try Unpacked(packing.path("packed"))
    #expect(unpacked.gaps == [])
    #expect(unpacked.names == [name])
    let isSame = unpacked.members.first?.text == Packing.text
    #expect(isSame)
    #expect(unpacked.members.first?.gaps == [])
  }

  @Test("is found in archives within archives, and a compressed tar is one archive")
  func nested() throws {
    let packing = try Packing()
    try packing.write("a.log", Packing.text)
    try packing.run(
      """
      gzip -k a.log; tar cJf b.tar.xz a.log.gz; zip -q c.zip b.tar.xz; 7z a d.7z c.zip
      tar c d.7z a.log | zstd -q >e.tar.zst
      """)
    let unpacked = try Unpacked(packing.path("e.tar.zst"))
    #expect(unpacked.names == ["d.7z!c.zip!b.tar.xz!a.log.gz!a.log", "a.log"])
    #expect(unpacked.members.allSatisfy { $0.text == Packing.text })
    #expect(unpacked.allGaps == [])
  }

  @Test(
    "one behind the other is read to the end",
    arguments: ["gzip", "xz", "zstd -q", "bzip2", "lz4 -q"]
  )
  func concatenated(_ tool: String) throws {
    let packing = try Packing()
    try packing.write("a.log", Packing.text)
    try packing.write("empty", "")
    try packing.run("for f in a.log empty a.log; do \(tool) <$f >>x.packed; done")
    let unpacked = try Unpacked(packing.path("x.packed"))
    let isSame = unpacked.members.first?.text == Packing.text + Packing.text
    #expect(isSame)
    #expect(unpacked.allGaps == [])
  }

  @Test("as several tar archives in one file is read to the end")
  func concatenatedTar() throws {
    let packing = try Packing()
    try packing.write("a", "first")
    try packing.write("b", "second")
    try packing.run("tar cf a.tar a; tar cf b.tar b; cat a.tar b.tar a.tar >c.tar")
    let unpacked = try Unpacked(packing.path("c.tar"))
    #expect(unpacked.names == ["a", "b", "a"])
    #expect(unpacked.allGaps == [])
  }

  @Test("with nothing in it, or with empty files, is whole")
  func empty() throws {
    let packing = try Packing()
    try packing.write("empty", "")
    try packing.run(
      """
      gzip -c empty >a.gz; xz -c empty >a.xz; zstd -qc empty >a.zst; bzip2 -c empty >a.bz2
      lz4 -qc empty >a.lz4; zip -q a.zip empty; 7z a a.7z empty; tar cf a.tar empty
      mkdir d; tar cf d.tar d; zip -q d.zip d; zip -qr n.zip empty; zip -qd n.zip empty
      """)
    for name in ["a.gz", "a.xz", "a.zst", "a.bz2", "a.lz4", "a.zip", "a.7z", "a.tar"] {
      let unpacked = try Unpacked(packing.path(name))
      #expect(unpacked.isArchive && unpacked.allGaps == [], "\(name)")
      #expect(unpacked.members.map(\.text) == [[]], "\(name)")
    }
    for name in ["d.tar", "d.zip", "n.zip"] {
      let unpacked = try Unpacked(packing.path(name))
      #expect(unpacked.isArchive && unpacked.members.isEmpty && unpacked.gaps == [], "\(name)")
    }
  }

  @Test("is read once where links lead to it, and where it is stored with the last of its names")
  func links() throws {
    let packing = try Packing()
    try packing.write("a", Packing.text)
    try packing.run(
      """
      ln a b; ln a c; ln -s a d
      tar cf l.tar a b c d; printf 'a\\nb\\nc\\nd\\n' | cpio -o -H newc >l.cpio; zip -qy l.zip a d
      """)
    for name in ["l.tar", "l.cpio", "l.zip"] {
      let unpacked = try Unpacked(packing.path(name))
      let read = unpacked.members.count { $0.text == Packing.text }
      #expect(read == 1, "\(name)")
      #expect(unpacked.allGaps == [.symlink], "\(name)")
    }
  }

  @Test("as a sparse file has its holes, so that places are those of the file")
  func sparse() throws {
    let packing = try Packing()
    try packing.run(
      """
      printf 'start\\n' >a; truncate -s 2M a; printf 'end\\n' >>a
      tar -S --format=gnu -cf g.tar a; tar -S --format=pax -cf p.tar a
      """)
    let content =
      Array("start\n".utf8) + [UInt8](repeating: 0, count: (2 << 20) - 6)
      + Array("end\n".utf8)
    for name in ["g.tar", "p.tar"] {
      let unpacked = try Unpacked(packing.path(name))
      let isSame = unpacked.members.first?.text == content
      #expect(isSame, "\(name)")
    }
  }

  @Test("behind a program or a script that unpacks it is found")
  func selfExtracting() throws {
    let packing = try Packing()
    try packing.write("a.log", Packing.text)
    try packing.run(
      """
      zip -q a.zip a.log; (printf 'MZ\\220\\0\\3'; head -c 70000 /dev/urandom; cat a.zip) >z.exe
      7z a a.7z a.log; (printf 'MZ\\220\\0\\3'; head -c 300001 /dev/zero; cat a.7z) >s.exe
      (printf '#!/bin/sh\\nexec unzip "$0"\\n'; cat a.zip) >z.sh
      """)
    for name in ["z.exe", "s.exe", "z.sh"] {
      let unpacked = try Unpacked(packing.path(name))
      #expect(unpacked.names == ["a.log"], "\(name)")
      let isSame = unpacked.members.first?.text == Packing.text
      #expect(isSame, "\(name)")
    }
  }

  @Test("as an office document is known for one")
  func documents() throws {
    let packing = try Packing()
    try packing.write("[Content_Types].xml", "<Types/>")
    try packing.write("word/document.xml", "<w:t>平安</w:t>")
    try packing.write("mimetype", "application/vnd.oasis.opendocument.text")
    try packing.run(
      """
      zip -qr w.docx '[Content_Types].xml' word; zip -q0 o.odt mimetype; zip -qr o.odt word
      zip -qr n.zip word
      """)
    for (name, isDocument) in [("w.docx", true), ("o.odt", true), ("n.zip", false)] {
      let unpacked = try Unpacked(packing.path(name))
      #expect(unpacked.isDocument == isDocument, "\(name)")
      #expect(unpacked.names.contains("word/document.xml"))
    }
  }

  @Test("may come through a pipe", arguments: ["tar.gz", "zip", "7z", "iso"])
  func pipe(_ kind: String) throws {
    let packing = try Packing()
    try packing.write("a.log", Packing.text)
    try packing.run(
      kind == "7z"
        ? "7z a x.7z a.log"
        : kind == "tar.gz"
          ? "tar czf x.tar.gz a.log"
          : "bsdtar --format=\(kind == "iso" ? "iso9660" : kind) -cf x.\(kind) a.log")
    let bytes = try packing.bytes("x.\(kind)")
    let pipe = Pipe()
    let thread = Thread {
      pipe.fileHandleForWriting.write(Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    thread.start()
    // A pipe is read like standard input.
    let descriptor = dup(pipe.fileHandleForReading.fileDescriptor)
    let unpacked = Unpacked(try SourceFile.stream(OpenFile(descriptor: descriptor)))
    #expect(unpacked.names == ["a.log"])
    let isSame = unpacked.members.first?.text == Packing.text
    #expect(isSame)
  }
}
