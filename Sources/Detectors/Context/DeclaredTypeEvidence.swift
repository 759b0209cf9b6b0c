import Findings

/// What the declared type of a column says for or against its hits: stated weights, not measured
/// ones, since no corpus shows how often people declare oddly.
enum DeclaredTypeEvidence: String, CaseIterable {
  /// More digits or characters than the type holds: a value that is there all the same came from a
  /// program that does not keep to its types, as SQLite.
  case tooNarrow = "declared:too-narrow"
  /// An amount or a measure; numbers of persons have no digits behind a point.
  case fraction = "declared:fraction"
  /// A day or a time is no number, and a number no day.
  case time = "declared:time"
  /// Yes or no, or one of a list.
  case choice = "declared:choice"
  /// Addresses of networks and devices, UUIDs.
  case network = "declared:network"
  /// Numbers of persons begin with zeros and are not added up: most people declare them as text, and
  /// keys and counts as numbers.
  case integer = "declared:integer"
  /// The server counts the values itself.
  case counter = "declared:counter"
  /// The very width of the datum: `char(11)`, `varchar(18)`.
  case width = "declared:width"

  var decibans: Int {
    switch self {
    case .tooNarrow: -20
    case .fraction: -30
    case .time: -30
    case .choice: -30
    case .network: -30
    case .integer: -4
    case .counter: -40
    case .width: 3
    }
  }

  /// More lengths than these are no width of a datum's own.
  private static let mostLengths = 5

  /// What a column's declaration says of a rule's values; nil for nothing.
  init?(_ column: ColumnShape, for rule: Rule) {
    let lengths = Self.digitCounts(of: rule)
    guard let shortest = lengths.min() else { return nil }
    if column.isCounter {
      self = .counter
      return
    }
    let isDate = rule.canonical == .date
    switch DeclaredType(column.declaredType) {
    case nil, .other, .text(nil): return nil
    case .boolean, .choice: self = .choice
    case .integer(let digits):
      self = isDate && digits >= 8 || digits >= shortest ? .integer : .tooNarrow
    case .fraction: self = .fraction
    case .date, .moment:
      if isDate { return nil }
      self = .time
    case .time: self = .time
    case .network, .uuid: self = .network
    case .text(let limit?):
      if limit < shortest {
        self = .tooNarrow
      } else if lengths.contains(limit), lengths.count <= Self.mostLengths {
        self = .width
      } else {
        return nil
      }
    }
  }

  /// The counts of digits that the forms of a rule have; none for a rule of other data.
  private static func digitCounts(of rule: Rule) -> Set<Int> {
    var counts: Set<Int> = []
    for form in rule.forms {
      guard case .number(let gate) = form.prefilter else { continue }
      counts.formUnion((1..<64).filter { gate.lengths >> UInt64($0) & 1 == 1 })
    }
    return counts
  }
}
