package import Findings

/// Policies side by side: every datum under each of them, with reasons.
package struct Comparison: Sendable {
  /// One datum of persons of one age.
  package struct Row: Sendable, Hashable {
    /// Index into the run's types.
    package let type: Int
    /// `none` but for addresses.
    package let kind: Kind
    /// `adult` stands for everybody; a younger band has a row only where its verdicts, or what the
    /// fallbacks say beside them, are others than those of the band above it.
    package let band: AgeBand
    /// One per policy, in their order.
    package let verdicts: [ClassVerdict]
    /// Per policy, what its fallbacks say where their class is another than its own.
    package let differingFallbacks: [[ClassVerdict]]

    /// Whether the policies disagree on the class.
    package var differs: Bool {
      verdicts.contains { $0.dataClass != verdicts[0].dataClass }
    }
  }

  /// The ids of the policies, in the order of the verdicts.
  package let policies: [String]
  /// By type, kind and falling age.
  package let rows: [Row]

  /// The rows in which the policies disagree on the class.
  package var differing: [Row] { rows.filter(\.differs) }

  /// Compares all policies of a judge. Cost: types × kinds × bands × policies.
  package init(_ judge: Judge, types: [TypeInfo]) {
    policies = judge.policies.map(\.id)
    var rows: [Row] = []
    for (type, info) in types.enumerated() {
      for kind in Datum.kinds(of: info.id) {
        var above: Row?
        for band in [AgeBand.adult, .from15To17, .fourteen, .under14] {
          let row = Row(
            type: type, kind: kind, band: band,
            verdicts: judge.policies.indices.map {
              judge.verdict(policy: $0, type: type, kind: kind, band: band, role: .subject)
            },
            differingFallbacks: judge.policies.indices.map {
              judge.differingFallbacks(
                policy: $0, type: type, kind: kind, age: .representative(of: band),
                role: .subject)
            })
          if let above, above.verdicts == row.verdicts,
            above.differingFallbacks == row.differingFallbacks
          {
            continue
          }
          above = row
          rows.append(row)
        }
      }
    }
    self.rows = rows
  }
}
