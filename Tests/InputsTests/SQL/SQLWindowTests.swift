import Findings
import Inputs
import Testing

@Suite("SQL dumps in small windows and cut short")
struct SQLWindowTests {
  @Test(
    "The size of the window and of the reads changes neither values nor places",
    arguments: [64, 65, 71, 100, 128, 256, 1000, 4096])
  func cutAnywhere(capacity: Int) {
    for (name, text) in SQLSamples.all {
      let bytes = Array(text.utf8)
      let whole = DumpSink.read(bytes)
      for readSize in [1, 7, 64] {
        let sink = DumpSink.read(
          bytes, dialect: SQLDumpReader.recognise(head: bytes.span), capacity: capacity,
          readSize: readSize)
        let isSame = sink.records == whole.records
        #expect(isSame, "\(name), reads of \(readSize)")
        if !isSame {
          for (a, b) in zip(sink.records, whole.records) where a != b {
            Issue.record("\(a) is not \(b)")
            break
          }
        }
        #expect(sink.gaps == whole.gaps, "\(name), reads of \(readSize)")
        #expect(sink.shapes.keys == whole.shapes.keys)
        #expect(sink.longestPushInBytes <= capacity)
        // The head of an INSERT that does not fit into the window is pushed as text.
        if capacity >= 1000 { #expect(sink.text == whole.text, "\(name), reads of \(readSize)") }
      }
    }
  }

  @Test(
    "Rows that are cut off in blocks of any size are the same rows",
    arguments: [1, 30, 100, 400, 3000])
  func blocks(size: Int) {
    var blockCount = 0
    for (name, text) in SQLSamples.all {
      let bytes = Array(text.utf8)
      let whole = DumpSink.read(bytes)
      for capacity in [128, 1000, 1 << 18] {
        for head in stride(from: 0, to: UInt64(bytes.count), by: 97) {
          let sink = DumpSink.read(
            bytes, dialect: SQLDumpReader.recognise(head: bytes.span), capacity: capacity,
            blocks: BlockLimits(headInBytes: head, blockInBytes: size, smallestInBytes: size))
          blockCount += sink.blockCount
          let isSame = sink.records == whole.records
          #expect(isSame, "\(name), from \(head) on")
          #expect(sink.gaps == whole.gaps, "\(name), from \(head) on")
          if capacity >= 1000 { #expect(sink.text == whole.text, "\(name), from \(head) on") }
        }
      }
    }
    #expect(blockCount > 0)
  }

  @Test("A dump that is cut at any byte gives the rows before the cut, and a gap")
  func truncation() {
    for (name, text) in SQLSamples.all {
      let bytes = Array(text.utf8)
      let dialect = SQLDumpReader.recognise(head: bytes.span)
      let whole = DumpSink.read(bytes, dialect: dialect)
      let starts = whole.records.map { $0.values.lazy.compactMap(\.place?.byteOffset).first ?? 0 }
      let isFramed = name.hasPrefix("PostgreSQL") || name == "MariaDB"
      let frame = isFramed ? bytes.count - 140 : 0
      for length in 0..<bytes.count {
        let sink = DumpSink.read(Array(bytes[..<length]), dialect: dialect)
        let complete = starts.dropFirst().count { $0 < length }
        #expect(
          sink.records.prefix(complete) == whole.records.prefix(complete), "\(name) \(length)")
        // A value that holds `\nINSERT INTO …` and then is cut looks like a quote left open.
        let gaps = sink.gaps.filter { $0.reason != .malformed || name != "PostgreSQL, INSERT" }
        #expect(gaps.allSatisfy { $0.reason == .truncated }, "\(name) at \(length)")
        if isFramed, length > 60, length < frame {
          #expect(gaps == [Gap(.truncated, at: UInt64(length))], "\(name) at \(length)")
        }
      }
    }
  }

  @Test("A row or a string that is cut gives what there is of it, and a gap")
  func cutInRow() {
    let frame = "CREATE TABLE t (a int, b text);\nINSERT INTO t VALUES (1,'one');\n"
    let cases: [(String, [String])] = [
      ("INSERT INTO t VALUES (2,'tw", ["t: a=2 | b=tw"]), ("INSERT INTO t VALUES (2,", ["t: a=2"]),
      ("INSERT INTO t VALUES (2,'two')", ["t: a=2 | b=two"]),
      ("INSERT INTO t VALUES (2,'two'),", ["t: a=2 | b=two"]), ("INSERT INTO t VALUES (", ["t: "]),
      ("INSERT INTO t VALUES ", []), ("INSERT INTO", []), ("UPDATE t SET b='x", []),
      ("/* never", []),
      ("COPY t (a,b) FROM stdin;\n2\ttwo\n3\tth", ["t: a=2 | b=two", "t: a=3 | b=th"]),
      ("COPY t FROM stdin;\n2\t\\", ["t: a=2 | b=\\"]), ("CREATE TABLE u (x int, y", []),
      ("INSERT INTO t VALUES (2,upper('q", ["t: a=2 | b=upper('q"]),
    ]
    for (end, lines) in cases {
      let sink = DumpSink.read(frame + end, dialect: .standard)
      #expect(sink.lines == ["t: a=1 | b=one"] + lines, "\(end)")
      let length = UInt64((frame + end).utf8.count)
      #expect(sink.gaps == [Gap(.truncated, at: length)], "\(end)")
    }
  }

  @Test("A read that fails ends the dump without a gap of its own", arguments: [1, 2, 3, 9, 40])
  func fault(failingRead: Int) {
    let source = FaultySource(
      MemorySource(SQLSamples.mariaDB, readSizeInBytes: 100), failingRead: failingRead)
    let buffer = TextBuffer(source: source, encoding: .utf8)
    let sink = DumpSink()
    SQLDumpReader(.mysqldump).read(buffer, into: sink)
    #expect(buffer.gap?.reason == .unreadable)
    #expect(sink.gaps == [] && sink.faults == [])
  }

  @Test("A cancelled run stops at the next record")
  func cancellation() {
    let rows = String(repeating: "(1,'x'),", count: 10_000)
    let sink = DumpSink()
    sink.mostRecords = 5
    let source = MemorySource("CREATE TABLE t (a int);\nINSERT INTO t VALUES " + rows)
    SQLDumpReader(.standard).read(TextBuffer(source: source, encoding: .utf8), into: sink)
    #expect(sink.records.count == 5)
    #expect(sink.gaps == [])
  }
}
