/// A source as reports name it. Names are already masked where they hold personal data.
package struct SourceIdentity: Sendable {
  /// The path as given plus the relative path; bytes, since a path need not be UTF-8.
  package var path: [UInt8]
  /// Path inside an archive or document, `!`-separated; nil for a file itself.
  package var member: String?

  package init(path: [UInt8], member: String? = nil) {
    self.path = path
    self.member = member
  }
}

/// What of a source was read: a row of `coverage.csv`.
package struct Coverage: Sendable {
  package enum Status: UInt8, Sendable {
    case scanned
    case partly
    case skipped
    case excluded

    package var name: String {
      switch self {
      case .scanned: "scanned"
      case .partly: "partly"
      case .skipped: "skipped"
      case .excluded: "excluded"
      }
    }
  }

  package var status: Status
  /// The gravest gap, or nil when everything was read.
  package var reason: GapReason?
  /// `text`, `csv`, `mysqldump`, `pg_dump`, or empty when the source was not opened.
  package var format: String
  /// `utf-8`, `gb18030`, `big5`, `utf-16le`, `utf-16be`, or empty.
  package var encoding: String
  /// Size of the source as stored.
  package var bytes: UInt64
  package var bytesScanned: UInt64
  /// Records of tables; 0 for plain text.
  package var records: UInt64

  package init(
    status: Status, reason: GapReason? = nil, format: String = "", encoding: String = "",
    bytes: UInt64 = 0, bytesScanned: UInt64 = 0, records: UInt64 = 0
  ) {
    self.status = status
    self.reason = reason
    self.format = format
    self.encoding = encoding
    self.bytes = bytes
    self.bytesScanned = bytesScanned
    self.records = records
  }
}
