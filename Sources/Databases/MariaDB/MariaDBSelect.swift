import Findings

/// The statements that read a table.
struct MariaDBSelect {
  private let list: String
  private let source: String

  /// - Parameter key: a column of whole numbers whose value stands at the end of each row.
  init(_ table: TableEntry, _ columns: [ColumnPlan], key: String? = nil) {
    let limit = RowBudget.limitInBytes(longColumns: columns.filter(\.isLong).count)
    var items: [String] = []
    var cut: [String] = []
    for column in columns {
      let name = Self.quoted(column.shape.name)
      guard column.isLong else {
        items.append(name)
        continue
      }
      let isBytes = if case .bytes = column.content { true } else { false }
      // So many characters are no more bytes than the limit.
      let head = isBytes ? limit : limit / 4
      items.append("IF(OCTET_LENGTH(\(name)) <= \(limit), \(name), LEFT(\(name), \(head)))")
      cut.append("IF(OCTET_LENGTH(\(name)) > \(limit), OCTET_LENGTH(\(name)) - \(limit / 4), 0)")
    }
    items.append(cut.isEmpty ? "0" : cut.joined(separator: "+"))
    if let key { items.append(Self.quoted(key)) }
    list = items.joined(separator: ", ")
    source = Self.quoted(table.schema) + "." + Self.quoted(table.name)
  }

  var all: String { "SELECT \(list) FROM \(source)" }

  func first(_ count: Int) -> String { all + " LIMIT \(count)" }

  /// The rows at one end of the primary key.
  func end(_ count: Int, key: [String], isLast: Bool) -> String {
    let order = key.map { Self.quoted($0) + (isLast ? " DESC" : "") }.joined(separator: ", ")
    return all + " ORDER BY \(order) LIMIT \(count)"
  }

  /// The rows from a value of the key on.
  func range(from start: String, key: String, count: Int) -> String {
    let name = Self.quoted(key)
    return all + " WHERE \(name) >= \(start) ORDER BY \(name) LIMIT \(count)"
  }

  /// The least and the greatest value of the key.
  func bounds(key: String) -> String {
    "SELECT MIN(\(Self.quoted(key))), MAX(\(Self.quoted(key))) FROM \(source)"
  }

  static func quoted(_ name: String) -> String {
    "`" + name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``") + "`"
  }

  /// A text as a literal in which nothing can have a meaning.
  static func literal(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    let hex = text.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return hex.isEmpty ? "''" : "CONVERT(X'\(String(hex))' USING utf8mb4)"
  }
}
