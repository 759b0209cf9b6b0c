import Findings
import Inputs
import Testing

extension DumpSink {
  /// Reads `bytes` in the dialect that is recognised in them, or in `dialect`.
  static func read(
    _ bytes: [UInt8], dialect: SQLDialect? = nil, capacity: Int = 1 << 18, readSize: Int = .max,
    blocks: BlockLimits? = nil
  ) -> DumpSink {
    let sink = DumpSink()
    sink.blocks = blocks
    let head = Array(bytes.prefix(HeadSample.limitInBytes))
    let known = dialect ?? SQLDumpReader.recognise(head: head.span, fileExtension: "sql")
    let buffer = TextBuffer(
      source: MemorySource(bytes, readSizeInBytes: readSize), encoding: .utf8,
      capacityInBytes: capacity)
    SQLDumpReader(known ?? .standard).read(buffer, into: sink)
    #expect(sink.faults == [])
    return sink
  }

  static func read(
    _ text: String, dialect: SQLDialect? = nil, capacity: Int = 1 << 18, readSize: Int = .max
  ) -> DumpSink {
    read(Array(text.utf8), dialect: dialect, capacity: capacity, readSize: readSize)
  }
}
