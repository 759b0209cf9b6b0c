import Databases
import Inputs
import Reports
import Scanner

/// The tables of a live database.
final class DatabaseSources: SessionSources {
  private let url: DatabaseURL
  private let sampleSize: Int?
  private let timeoutInSeconds: Int
  private let explain: Explain
  private var database: LiveDatabase?

  /// - Parameter sampleSize: nil for all rows.
  init(
    _ url: DatabaseURL, sampleSize: Int?, timeoutInSeconds: Int,
    language: RunDescription.Language
  ) {
    self.url = url
    self.sampleSize = sampleSize
    self.timeoutInSeconds = timeoutInSeconds
    explain = Explain(language: language)
  }

  /// A database has no shares, so nothing asks for it.
  var roots: [UInt8] { [] }

  var share: Share { .whole }

  /// There is one connection, so that there is one reader.
  var workers: Int { 1 }

  /// Connects. A database that cannot be opened is a source that could not be read, and the reason a
  /// sentence on standard error.
  func queue(
    leavingOut ownOutput: (device: UInt64, inode: UInt64)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> SourceQueue {
    do throws(DatabaseError) {
      let database = try LiveDatabase(url, options(isCancelled))
      self.database = database
      return SourceQueue(records: database.sources)
    } catch {
      complain(error)
      return SourceQueue(records: [LiveDatabase.unopened(url, because: error)])
    }
  }

  private func options(_ isCancelled: @escaping @Sendable () -> Bool) -> DatabaseOptions {
    var options = DatabaseOptions(
      sampleSize: sampleSize, timeoutInSeconds: timeoutInSeconds, isCancelled: isCancelled)
    options.environmentDecidesTLS = ["PGSSLMODE", "PGSERVICE"].contains {
      !(Terminal.environment($0) ?? "").isEmpty
    }
    options.rootCertificates = rootCertificates
    return options
  }

  /// The system's certificates, where libpq would find none of its own.
  private var rootCertificates: String? {
    let isPostgres = if case .postgres = url.server { true } else { false }
    if isPostgres {
      guard Terminal.environment("PGSSLROOTCERT") == nil else { return nil }
      let own = (Terminal.environment("HOME") ?? "") + "/.postgresql/root.crt"
      guard FileIdentity.of(path: own) == nil else { return nil }
    }
    return ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"].first {
      FileIdentity.of(path: $0) != nil
    }
  }

  func counting(
    leavingOut ownOutput: (device: UInt64, inode: UInt64)?
  ) -> @Sendable () -> (files: UInt64, bytes: UInt64)? {
    { nil }
  }

  /// A database holds none.
  var archiveLimits: ArchiveLimits { ArchiveLimits() }

  var directories: [[UInt8]] { [] }

  func areNamed(_ path: [UInt8]) -> Bool { false }

  func end() {
    if let failure = database?.failure { complain(failure) }
    database?.close()
  }

  private func complain(_ error: DatabaseError) {
    guard error.kind != .interrupted else { return }
    Terminal.complain("pii-scan: \(explain.sentence(error))\n")
  }
}
