/// Why a database, or a table of one, cannot be read.
///
/// It carries no text of the server, which may hold values: the server's code, and words of the client
/// library alone.
package struct DatabaseError: Error, Equatable {
  package enum Kind: Sendable {
    /// The client library is not installed; `detail` is its file name.
    case missingLibrary
    /// The program is linked statically and can load no library; `detail` is the file name of the one asked for.
    case noLibraries
    /// The library has not all functions that are needed; `detail` names the first.
    case unfitLibrary
    /// No connection came about.
    case unreachable
    /// The server offers no encryption, or its certificate is not to be trusted.
    case untrusted
    /// User or password are wrong, or missing.
    case rejected
    case noSuchDatabase
    case noPermission
    /// The server did not answer, or a lock was not to be had, in the time allowed.
    case timeout
    /// The connection ended.
    case lost
    /// What the server sent cannot be turned into UTF-8.
    case undecodable
    /// Anything else that the server refused.
    case refused
    /// The run was interrupted.
    case interrupted
  }

  package let kind: Kind
  /// SQLSTATE or the error number of the server; empty where there is none.
  package let code: String
  /// Words of the client library; empty where there are none.
  package let detail: String

  init(_ kind: Kind, code: String = "", detail: String = "") {
    self.kind = kind
    self.code = code
    self.detail = detail
  }

  /// No statement can be run after it.
  var endsConnection: Bool {
    switch kind {
    case .lost, .interrupted, .missingLibrary, .noLibraries, .unfitLibrary, .unreachable,
      .untrusted,
      .rejected, .noSuchDatabase:
      true
    case .noPermission, .timeout, .undecodable, .refused: false
    }
  }
}
