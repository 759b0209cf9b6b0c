/// The server with its tables, and what it says of them.
struct MariaDBDumps: Sendable {
  let server: MariaDBServer
  let shop: DumpComparison
  let school: DumpComparison
  let both: DumpComparison

  init() throws {
    server = try MariaDBServer.shared.get()
    for name in [MariaDBSchema.database, MariaDBSchema.other] {
      try server.run("CREATE DATABASE `\(name)`", in: "mysql")
    }
    let count = Size.choose(240, full: 1000)
    try server.run(MariaDBSchema.shop(count), in: MariaDBSchema.database)
    try server.run(MariaDBSchema.school(count), in: MariaDBSchema.other)
    let server = server
    shop = try DumpComparison(MariaDBTruths.shop) {
      try server.query($0, in: MariaDBSchema.database)
    }
    both = try DumpComparison(MariaDBTruths.shop + MariaDBTruths.school) {
      try server.query($0, in: MariaDBSchema.database)
    }
    school = try DumpComparison(MariaDBTruths.school) {
      try server.query($0, in: MariaDBSchema.other)
    }
  }
}
