import Findings

/// The archives of `pg_dump` that are read as the script they stand for.
package enum PostgresArchiveKind: Sendable {
  /// `pg_dump -Fc`, and the contents of `pg_dump -Fd`.
  case custom
  /// `pg_dump -Ft`.
  case tar

  /// The archive that begins with `head`, or nil.
  package init?(head: [UInt8]) {
    if head.starts(with: PostgresArchiveHeader.magic) {
      self = .custom
    } else if PostgresTarScript.matches(head) {
      self = .tar
    } else {
      return nil
    }
  }

  /// The word of `coverage.csv`.
  package var name: String {
    switch self {
    case .custom: "pg_dump-custom"
    case .tar: "pg_dump-tar"
    }
  }

  /// The script of the archive that `source` delivers.
  package func script(of source: any ByteSource) -> ProducedSource {
    switch self {
    case .custom: ProducedSource(PostgresArchiveScript(source))
    case .tar: ProducedSource(PostgresTarScript(source))
    }
  }

  /// As much of the script as the first bytes of the archive tell, at most 64 KiB.
  func scriptHead(of head: [UInt8]) -> [UInt8] {
    let producer = script(of: BytesSource(head)).producer
    var bytes: [UInt8] = []
    do throws(Gap) {
      while bytes.count < HeadSample.limitInBytes, try producer.produce(into: &bytes) {}
    } catch {
      // The head ends here; whoever reads the archive meets what is wrong with it.
    }
    return Array(bytes.prefix(HeadSample.limitInBytes))
  }
}
