/// The collections of one source, each met once or in turn with others.
struct DocumentTables {
  /// Beyond, what is new shares a table without a name.
  private static let mostTables = 4096

  private var known: [String: DocumentTable] = [:]

  mutating func table(named name: String) -> DocumentTable {
    if let table = known[name] { return table }
    guard known.count < Self.mostTables else { return table(named: "") }
    let made = DocumentTable(name: name)
    known[name] = made
    return made
  }

  init() {
    known[""] = DocumentTable(name: "")
  }
}
