import Detectors
import Findings

/// What a workbench knows of a table while its source is read.
final class TableState {
  /// Index into the source's tables.
  let index: Int
  private(set) var shape: TableShape
  private(set) var columns: [ColumnState] = []
  var records: UInt64 = 0
  /// The verdicts of the columns are decided; findings no longer wait for them.
  var isFrozen = false
  var isNameChecked = false
  /// The names of columns that were scanned, since a reader may come to know them later.
  var checkedColumnNames: [String] = []
  /// Names as reports print them, where they hold personal data.
  var printedName: String?
  var printedColumnNames: [Int: String] = [:]

  /// Records after which the verdicts are frozen.
  static let headInRecords: UInt64 = 4096
  /// Columns beyond these are read without a context of their own.
  static let columnLimit = 10_000

  init(index: Int, shape: TableShape, ruleSet: RuleSet) {
    self.index = index
    self.shape = shape
    columns = shape.columns.prefix(Self.columnLimit).map { ColumnState($0, ruleSet) }
  }

  /// The shape as reports print it.
  var printedShape: TableShape {
    var printed = shape
    if let printedName { printed.name = printedName }
    for (i, name) in printedColumnNames { printed.columns[i].name = name }
    return printed
  }

  /// Takes over what the reader has learnt since: columns, comments.
  func describe(_ newer: TableShape, ruleSet: RuleSet) {
    shape.comment = newer.comment.isEmpty ? shape.comment : newer.comment
    for (i, column) in newer.columns.prefix(Self.columnLimit).enumerated() {
      if i >= columns.count {
        shape.columns.append(column)
        columns.append(ColumnState(column, ruleSet))
      } else if !isFrozen, columns[i].needsContext(of: column) {
        shape.columns[i] = column
        columns[i].describe(column, ruleSet)
      }
    }
  }

  func comment(_ text: String, column name: String?, ruleSet: RuleSet) {
    guard let name else {
      shape.comment = text
      return
    }
    guard let i = shape.columns.firstIndex(where: { $0.name == name }) else { return }
    shape.columns[i].comment = text
    if i < columns.count, !isFrozen { columns[i].describe(shape.columns[i], ruleSet) }
  }

  /// The state of a column; ragged records bring columns that no header named.
  func column(_ i: Int, ruleSet: RuleSet) -> ColumnState? {
    guard i < Self.columnLimit else { return nil }
    while columns.count <= i {
      let unnamed = ColumnShape(name: "")
      shape.columns.append(unnamed)
      columns.append(ColumnState(unnamed, ruleSet))
    }
    return columns[i]
  }
}

/// Counts and context of one column.
final class ColumnState {
  private(set) var context: ColumnContext
  private var shape: ColumnShape
  var values: UInt64 = 0
  /// Look-alikes per rule: tested and passed.
  private(set) var outcomes: ContiguousArray<(tested: UInt64, passed: UInt64)>
  /// Per rule: decibans that the frozen verdict adds; empty before.
  private(set) var verdicts: ContiguousArray<Int16> = []

  init(_ shape: ColumnShape, _ ruleSet: RuleSet) {
    self.shape = shape
    context = ColumnContext(shape, in: ruleSet)
    outcomes = ContiguousArray(repeating: (0, 0), count: ruleSet.rules.count)
  }

  func needsContext(of newer: ColumnShape) -> Bool {
    shape.name != newer.name || shape.comment != newer.comment
      || shape.declaredType != newer.declaredType
  }

  func describe(_ newer: ColumnShape, _ ruleSet: RuleSet) {
    shape = newer
    context = ColumnContext(newer, in: ruleSet)
  }

  func count(_ rule: Int, passed: Bool) {
    outcomes[rule].tested += 1
    if passed { outcomes[rule].passed += 1 }
  }

  func freeze(_ ruleSet: RuleSet) {
    verdicts = ContiguousArray(outcomes.indices.map { verdict(ofRule: $0, ruleSet) })
  }

  /// What the counts so far say: not what was frozen, once there are more.
  func verdict(ofRule rule: Int, _ ruleSet: RuleSet) -> Int16 {
    Int16(
      ColumnVerdict.decibans(
        tested: outcomes[rule].tested, passed: outcomes[rule].passed,
        checkDecibans: ruleSet.checkDecibans[rule], name: context.nameDecibans(ofRule: rule)))
  }

  /// Whether the counts now judge the rule's hits the other way than the frozen verdict did.
  func isMixed(_ rule: Int, _ ruleSet: RuleSet) -> Bool {
    guard !verdicts.isEmpty else { return false }
    return (verdicts[rule] < 0) != (verdict(ofRule: rule, ruleSet) < 0)
  }
}
