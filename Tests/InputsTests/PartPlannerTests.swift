import Findings
import Foundation
import Inputs
import TestSupport
import Testing

@Suite("The parts of a large file")
struct PartPlannerTests {
  private func parts(of source: SourceFile) -> [Part] {
    guard var planner = source.parts() else { return [] }
    var all: [Part] = []
    while let part = planner.next() { all.append(part) }
    return all
  }

  @Test("make up the whole file, end after line feeds, and read like the whole")
  func concatenate() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let seed = TestSeed.value
    var random = SeededGenerator(seed: seed)
    for round in 0..<6 {
      var bytes: [UInt8] = []
      let goal = Int.random(in: 2_000_000...6_000_000, using: &random)
      while bytes.count < goal {
        let length =
          Int.random(in: 0..<20, using: &random) == 0 && round > 2
          ? Int.random(in: 0..<1_500_000, using: &random)
          : Int.random(in: 0..<20_000, using: &random)
        bytes += [UInt8](repeating: UInt8.random(in: 0x20...0x7E, using: &random), count: length)
        bytes += round % 2 == 0 ? [0x0A] : [0x0D, 0x0A]
      }
      let path = try folder.write("\(round).log", bytes)
      let source = try SourceFile.open(path: path)
      let parts = parts(of: source)
      #expect(parts.isEmpty == (bytes.count <= 2 << 20), "seed \(seed)")
      var offset: UInt64 = 0
      var text: [UInt8] = []
      var lines: UInt64 = 0
      for (ordinal, part) in parts.enumerated() {
        #expect(part.ordinal == ordinal)
        #expect(part.byteOffset == offset, "seed \(seed)")
        offset += part.lengthInBytes
        #expect(part.isLast == (offset == UInt64(bytes.count)))
        #expect(part.isLast || bytes[Int(offset) - 1] == 0x0A, "seed \(seed)")
        let sink = RecordingSink()
        let outcome = source.read(part: part, into: sink)
        #expect(sink.textStarts.first?.byteOffset == part.byteOffset)
        text += sink.text
        lines += outcome.lines
        #expect(outcome.gaps.isEmpty)
        #expect(outcome.bytesRead == part.lengthInBytes)
      }
      guard !parts.isEmpty else { continue }
      let whole = RecordingSink()
      #expect(source.read(into: whole).lines == lines)
      let isSame = text == bytes && whole.text == bytes
      #expect(isSame, "seed \(seed)")
    }
  }

  @Test(
    "of UTF-16 end after whole units", arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
  func utf16(encoding: TextEncoding) throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    // U+0A0A and U+0D0A hold line feed bytes that are no line feeds.
    let line = "\u{0A0A}\u{0D0A}张伟 13800138000 \u{0A0D}\n"
    let units = Array(String(repeating: line, count: 80_000).utf16)
    var bytes = encoding.byteOrderMark
    for unit in units {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += encoding == .utf16BigEndian ? [high, low] : [low, high]
    }
    let source = try SourceFile.open(path: try folder.write("a.txt", bytes))
    #expect(source.recognition.encoding == encoding)
    let parts = parts(of: source)
    #expect(parts.count > 1)
    var text: [UInt8] = []
    for part in parts {
      let sink = RecordingSink()
      #expect(source.read(part: part, into: sink).invalidSequenceCount == 0)
      text += sink.text
    }
    let isSame = text == Array(String(repeating: line, count: 80_000).utf8)
    #expect(isSame)
  }

  @Test("are none for a small file and for one that is no text")
  func none() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let small = try folder.write("a.log", String(repeating: "a line\n", count: 1000))
    #expect(try SourceFile.open(path: small).parts() == nil)
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    let image = try folder.write("a.png", png + [UInt8](repeating: 0x0A, count: 3 << 20))
    #expect(try SourceFile.open(path: image).parts() == nil)
  }
}
