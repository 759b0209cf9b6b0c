import Findings

/// Reads files that lie beside the one that is scanned, as far as it needs them.
enum CompanionFile {
  /// The most bytes of definitions that are read.
  static let limitInBytes = 16 << 20

  /// A regular file, or nil.
  static func source(_ path: [UInt8]) -> (any ByteSource)? {
    do throws(Gap) {
      let file = try OpenFile(path: path)
      guard try FileStatus(of: file).kind == .regular else { return nil }
      return FileSource(file)
    } catch {
      // What cannot be read is missing for this purpose; scanned itself, it is a gap of its own.
      return nil
    }
  }

  /// A table of contents of `pg_dump -Fd`.
  struct Contents {
    let definitions: [UInt8]
    /// How the rows in each file are announced.
    let statements: [[UInt8]: [UInt8]]
  }

  /// What a compressed file holds, by the ending of its name.
  static func decoded(_ source: any ByteSource, ending: String) -> (any ByteSource)? {
    let kind = ArchiveKind.allCases.first {
      $0.isCompression && $0.suffixes.contains(String(ending.dropFirst()))
    }
    return kind?.decoder().map { DecodedSource(source, decoder: $0) }
  }

  static func holds(_ pattern: String, in text: [UInt8]) -> Bool {
    let pattern = Array(pattern.utf8)
    return text.indices.contains { text[$0] == pattern[0] && text[$0...].starts(with: pattern) }
  }

  /// The text of `source` if it begins as SQL (that `program` has written, if one is named).
  static func definitions(of source: any ByteSource, by program: SQLDialect?) -> [UInt8]? {
    do throws(Gap) {
      let head = try FileProbe.bytes(of: source, count: HeadSample.limitInBytes)
      guard let dialect = SQLDumpReader.recognise(head: head.span, fileExtension: "sql"),
        program.map({ $0.formatID == dialect.formatID }) ?? true
      else { return nil }
      return head.count < HeadSample.limitInBytes
        ? head
        : head
          + (try FileProbe.bytes(of: source, count: limitInBytes - HeadSample.limitInBytes))
    } catch {
      return nil
    }
  }

  /// The definitions of a table of contents of `pg_dump -Fd`, and how the rows in each file are
  /// announced; nil if it is none.
  static func contents(of source: any ByteSource) -> Contents? {
    let contents = PostgresArchiveContents(PostgresArchiveCursor(ByteCursor(source)))
    var definitions: [UInt8] = []
    do throws(Gap) {
      while try contents.produce(into: &definitions), definitions.count < limitInBytes {}
    } catch {
      // What was read of a table of contents that is cut is of use.
    }
    // `pg_dump` gives a folder the form of a tar archive, so that it can be made one.
    guard let form = contents.header?.form, form != .custom else { return nil }
    return Contents(definitions: definitions, statements: contents.statementsByFile)
  }
}
