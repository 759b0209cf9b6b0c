/// Words that name no datum by themselves and stand in the names of columns beside one that does.
struct ColumnWords: Sendable {
  enum Role: String {
    /// Whose or which datum it is: `user`, `kh` (客户).
    case qualifier
    /// A guardian's: `parent`, `jz` (家长).
    case guardian
    /// How the value is kept: `enc`, `md5`, 密文.
    case storage
    /// A number is meant: `nbr`, 号码.
    case number
    /// Yes or no: `is`, `has`, 是否.
    case flag
    /// No place of a person: `file_address`, 图片地址.
    case thing
  }

  private let words: LazyTable<[Role: Set<String>]>

  init(_ tables: FactTables) { words = LazyTable(tables, read: Self.words) }

  private static func words(_ tables: FactTables) -> [Role: Set<String>] {
    var words: [Role: Set<String>] = [:]
    let table = tables.table("column_words")
    if !table.isEmpty {
      let (role, word) = (table.column("role"), table.column("word"))
      table.forEachRow { cells in
        guard let role = Role(rawValue: table.text(cells[role])) else { return }
        words[role, default: []].insert(table.text(cells[word]))
      }
    }
    return words
  }

  func contains(_ word: some StringProtocol, as role: Role) -> Bool {
    words.content[role]?.contains(String(word)) ?? false
  }

  /// The words of a role that end `name`, the longest first.
  func endings(of name: String, as role: Role) -> [String] {
    guard let words = words.content[role] else { return [] }
    return words.filter { name.hasSuffix($0) && $0.count < name.count }
      .sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// Whether `prefix` is made of qualifiers and nothing else: `user`, `khjz`.
  ///
  /// - Returns: nil if it is not; else whether one of them names a guardian.
  func qualifiers(coverAll prefix: Substring) -> Bool? {
    let characters = Array(prefix)
    guard !characters.isEmpty, characters.count <= Self.longestPrefix else { return nil }
    // reached[i]: the first i characters are covered; true where a guardian is among the words.
    var reached = [Bool?](repeating: nil, count: characters.count + 1)
    reached[0] = false
    for start in characters.indices {
      guard let isGuardian = reached[start] else { continue }
      for end in start + 1...characters.count {
        let word = String(characters[start..<end])
        if contains(word, as: .guardian) {
          reached[end] = true
        } else if reached[end] == nil, contains(word, as: .qualifier) {
          reached[end] = isGuardian
        }
      }
    }
    return reached[characters.count]
  }

  private static let longestPrefix = 32
}
