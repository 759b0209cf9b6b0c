import Findings

/// Reads the rows of a file whose table is defined in another one.
struct DumpCompanionReader: FormatReader {
  let companion: DumpCompanion

  /// Rows of an outfile are escaped byte by byte too.
  package var hasEscapedBytes: Bool { companion.dialect.escapes == .mysql }

  package func read(_ buffer: TextBuffer, into sink: any RecordSink) {
    let definitions = TextBuffer(
      source: BytesSource(companion.definitions), encoding: companion.encoding ?? .utf8,
      isGuess: companion.encoding == nil)
    let prelude = SQLDumpRun(
      SQLCursor(definitions, dialect: companion.dialect, into: MutedSink()))
    prelude.read()
    sink.locator = buffer
    let run = SQLDumpRun(
      SQLCursor(buffer, dialect: companion.dialect, into: sink), continuing: prelude)
    switch companion.body {
    case .statements: run.read()
    case .copy: run.readRows(escapes: .copy)
    case .outfile: run.readRows(escapes: .mysql)
    }
  }
}
