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

  /// The table as it is known, its verdicts frozen, with nothing counted: for a block of its records.
  init(continuing table: TableState) {
    precondition(table.isFrozen, "records are handed over when their verdicts are known")
    index = table.index
    shape = table.shape
    columns = table.columns.map(ColumnState.init(continuing:))
    isFrozen = true
    isNameChecked = table.isNameChecked
    checkedColumnNames = table.checkedColumnNames
    printedName = table.printedName
    printedColumnNames = table.printedColumnNames
  }

  /// A table that keeps its place in the list of a source and of which nothing is read.
  init(standingFor table: TableState) {
    index = table.index
    shape = table.printedShape
  }

  /// Gives what was counted and begins to count anew.
  func takeCounts() -> [ColumnCounts] {
    records = 0
    return columns.map { $0.takeCounts() }
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
  @inline(__always)
  func column(_ i: Int, ruleSet: RuleSet) -> ColumnState? {
    i < columns.count ? columns[i] : unnamedColumn(i, ruleSet: ruleSet)
  }

  @inline(never)
  private func unnamedColumn(_ i: Int, ruleSet: RuleSet) -> ColumnState? {
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
  /// Bit *n*: the tally has its sample of rule *n*, and nobody asks for another masked form.
  var sampled: UInt64 = 0
  /// What the finder made of its values; nil before it is asked for, and for a column that has none.
  var memo: CellMemo?
  var isMemoDecided = false
  private(set) var counts: ColumnCounts
  /// Per rule: decibans that the frozen verdict adds; 0 before, and for a column that is met only after
  /// the others' verdicts were frozen.
  private(set) var verdicts: ContiguousArray<Int16>
  private(set) var isFrozen = false

  init(_ shape: ColumnShape, _ ruleSet: RuleSet) {
    self.shape = shape
    context = ColumnContext(shape, in: ruleSet)
    counts = ColumnCounts(ruleCount: ruleSet.rules.count)
    verdicts = ContiguousArray(repeating: 0, count: ruleSet.rules.count)
  }

  /// See `TableState.init(continuing:)`.
  init(continuing column: ColumnState) {
    shape = column.shape
    context = column.context
    verdicts = column.verdicts
    isFrozen = column.isFrozen
    counts = ColumnCounts(ruleCount: column.verdicts.count)
  }

  func takeCounts() -> ColumnCounts {
    let taken = counts
    counts = ColumnCounts(ruleCount: verdicts.count)
    values = 0
    sampled = 0
    return taken
  }

  func needsContext(of newer: ColumnShape) -> Bool {
    shape.name != newer.name || shape.comment != newer.comment
      || shape.declaredType != newer.declaredType
  }

  func describe(_ newer: ColumnShape, _ ruleSet: RuleSet) {
    shape = newer
    context = ColumnContext(newer, in: ruleSet)
  }

  /// Counts a short cell, of which the finder has just told.
  func count(_ text: Span<UInt8>, _ finder: Finder) { counts.count(text, finder) }

  func freeze(_ ruleSet: RuleSet) {
    verdicts = verdictsNow(ruleSet)
    isFrozen = true
  }

  /// What the counts so far say: not what was frozen, once there are more.
  func verdictsNow(_ ruleSet: RuleSet) -> ContiguousArray<Int16> {
    verdicts(by: counts, ruleSet)
  }

  /// What `counts` of the column say.
  func verdicts(by counts: ColumnCounts, _ ruleSet: RuleSet) -> ContiguousArray<Int16> {
    var counts = counts
    counts.settle()
    return ContiguousArray(
      ruleSet.rules.indices.map {
        Int16(ColumnVerdict.decibans(ofRule: $0, counts, context, ruleSet))
      })
  }
}
