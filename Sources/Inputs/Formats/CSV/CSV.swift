import Findings

/// Reads separated values: comma, tab, semicolon or bar between fields, a header or none.
struct CSV: FormatReader {
  let dialect: CSVDialect

  func read(_ buffer: TextBuffer, into sink: any RecordSink) {
    var parser = CSVParser(buffer, dialect: dialect, into: sink)
    parser.run()
  }
}

extension InputFormat {
  package static let csv = InputFormat(name: "csv", isSplittable: false) { sample in
    CSVRecognition(sample).dialect.map { CSV(dialect: $0) }
  }
}
