/// The checks of a rule set, each made once: several forms share a check and the table that it reads.
struct MadeChecks {
  private let tables: FactTables
  private var checks: [String: any Check] = [:]

  init(tables: FactTables) { self.tables = tables }

  mutating func check(_ type: any Check.Type) -> any Check {
    if let known = checks[type.name] { return known }
    let made = type.init(tables)
    checks[type.name] = made
    return made
  }
}
