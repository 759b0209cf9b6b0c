/// The one connection to a server.
protocol ServerConnection: AnyObject {
  /// Runs a statement and hands over the rows of its answer as they come.
  ///
  /// - Throws: what the server or the waiting for it refused. A connection that is lost is closed; every
  ///   later call throws `lost`.
  func run(_ statement: String, onRow: (AnswerRow) -> Void) throws(DatabaseError)

  /// Ends the connection.
  func close()
}

extension ServerConnection {
  /// Runs a statement whose answer does not matter.
  func run(_ statement: String) throws(DatabaseError) { try run(statement) { _ in } }

  /// The rows of a short answer as texts; NULL as an empty one.
  func texts(_ statement: String) throws(DatabaseError) -> [[String]] {
    var rows: [[String]] = []
    try run(statement) { row in rows.append((0..<row.count).map(row.text)) }
    return rows
  }
}
