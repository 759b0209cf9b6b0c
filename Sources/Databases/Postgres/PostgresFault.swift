/// Sorts errors of PostgreSQL by their SQLSTATE (PostgreSQL 15 documentation, appendix A).
enum PostgresFault {
  /// - Parameter message: of libpq, whose verbosity is `PQERRORS_SQLSTATE`: its own words, or severity
  ///   and code where the server spoke.
  static func connecting(_ message: String, needsPassword: Bool) -> DatabaseError {
    if needsPassword { return DatabaseError(.rejected, detail: "no password supplied") }
    if let code = code(in: message) {
      let fault = running(code: code)
      // No connection came about, so none was lost.
      let kind: DatabaseError.Kind =
        fault.kind == .lost || fault.kind == .refused ? .unreachable : fault.kind
      return DatabaseError(kind, code: code)
    }
    let isTLS = ["SSL", "certificate"].contains { message.contains($0) }
    return DatabaseError(isTLS ? .untrusted : .unreachable, detail: words(message))
  }

  /// - Parameter code: empty where the server has not spoken.
  static func running(code: String) -> DatabaseError {
    switch code {
    case "": DatabaseError(.lost)
    case _ where code.hasPrefix("08"), "57P01", "57P02", "57P03", "57P05", "25P03", "25P04":
      DatabaseError(.lost, code: code)
    case _ where code.hasPrefix("28"): DatabaseError(.rejected, code: code)
    case "3D000": DatabaseError(.noSuchDatabase, code: code)
    case "42501": DatabaseError(.noPermission, code: code)
    case "57014", "55P03": DatabaseError(.timeout, code: code)
    case "22021", "22P05": DatabaseError(.undecodable, code: code)
    default: DatabaseError(.refused, code: code)
    }
  }

  /// The five characters behind the severity that ends the message: `FATAL:  28P01`.
  private static func code(in message: String) -> String? {
    for line in message.split(separator: "\n").reversed() {
      let code = line.suffix(5)
      let isCode =
        code.utf8.count == 5
        && code.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        }
      if isCode, line.dropLast(5).hasSuffix(":  ") { return String(code) }
    }
    return nil
  }

  /// The last line, which tells of the last address that was tried.
  private static func words(_ message: String) -> String {
    message.split(separator: "\n").map { $0.trimmingBlanks() }.prefix(2).joined(separator: " ")
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
