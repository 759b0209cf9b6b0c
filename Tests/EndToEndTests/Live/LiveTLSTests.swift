import Foundation
import Testing

/// Real servers that prove who they are, to a scan that asks for it, and such as cannot.
@Suite struct LiveTLSTests {
  static let certificates = Result { try LiveCertificates() }

  /// A way to ask a server for its certificate, and whether it holds.
  struct Case: Sendable, CustomTestStringConvertible {
    var server: Server
    var host: String
    var parameters: String
    /// The certificates that the server's is checked by.
    var roots: Roots?
    var isTrusted: Bool
    var testDescription: String {
      "\(server) at \(host), \(parameters), \(roots.map { "\($0)" } ?? "no")"
    }

    enum Server { case postgres, mariadb }
    enum Roots { case authority, stranger }
  }

  static let cases = [
    Case(
      server: .postgres, host: "localhost", parameters: "sslmode=verify-full", roots: .authority,
      isTrusted: true),
    Case(
      server: .postgres, host: "127.0.0.1", parameters: "sslmode=verify-ca", roots: .authority,
      isTrusted: true),
    Case(server: .postgres, host: "127.0.0.1", parameters: "sslmode=require", isTrusted: true),
    // The certificate is not for the address, or nobody knows who has signed it.
    Case(
      server: .postgres, host: "127.0.0.1", parameters: "sslmode=verify-full", roots: .authority,
      isTrusted: false),
    Case(
      server: .postgres, host: "localhost", parameters: "sslmode=verify-full", roots: .stranger,
      isTrusted: false),
    Case(
      server: .mariadb, host: "127.0.0.1", parameters: "ssl-mode=verify-identity",
      roots: .authority, isTrusted: true),
    Case(server: .mariadb, host: "127.0.0.1", parameters: "ssl-mode=required", isTrusted: true),
    Case(
      server: .mariadb, host: "127.0.0.1", parameters: "ssl-mode=verify-identity",
      roots: .stranger, isTrusted: false),
    Case(
      server: .mariadb, host: "127.0.0.1", parameters: "ssl-mode=verify-identity",
      isTrusted: false),
  ]

  @Test(
    "A server is read over TLS where its certificate holds, and else not at all",
    arguments: cases)
  func certificates(_ known: Case) throws {
    let authorities = try Self.certificates.get()
    let (url, roots): (String, String)
    switch known.server {
    case .postgres:
      url = try LivePostgres.encrypted.get().url()
      roots = "sslrootcert="
    case .mariadb:
      url = try LiveMariaDB.encrypted.get().url()
      roots = "ssl-ca="
    }
    var parameters = "?" + known.parameters
    if let file = known.roots {
      parameters +=
        "&" + roots + (file == .authority ? authorities.authority : authorities.stranger)
    }
    let scan = try LiveScan(url.replacing("127.0.0.1", with: known.host) + parameters, "--full")
    let table = scan.tables.first { $0.key.hasSuffix(".a") }
    if known.isTrusted {
      #expect(scan.outcome.status == 0, "\(scan.outcome.errorText)")
      #expect(table?.value == "scanned//1")
      #expect(scan.reports.inventory.rows.contains { $0["type"] == "mobile-phone" })
    } else {
      #expect(scan.outcome.status == 2)
      #expect(table == nil)
      #expect(scan.tables[""] == "skipped/unreadable/0")
    }
  }

  @Test("What goes over the wire is encrypted, as the servers see it")
  func encryption() throws {
    let postgres = try LivePostgres.encrypted.get()
    try postgres.run("ALTER SYSTEM SET log_connections = on", in: "shop")
    try postgres.run("SELECT pg_reload_conf()", in: "shop")
    usleep(500_000)
    let roots = try Self.certificates.get().authority
    _ = try LiveScan(
      postgres.url().replacing("127.0.0.1", with: "localhost")
        + "?sslmode=verify-full&sslrootcert=" + roots)
    let isEncrypted = try postgres.log().contains("application_name=pii-scan SSL enabled")
    #expect(isEncrypted)
  }
}
