import Findings

/// Records cut off a CSV file, behind its header.
struct CSVBlock: RecordBlock {
  let bytes: [UInt8]
  let start: Location
  let dialect: CSVDialect

  var byteOffset: UInt64 { start.byteOffset }

  func read(into sink: any RecordSink) -> BlockOutcome {
    let buffer = TextBuffer(source: BytesSource(bytes), encoding: .utf8, start: start)
    var dialect = dialect
    dialect.ignoredRecords = []
    var parser = CSVParser(buffer, dialect: dialect, into: sink)
    parser.run()
    return BlockOutcome(gaps: [buffer.gap].compactMap { $0 })
  }
}
