/// Names of tables and columns.
extension SQLLexer {
  /// The most columns that a list of names is kept of.
  private static let mostNames = SQLCatalogue.mostColumns

  /// Reads `a`, `a.b` or `a.b.c`, whose first token was read: `first`. Nil if that is no name.
  /// The token behind the name is given back.
  func readQualifiedName(from first: SQLToken) -> [String]? {
    guard first == .word || first == .name || first == .string else { return nil }
    var parts = [textString]
    while parts.count < 4 {
      let token = next(stopsAtStatements: true)
      guard token == .symbol(UInt8(ascii: ".")) else {
        unread(token)
        return parts
      }
      let part = next(stopsAtStatements: true)
      if part == .symbol(UInt8(ascii: ".")) {
        // SQL Server: db..table
        unread(part)
        continue
      }
      guard part == .word || part == .name || part == .string else {
        unread(part)
        return parts
      }
      parts.append(textString)
    }
    return parts
  }

  /// Reads the names of `(a, b, c)` behind its `(`; nil if something else stands there.
  func readNames() -> [String]? {
    var names: [String] = []
    while true {
      let token = next(stopsAtStatements: true)
      switch token {
      case .symbol(SQLBytes.close): return names
      case .symbol(SQLBytes.comma): continue
      case .word where names.isEmpty && isText(oneOf: ["select", "with", "values", "table"]):
        unread(token)
        return nil
      case .word, .name, .string:
        guard let name = readQualifiedName(from: token)?.last else { return nil }
        if names.count <= Self.mostNames { names.append(name) }
      default:
        unread(token)
        return nil
      }
    }
  }
}
