/// Where the definitions of a dump of many files are looked for.
protocol CompanionFiles {
  /// The definitions in `path`, which may be compressed and then have a further ending; nil where there
  /// are none (that `program` has written, if one is named).
  func definitions(_ path: [UInt8], by program: SQLDialect?) -> [UInt8]?

  /// The table of contents of `pg_dump -Fd` in `path`; nil where there is none.
  func contents(_ path: [UInt8]) -> CompanionFile.Contents?
}

/// The folder in which the file of rows lies.
struct DumpFolder: CompanionFiles {
  func definitions(_ path: [UInt8], by program: SQLDialect?) -> [UInt8]? {
    if let source = CompanionFile.source(path) {
      return CompanionFile.definitions(of: source, by: program)
    }
    for ending in DumpCompanion.compressionEndings {
      guard let packed = CompanionFile.source(path + Array(ending.utf8)) else { continue }
      return CompanionFile.decoded(packed, ending: ending).flatMap {
        CompanionFile.definitions(of: $0, by: program)
      }
    }
    return nil
  }

  func contents(_ path: [UInt8]) -> CompanionFile.Contents? {
    CompanionFile.source(path).flatMap(CompanionFile.contents)
  }
}
