/// The server with its tables, and what it says of them.
struct PostgresDumps: Sendable {
  let server: PostgresServer
  let shop: DumpComparison
  /// Rows of partitions count as rows of the whole table.
  let shopByRoot: DumpComparison
  let school: DumpComparison
  let both: DumpComparison

  init() throws {
    server = try PostgresServer.shared.get()
    let count = Size.choose(240, full: 1000)
    for (name, script) in [
      (PostgresSchema.database, PostgresSchema.shop(count)),
      (PostgresSchema.other, PostgresSchema.school(count)),
    ] {
      try server.run("CREATE DATABASE \"\(name)\" TEMPLATE template0", in: "postgres")
      try server.run(script, in: name)
    }
    let server = server
    shop = try DumpComparison(PostgresTruths.shop()) {
      try server.query($0, in: PostgresSchema.database)
    }
    shopByRoot = try DumpComparison(PostgresTruths.shop(partitionsByRoot: true)) {
      try server.query($0, in: PostgresSchema.database)
    }
    let shopAnswers = try PostgresTruths.shop().map { truth in
      try server.query(truth.question(asOf: Household.asOf), in: PostgresSchema.database)[0]
    }
    let schoolAnswers = try PostgresTruths.school.map { truth in
      try server.query(truth.question(asOf: Household.asOf), in: PostgresSchema.other)[0]
    }
    both = try DumpComparison(PostgresTruths.shop() + PostgresTruths.school) { _ in
      shopAnswers + schoolAnswers
    }
    school = try DumpComparison(PostgresTruths.school) {
      try server.query($0, in: PostgresSchema.other)
    }
  }
}
