import Detectors
import Findings

/// Judges the columns of a source by all that was counted of them.
struct ColumnJudgement: @unchecked Sendable {
  // @unchecked: it is handed over when the reading of the source has ended; nobody writes to the tables
  // from then on.
  private let tables: [TableState]
  private let ruleSet: RuleSet

  /// - Parameter tables: with their contexts and frozen verdicts; their own counts are not looked at.
  init(tables: [TableState], ruleSet: RuleSet) {
    self.tables = tables
    self.ruleSet = ruleSet
  }

  /// - Parameter counts: of the columns, by table.
  func judge(by counts: [Int: [ColumnCounts]], in tally: inout SourceTally) {
    for (index, columns) in counts { judge(tables[index], by: columns, in: &tally) }
  }

  /// Enters how many values were tested, and whether the counts judge a rule's hits the other way than
  /// the frozen verdict did.
  func judge(_ table: TableState, by counts: [ColumnCounts], in tally: inout SourceTally) {
    for (column, state) in table.columns.enumerated() where column < counts.count {
      let now = state.verdicts(by: counts[column], ruleSet)
      for rule in ruleSet.rules.indices {
        let tested = counts[column].tested(ofRule: rule)
        guard tested > 0 else { continue }
        let key = SourceTally.Key(
          table: Int32(table.index), field: Int32(column), type: UInt16(rule))
        tally.fields[key]?.tested = tested
        tally.fields[key]?.isMixed =
          state.isFrozen && (state.verdicts[rule] < 0) != (now[rule] < 0)
      }
    }
  }
}
