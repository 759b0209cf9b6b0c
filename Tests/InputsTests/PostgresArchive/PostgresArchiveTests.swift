import Findings
import TestSupport
import Testing

@testable import Inputs

/// Archives of `pg_dump` that are as they should be, and that are not.
@Suite("An archive of pg_dump") struct PostgresArchiveTests {
  /// Reads the archive as a file would be read; gives the sink and all gaps.
  private func read(_ bytes: [UInt8]) -> (sink: DumpSink, gaps: [Gap]) {
    let sink = DumpSink()
    let recognition = Recognition(
      head: Array(bytes.prefix(HeadSample.limitInBytes)), isWhole: true,
      fileName: Array("a.dump".utf8),
      sizeInBytes: UInt64(bytes.count))
    let outcome = recognition.read(MemorySource(bytes), into: sink, capacityInBytes: 1 << 18)
    // Where a flipped byte makes it another encoding, places are those of the source.
    #expect(sink.faults.filter { $0 != "text is not where it says" } == [])
    return (sink, outcome.gaps + sink.gaps)
  }

  @Test("gives the rows of every version", arguments: [10, 11, 12, 13, 14, 15, 16] as [UInt8])
  func versions(version: UInt8) {
    let (sink, gaps) = read(ArchiveSample(version: version).bytes)
    #expect(gaps == [])
    #expect(sink.records.count == 80)
    #expect(sink.lines.first == "public.t0: id=1 | n=张三 | m=13700137000")
    #expect(sink.lines.last == "public.t1: id=1 | n=张三 | m=13700137000")
  }

  @Test("of a compression that is not known keeps its definitions and is a gap")
  func compression() {
    for algorithm in [4, 9] as [UInt8] {
      let (sink, gaps) = read(ArchiveSample(version: 16, compression: algorithm).bytes)
      #expect(gaps.map(\.reason) == [.unsupportedData])
      #expect(sink.records.isEmpty)
      #expect(sink.textString.contains("CREATE TABLE public.t1"))
    }
  }

  @Test("gives the rows in lz4 and Zstandard, and those behind a block that is neither")
  func laterCompressions() {
    // "7\tx\ty\n\\.\n\n\n", by `lz4 -c` and `zstd -c`.
    let lz4: [UInt8] = [
      4, 34, 77, 24, 100, 64, 167, 11, 0, 0, 128, 55, 9, 120, 9, 121, 10, 92, 46, 10, 10, 10, 0,
      0, 0, 0, 123, 79, 21, 184,
    ]
    let zstd: [UInt8] = [
      40, 181, 47, 253, 4, 88, 89, 0, 0, 55, 9, 120, 9, 121, 10, 92, 46, 10, 10, 10, 76, 130,
      205, 155,
    ]
    for (algorithm, block) in [(2, lz4), (3, zstd)] as [(UInt8, [UInt8])] {
      let sound = read(
        ArchiveSample(version: 16, compression: algorithm, blocks: [block, block]).bytes)
      #expect(sound.gaps == [])
      #expect(sound.sink.lines == ["public.t0: id=7 | n=x | m=y", "public.t1: id=7 | n=x | m=y"])
      let broken = read(
        ArchiveSample(
          version: 16, compression: algorithm,
          blocks: [Array("neither, by any means".utf8), Array(block.dropLast(4)), block]
        ).bytes)
      #expect(broken.gaps.map(\.reason).contains(.malformed))
      #expect(broken.sink.lines.last == "public.t2: id=7 | n=x | m=y")
    }
  }

  @Test("of a version that is not known is a gap")
  func unknownVersion() {
    #expect(read(ArchiveSample(version: 99).bytes).gaps.map(\.reason) == [.unsupportedData])
  }

  @Test("with a block that is no zlib keeps the tables behind it")
  func brokenBlock() {
    // An empty stream, by Python's zlib.compress(b""): the second table has no rows.
    let empty: [UInt8] = [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]
    // zlib.compress(b"7\tx\ty\n\\.\n\n\n")
    let good: [UInt8] = [
      120, 156, 51, 231, 172, 224, 172, 228, 138, 209, 227, 226, 226, 2, 0, 13, 141, 1, 237,
    ]
    let sample = ArchiveSample(compression: 1, blocks: [Array("no zlib at all".utf8), good, empty])
    let (sink, gaps) = read(sample.bytes)
    #expect(gaps.map(\.reason).contains(.malformed))
    #expect(sink.lines.contains("public.t1: id=7 | n=x | m=y"))
  }

  @Test("that is cut anywhere is a gap, and gives the rows before the cut")
  func cut() {
    let sample = ArchiveSample()
    let whole = read(sample.bytes).sink.lines
    for end in stride(from: 6, to: sample.bytes.count, by: 7) {
      let (sink, gaps) = read(Array(sample.bytes[..<end]))
      #expect(!gaps.isEmpty, "cut at \(end)")
      let rows = sink.lines
      // The last row may be a part of one.
      #expect(whole.starts(with: rows.dropLast()), "cut at \(end)")
      let expected = max(0, (end - sample.dataStart) / 30 - 2)
      #expect(rows.count >= expected, "cut at \(end)")
    }
  }

  @Test("with bytes that lie ends, and never gives more than it has")
  func flipped() {
    var random = SeededGenerator(seed: TestSeed.value)
    let sample = ArchiveSample()
    for _ in 0..<600 {
      var bytes = sample.bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 5..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      let (sink, gaps) = read(bytes)
      #expect(sink.records.count <= 200)
      #expect(sink.records.count == 80 || !gaps.isEmpty || sink.records.count > 0)
    }
  }
}
