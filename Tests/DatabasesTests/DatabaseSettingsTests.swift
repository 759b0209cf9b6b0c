import Testing

@testable import Databases

@Suite struct DatabaseSettingsTests {
  private func parameters(
    _ text: String, version: Int = 150_000, environment: Bool = false
  ) throws -> [String: String] {
    var options = DatabaseOptions(sampleSize: nil, timeoutInSeconds: 1) { false }
    options.rootCertificates = "/roots"
    options.environmentDecidesTLS = environment
    return Dictionary(
      PostgresSettings.parameters(try DatabaseURL(text), options, libraryVersion: version)
    ) { $1 }
  }

  @Test("Over a network the certificate and its name are checked")
  func verified() throws {
    let settings = try parameters("postgres://h/d")
    #expect(settings["sslmode"] == "verify-full")
    #expect(settings["sslrootcert"] == "/roots")
    #expect(try parameters("postgres://h/d", version: 160_000)["sslrootcert"] == "system")
    #expect(settings["application_name"] == "pii-scan")
  }

  @Test("The URL, the environment or a service may say otherwise; this machine needs no proof")
  func otherwise() throws {
    #expect(try parameters("postgres://h/d?sslmode=require")["sslmode"] == "require")
    #expect(try parameters("postgres://h/d", environment: true)["sslmode"] == nil)
    #expect(try parameters("postgres://?service=s")["sslmode"] == nil)
    #expect(try parameters("postgres://127.0.0.1/d")["sslmode"] == "prefer")
    #expect(
      try parameters("postgres://h/d?sslmode=verify-ca&sslrootcert=/own")["sslrootcert"] == "/own")
  }

  @Test("MySQL is verified over a network, and as the URL says")
  func mysql() throws {
    #expect(MariaDBSettings.mode(try DatabaseURL("mysql://h/d")) == .verified)
    #expect(MariaDBSettings.mode(try DatabaseURL("mysql://localhost/d")) == .disabled)
    #expect(MariaDBSettings.mode(try DatabaseURL("mysql://h/d?ssl-mode=REQUIRED")) == .required)
    #expect(MariaDBSettings.mode(try DatabaseURL("mysql://h/d?ssl-mode=unheard-of")) == .verified)
  }

  // Codes of PostgreSQL 15, appendix A, and of the MySQL 8.0 Error Message Reference.
  @Test("Errors are sorted by the servers' codes")
  func faults() {
    let message = "connection to server at \"h\" (::1), port 5432 failed: FATAL:  28P01\n"
    #expect(
      PostgresFault.connecting(message, needsPassword: false)
        == DatabaseError(.rejected, code: "28P01"))
    #expect(PostgresFault.running(code: "42501").kind == .noPermission)
    #expect(PostgresFault.running(code: "57P01").endsConnection)
    #expect(PostgresFault.running(code: "55P03").kind == .timeout)
    let refused = MariaDBFault.error(1142, "SELECT command denied to 'secret'", isConnecting: false)
    #expect(refused == DatabaseError(.noPermission, code: "1142"))
    #expect(MariaDBFault.error(2013, "", isConnecting: false).kind == .lost)
  }

  @Test("Names and texts cannot break out of a statement")
  func quoting() {
    #expect(PostgresSelect.quoted(#"a"; DROP TABLE b; --"#) == #""a""; DROP TABLE b; --""#)
    #expect(MariaDBSelect.quoted("a`b") == "`a``b`")
    #expect(MariaDBSelect.literal("a'\\") == "CONVERT(X'61275C' USING utf8mb4)")
  }
}
