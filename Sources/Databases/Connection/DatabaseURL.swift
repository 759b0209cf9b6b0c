/// `postgres://user@host:port/database?parameter=value`, the like for MySQL and MariaDB.
///
/// The form is that of RFC 3986. A host that begins with `%2F` is the folder of a Unix socket
/// (PostgreSQL) or the socket (MySQL). A password in it is refused, since whoever runs `ps` and whoever
/// reads the shell's history would see it.
package struct DatabaseURL: Equatable, Sendable {
  package enum Server: Sendable {
    case postgres
    case mysql
  }

  package let server: Server
  /// As it was written, in lower case; `postgres` for `postgresql`.
  package let scheme: String
  /// Empty where the URL leaves it to the client library.
  package private(set) var user = ""
  package private(set) var host = ""
  package private(set) var port: UInt16?
  package private(set) var database = ""
  /// Those of `parameterNames(of:)`, by name.
  package private(set) var parameters: [String: String] = [:]

  /// - Throws: `DatabaseURLError`; it never holds a part of the URL that may be secret.
  package init(_ text: String) throws(DatabaseURLError) {
    guard let (scheme, server) = Self.scheme(of: text) else { throw .scheme }
    self.scheme = scheme
    self.server = server
    let rest = text.unicodeScalars.drop { $0 != "/" }.dropFirst(2)
    var hierarchy = Substring.UnicodeScalarView(rest)
    guard !hierarchy.contains("#") else { throw .form }
    if let mark = hierarchy.firstIndex(of: "?") {
      try readParameters(Substring(hierarchy[hierarchy.index(after: mark)...]))
      hierarchy = hierarchy[..<mark]
    }
    var authority = Substring(hierarchy)
    if let slash = authority.firstIndex(of: "/") {
      database = try Self.decoded(authority[authority.index(after: slash)...])
      authority = authority[..<slash]
    }
    if let at = authority.lastIndex(of: "@") {
      let name = authority[..<at]
      guard !name.contains(":") else { throw .password }
      user = try Self.decoded(name)
      authority = authority[authority.index(after: at)...]
    }
    try readAddress(authority)
  }

  /// Whether a text is such a URL, well-formed or not.
  package static func isOne(_ text: String) -> Bool { scheme(of: text) != nil }

  private static func scheme(of text: String) -> (String, Server)? {
    let known: [(String, String, Server)] = [
      ("postgres://", "postgres", .postgres), ("postgresql://", "postgres", .postgres),
      ("mysql://", "mysql", .mysql), ("mariadb://", "mariadb", .mysql),
    ]
    let start = text.prefix(16).lowercased()
    return known.first { start.hasPrefix($0.0) }.map { ($0.1, $0.2) }
  }

  private mutating func readAddress(_ authority: Substring) throws(DatabaseURLError) {
    var name = authority
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { throw .form }
      name = authority[authority.index(after: authority.startIndex)..<end]
      let rest = authority[authority.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { throw .form }
      try readPort(rest.dropFirst())
    } else if let colon = authority.firstIndex(of: ":") {
      name = authority[..<colon]
      try readPort(authority[authority.index(after: colon)...])
    }
    host = try Self.decoded(name)
    // Several hosts would be several connections.
    guard !host.contains(",") else { throw .form }
  }

  private mutating func readPort(_ text: Substring) throws(DatabaseURLError) {
    guard !text.isEmpty else { return }
    guard let number = UInt16(text), number > 0 else { throw .port }
    port = number
  }

  private mutating func readParameters(_ text: Substring) throws(DatabaseURLError) {
    for item in text.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = try Self.decoded(parts[0])
      if name.lowercased().contains("pass"), name != "passfile" { throw .password }
      guard parts.count == 2, Self.parameterNames(of: server).contains(name) else {
        throw .parameter(known: Self.parameterNames(of: server))
      }
      parameters[name] = try Self.decoded(parts[1])
    }
  }

  /// The parameters that a URL may have.
  package static func parameterNames(of server: Server) -> [String] {
    switch server {
    case .postgres:
      [
        "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "ssl_min_protocol_version",
        "passfile", "service", "connect_timeout", "channel_binding", "gssencmode", "krbsrvname",
      ]
    case .mysql:
      ["ssl-mode", "ssl-ca", "ssl-cert", "ssl-key", "connect_timeout"]
    }
  }

  private static func decoded(_ text: Substring) throws(DatabaseURLError) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { throw .form }
      bytes.append(high << 4 | low)
    }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw .form
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
  }

  // MARK: - What follows from it

  /// The host is a socket of this machine's file system.
  var isSocket: Bool { host.hasPrefix("/") }

  /// What is sent stays on this machine.
  var isLocal: Bool {
    isSocket || host == "localhost" || host == "::1"
      || host.hasPrefix("127.")
        && host.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
  }

  /// The URL as reports name it: without user and parameters, with what the connection has found out.
  func path(host: String? = nil, port: String? = nil, database: String? = nil) -> String {
    let host = host ?? self.host
    var text = scheme + "://"
    if host.hasPrefix("/") {
      text += host.split(separator: "/").map { "%2F" + $0 }.joined()
    } else {
      text += host.contains(":") ? "[\(host)]" : host
    }
    let port = port ?? self.port.map { "\($0)" } ?? ""
    if !port.isEmpty { text += ":" + port }
    let database = database ?? self.database
    return database.isEmpty ? text : text + "/" + database
  }
}
