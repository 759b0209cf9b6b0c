/// The collections of one source, each met once or in turn with others.
struct DocumentTables {
  /// Beyond, what is new shares a table without a name.
  private static let mostTables = 1024
  /// So many have room for all paths; the others, since a source may have any number, for most.
  private static let wideTables = 16
  private static let mostPathsOfOthers = 512

  private var known: [String: DocumentTable] = [:]

  mutating func table(named name: String) -> DocumentTable {
    if let table = known[name] { return table }
    guard known.count < Self.mostTables else { return table(named: "") }
    let made =
      known.count <= Self.wideTables
      ? DocumentTable(name: name)
      : DocumentTable(name: name, mostPaths: Self.mostPathsOfOthers)
    known[name] = made
    return made
  }

  init() {
    known[""] = DocumentTable(name: "")
  }
}
