import Findings

/// What each signal is worth to each rule, in decibans: `weights.tsv`, and what a rule states itself.
///
/// Bound when rules are compiled: a look-up is one access to an array.
package struct SignalWeights: Sendable {
  /// Rules by signals.
  private let decibans: ContiguousArray<Int16>

  /// The limits of a weight: more depends on who measured.
  package static let limits = -40...20
  /// The rule of rows that hold for every rule without a row of its own.
  package static let everyRule = "*"

  /// - Parameters:
  ///   - rules: in the order of their indices.
  ///   - tables: a later row of `weights` stands instead of an earlier one, so that a user's rows, which
  ///     follow the built-in ones, win; a rule of the name `*` is every rule. What a rule states itself wins
  ///     over the table. Rows of unknown signals, and of rules that are not there, say nothing.
  package init(rules: [Rule], tables: FactTables) {
    let signals = Signal.allCases
    var measured: [String: [Int16?]] = [:]
    let table = tables.table("weights")
    if !table.isEmpty {
      let columns = ["rule", "surrounding", "signal", "decibans"].map(table.column)
      table.forEachRow { cells in
        let (rule, surrounding) = (table.text(cells[columns[0]]), table.text(cells[columns[1]]))
        guard let signal = Signal(name: table.text(cells[columns[2]])),
          signal.surrounding == surrounding, let weight = Int(table.text(cells[columns[3]]))
        else { return }
        let bounded = min(max(weight, Self.limits.lowerBound), Self.limits.upperBound)
        measured[rule, default: Array(repeating: nil, count: signals.count)][signal.rawValue] =
          Int16(bounded)
      }
    }
    let everybodys = measured[Self.everyRule]
    decibans = ContiguousArray(
      rules.flatMap { rule in
        signals.map { signal -> Int16 in
          if let stated = rule.context.stated(signal) { return Int16(stated) }
          return measured[rule.id.rawValue]?[signal.rawValue] ?? everybodys?[signal.rawValue] ?? 0
        }
      })
  }

  /// The weight of a signal for the rule of this index.
  package subscript(_ signal: Signal, ofRule rule: Int) -> Int {
    Int(decibans[rule * Signal.allCases.count + signal.rawValue])
  }
}

extension ContextWeights {
  /// What a rule itself states of a signal; nil where the measured weight holds.
  func stated(_ signal: Signal) -> Int? {
    switch signal {
    case .labelStrong, .columnStrong: strong
    case .labelWeak, .columnWeak: weak
    case .near: near
    case .against, .columnAgainst: against
    case .againstWeak, .columnAgainstWeak: against.map { $0 / 2 }
    case .beside: beside
    case .besideWeak: beside.map { $0 / 2 }
    case .wholeValue: nil
    }
  }
}
