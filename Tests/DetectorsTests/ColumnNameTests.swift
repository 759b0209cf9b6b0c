import Findings
import Testing

@testable import Detectors

/// What the names and comments of columns say, against what people who know the schemas say.
@Suite struct ColumnNameTests {
  /// The kinds of the term that decides: the name's longest, or the comment's where the name has none
  /// or says only that it is a number.
  static func kinds(of column: ColumnShape) throws -> Set<String> {
    let ruleSet = try BuiltinRules.ruleSet()
    let readings = ColumnReadings(column, by: ColumnNameReader(ruleSet.terms, ruleSet.columnWords))
    func kinds(_ reading: ColumnNameReader.Reading) -> Set<String> {
      let terms = reading.terms
      guard let first = terms.first else { return [] }
      var kinds = Set(
        ruleSet.entries(ofTerm: first, in: reading).map {
          ruleSet.terms.kinds[Int($0.kind)].rawValue
        })
      if kinds == ["guardian"], terms.count > 1 {
        kinds.formUnion(
          ruleSet.terms.entries(ofTerm: terms[1]).map {
            ruleSet.terms.kinds[Int($0.kind)].rawValue
          })
      }
      return kinds
    }
    return kinds(readings.name).union(kinds(readings.comment))
  }

  /// What is no personal datum: decoys, and kinds that no column of the lists is wrong to have.
  static let others: Set<String> = [
    "amount", "anybody", "batch", "flow", "identity-document", "number", "order", "product",
    "suffix", "thing-name",
    "time",
    "trace", "version",
  ]

  static func check(_ column: ColumnNames.Column) throws {
    let shape = ColumnShape(name: column.name, comment: column.comment)
    let kinds = try Self.kinds(of: shape)
    if column.types.isEmpty {
      #expect(kinds.subtracting(others).isEmpty, "\(column): \(kinds)")
    } else {
      #expect(!kinds.isDisjoint(with: column.types), "\(column): \(kinds)")
    }
  }

  @Test("Columns of vendors' sample databases", arguments: ColumnNames.western)
  func western(_ column: ColumnNames.Column) throws { try Self.check(column) }

  @Test("Columns of Chinese administration systems", arguments: ColumnNames.ruoyi)
  func ruoyi(_ column: ColumnNames.Column) throws { try Self.check(column) }

  @Test("Columns in pinyin and its initials", arguments: ColumnNames.pinyin)
  func pinyin(_ column: ColumnNames.Column) throws { try Self.check(column) }

  @Test("English columns with Chinese comments", arguments: ColumnNames.mixed)
  func mixed(_ column: ColumnNames.Column) throws { try Self.check(column) }

  @Test("Header cells of sheets", arguments: ColumnNames.headers)
  func headers(_ column: ColumnNames.Column) throws { try Self.check(column) }

  @Test("There are at least three hundred of them")
  func count() {
    let count = [
      ColumnNames.western, ColumnNames.ruoyi, ColumnNames.pinyin, ColumnNames.mixed,
      ColumnNames.headers,
    ].map(\.count).reduce(0, +)
    #expect(count >= 300)
  }
}
