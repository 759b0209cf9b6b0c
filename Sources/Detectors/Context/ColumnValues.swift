import Findings

/// The values that columns of a type have: words (`told_values.tsv`) and, since a table may hold
/// numbers for words, codes (`column_codes.tsv`).
///
/// A class, since it is asked for each cell of a named column and a struct's arrays would be copied.
final class ColumnValues: Sendable {
  enum Verdict: Equatable {
    /// A word of the type, which few other columns hold.
    case word
    /// A code of the type; other columns hold the like.
    case code
    /// Something else, in a type whose values are all known.
    case unknown
    /// Something else, in a type whose values nobody can list.
    case unlisted
    /// No value: `NULL`, `-`, `N/A`.
    case blank
  }

  private let words: ToldValues
  /// Per rule: its key in `words`.
  private let keys: [ToldValues.TypeKey?]
  /// Per rule: all of its values are known.
  private let isClosed: [Bool]
  /// By hash of the type's id and the code, in lower case.
  private let codes: Set<UInt64>
  private let longestCode: Int

  /// Types with so few values that another value says the column is another's.
  private static let closedTypes: Set<String> = [
    "ethnicity", "gender", "marital-status", "political",
  ]
  private static let anyType = "any"

  /// - Parameter words: of the rules without forms.
  init(_ rules: [Rule], _ words: ToldValues, _ tables: FactTables) {
    let isAsked = rules.contains { $0.forms.isEmpty }
    self.words = words
    keys = rules.map { $0.forms.isEmpty ? words.key(ofType: $0.id.rawValue) : nil }
    isClosed = rules.map { Self.closedTypes.contains($0.id.rawValue) }
    seeds = rules.map { Self.seed($0.id.rawValue) }
    (codes, longestCode) = isAsked ? Self.codes(of: tables) : ([], 0)
  }

  private static func codes(of tables: FactTables) -> (Set<UInt64>, longest: Int) {
    var (codes, longest) = (Set<UInt64>(), 0)
    let table = tables.table("column_codes")
    guard !table.isEmpty else { return (codes, longest) }
    let (type, code) = (table.column("type"), table.column("code"))
    table.forEachRow { cells in
      var hash = seed(table.text(cells[type]))
      for i in cells[code] { hash = TermHash.adding(lower(table.bytes[i]), to: hash) }
      codes.insert(hash)
      longest = max(longest, cells[code].count)
    }
    return (codes, longest)
  }

  /// Per rule: the hash of its id.
  private let seeds: [UInt64]

  /// What a value says in a column that is named for a rule. Cost: three hashes of the value, none of a
  /// long one.
  func verdict(_ text: Span<UInt8>, _ value: Range<Int>, rule: Int) -> Verdict {
    let isShort = value.count <= longestCode
    if isShort, codes.contains(hash(text, value, Self.anySeed)) { return .blank }
    if let key = keys[rule], value.count <= Self.longestWord,
      words.isWhole(text, value, type: key)
    {
      return .word
    }
    if isShort, codes.contains(hash(text, value, seeds[rule])) { return .code }
    return isClosed[rule] ? .unknown : .unlisted
  }

  private static let longestWord = 60
  private static let anySeed = seed(anyType)

  private func hash(_ text: Span<UInt8>, _ value: Range<Int>, _ seed: UInt64) -> UInt64 {
    var hash = seed
    for i in value { hash = TermHash.adding(Self.lower(text[i]), to: hash) }
    return hash
  }

  private static func seed(_ type: String) -> UInt64 {
    var hash = TermHash.seed
    for byte in type.utf8 { hash = TermHash.adding(byte, to: hash) }
    return TermHash.adding(0, to: hash)
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
