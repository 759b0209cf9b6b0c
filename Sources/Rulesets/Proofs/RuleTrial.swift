import Detectors
import Findings

/// Searches texts for one rule's type, as all the rules together see it.
struct RuleTrial {
  let finder: Finder
  let ruleSet: RuleSet
  /// Index of the rule.
  let rule: Int
  /// What the column of a cell says; nil for text.
  let column: ColumnContext?

  /// A hit of the rule.
  struct Found: Hashable {
    let range: Range<Int>
    let decibans: Int
    let birth: CivilDate?
    let kind: Kind
    let fingerprint: Fingerprint
    /// Names of the evidence that speaks for the hit.
    let support: Set<String>

    var level: Level? { Level(decibans: decibans) }
  }

  /// The hits of the rule in `text` that reach a level.
  func find(_ text: String) -> [Found] { find(text, core: 0..<text.utf8.count) }

  /// The hits that start in `core`.
  func find(_ text: String, core: Range<Int>) -> [Found] {
    let bytes = Array(text.utf8)
    finder.find(in: bytes.span, core: core, column: column)
    return finder.hits.filter { Int($0.rule) == rule && $0.decibans >= 0 }.map { hit in
      let evidence = finder.evidence[hit.evidence].filter { $0.decibans > 0 }
      return Found(
        range: hit.range, decibans: Int(hit.decibans), birth: hit.birth, kind: hit.kind,
        fingerprint: hit.fingerprint,
        support: Set(evidence.map { ruleSet.evidenceNames[Int($0.name)] }))
    }
  }

  /// Whether the last search met a value that the rule's pattern matches and a check refused.
  var wasRefused: Bool {
    finder.outcomes.contains { Int($0.rule) == rule && (!$0.passed || $0.isDoubted) }
  }
}
