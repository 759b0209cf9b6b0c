import Findings
import Policies
import Reports

/// Policies side by side for a program. Keys and words are those of the policy files and stay.
struct ComparisonDocument {
  private let comparison: Comparison
  private let policies: [Policy]
  private let types: [TypeInfo]

  init(_ comparison: Comparison, _ judge: Judge, types: [TypeInfo]) {
    self.comparison = comparison
    self.types = types
    policies = judge.policies
  }

  /// - Parameter showsAll: the rows too in which all policies agree.
  func bytes(showsAll: Bool) -> [UInt8] {
    var document = JSONDocument()
    document.object {
      $0.array("policies") { for policy in policies { append(policy, to: &$0) } }
      $0.number("compared", UInt64(comparison.rows.count))
      $0.number("differing", UInt64(comparison.differing.count))
      $0.array("rows") {
        for row in showsAll ? comparison.rows : comparison.differing { append(row, to: &$0) }
      }
    }
    document.end()
    return document.bytes
  }

  private func append(_ policy: Policy, to document: inout JSONDocument) {
    document.object {
      $0.text("id", policy.id)
      $0.text("title_zh", policy.titleInChinese)
      $0.text("title_en", policy.titleInEnglish)
      switch policy.status {
      case .inForce(let day, _):
        $0.text("status", "in-force")
        $0.text("day", day.iso)
      case .dated(let day, _):
        $0.text("status", "dated")
        $0.text("day", day.iso)
      case .undated:
        $0.text("status", "undated")
        $0.text("day", nil as String?)
      }
    }
  }

  private func append(_ row: Comparison.Row, to document: inout JSONDocument) {
    document.object {
      $0.text("type", types[row.type].id.rawValue)
      $0.text("kind", row.kind.name)
      $0.text("age", Self.name(of: row.band))
      $0.boolean("differs", row.differs)
      $0.array("verdicts") {
        for (index, verdict) in row.verdicts.enumerated() {
          $0.object {
            $0.text("policy", comparison.policies[index])
            append(verdict, to: &$0)
            $0.object("reason") { append(verdict.reason, to: &$0) }
            $0.array("fallbacks_otherwise") {
              for fallback in row.differingFallbacks[index] {
                $0.object { append(fallback, to: &$0) }
              }
            }
          }
        }
      }
    }
  }

  private func append(_ verdict: ClassVerdict, to document: inout JSONDocument) {
    document.text("class", verdict.dataClass.name)
    document.text("clause", verdict.clause)
    document.text("basis", verdict.basis.name)
  }

  private func append(_ reason: ClassReason, to document: inout JSONDocument) {
    document.text("by", Self.name(of: reason.cause))
    document.text("policy", reason.policy)
    document.text("basis", reason.basis.name)
    document.text("words", reason.words)
    document.text("note", reason.note)
    document.text("named_at", reason.namedAt)
  }

  private static func name(of cause: ClassReason.Cause) -> String {
    switch cause {
    case .datum: "datum"
    case .definition: "definition"
    case .minor: "age"
    case .combination: "combination"
    }
  }

  /// `adult` stands for everybody who has no row of a younger age.
  private static func name(of band: AgeBand) -> String {
    switch band {
    case .unknown: "unknown"
    case .under14: "under-14"
    case .fourteen: "14"
    case .from15To17: "15-17"
    case .adult: "adult"
    }
  }
}
