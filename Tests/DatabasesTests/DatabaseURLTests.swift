import Testing

@testable import Databases

@Suite struct DatabaseURLTests {
  @Test("User, host, port, database and parameters are taken apart, percent signs undone")
  func parts() throws {
    let url = try DatabaseURL(
      "PostgreSQL://%E7%94%A8%E6%88%B7@db.example:5433/%E5%BA%97?sslmode=require&connect_timeout=3")
    #expect(url.server == .postgres)
    #expect(url.user == "用户")
    #expect(url.host == "db.example")
    #expect(url.port == 5433)
    #expect(url.database == "店")
    #expect(url.parameters == ["sslmode": "require", "connect_timeout": "3"])
  }

  @Test("What is left out is left to the client library")
  func defaults() throws {
    let url = try DatabaseURL("mysql://")
    #expect(url.user.isEmpty && url.host.isEmpty && url.port == nil && url.database.isEmpty)
  }

  @Test(
    "A host is a name, an address of either version, or a socket",
    arguments: [
      ("mysql://[::1]:3307/d", "::1", true), ("mysql://127.0.0.1/d", "127.0.0.1", true),
      ("mysql://localhost/d", "localhost", true),
      ("mysql://127.0.0.1.example/d", "127.0.0.1.example", false),
      ("postgres://%2Fvar%2Frun:5433/d", "/var/run", true),
      ("mysql://10.0.0.1/d", "10.0.0.1", false),
      ("mysql://db/d", "db", false),
    ])
  func hosts(text: String, host: String, isLocal: Bool) throws {
    let url = try DatabaseURL(text)
    #expect(url.host == host)
    #expect(url.isLocal == isLocal)
  }

  @Test(
    "What is no URL, or holds a password, is refused",
    arguments: [
      ("mssql://h/d", DatabaseURLError.scheme), ("", .scheme), ("postgres:/h/d", .scheme),
      ("postgres://u:p@h/d", .password), ("postgres://u:@h/d", .password),
      ("postgres://u@h:p@i/d", .password), ("postgres://h/d?password=x", .password),
      ("mysql://h/d?PASSWD=x", .password), ("postgres://h:0/d", .port), ("postgres://h:x/d", .port),
      ("postgres://h:65536/d", .port), ("postgres://h,i/d", .form), ("postgres://%zz/d", .form),
      ("postgres://h/%00", .form), ("postgres://h/d#f", .form), ("postgres://[::1/d", .form),
      (
        "postgres://h/d?options=-c%20x",
        .parameter(known: DatabaseURL.parameterNames(of: .postgres))
      ),
      ("mysql://h/d?ssl-mode", .parameter(known: DatabaseURL.parameterNames(of: .mysql))),
    ])
  func refusals(text: String, error: DatabaseURLError) {
    #expect(throws: error) { try DatabaseURL(text) }
  }

  @Test(
    "Reports name a database without user and parameters",
    arguments: [
      ("postgresql://u@h:1/d?sslmode=require", "postgres://h:1/d"),
      ("mariadb://u@[fd00::2]/", "mariadb://[fd00::2]"),
      ("mysql://u@%2Ftmp%2Fs/d", "mysql://%2Ftmp%2Fs/d"),
    ])
  func paths(text: String, path: String) throws {
    #expect(try DatabaseURL(text).path() == path)
  }
}
