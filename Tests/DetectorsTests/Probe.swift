import Detectors
import Findings

/// A finder with the built-in rules and a fixed key, asked with strings.
struct Probe {
  let ruleSet: RuleSet
  let finder: Finder

  init(master: [UInt8] = Array(0..<32), asOf: CivilDate = BuiltinRules.asOf) throws {
    ruleSet = try BuiltinRules.ruleSet()
    finder = Finder(ruleSet, key: FingerprintKey(master: master), asOf: asOf)
  }

  struct Found: Equatable {
    let type: String
    let value: String
    let range: Range<Int>
    let level: Level
    let decibans: Int
    let kind: Kind
    let role: Role
    let birth: String?
    let masked: String
    let fingerprint: Fingerprint
    let evidence: [String]
  }

  /// The hits of `text` that reach a level, as text outside tables or as a cell of a column.
  func find(_ text: String, column: ColumnShape? = nil) -> [Found] {
    let bytes = Array(text.utf8)
    return find(bytes, core: 0..<bytes.count, column: column.map { ColumnContext($0, in: ruleSet) })
  }

  /// The hits of a cell in a column of this name.
  func find(_ text: String, column name: String, comment: String = "") -> [Found] {
    find(text, column: ColumnShape(name: name, comment: comment))
  }

  func find(_ bytes: [UInt8], core: Range<Int>, column: ColumnContext? = nil) -> [Found] {
    finder.find(in: bytes.span, core: core, column: column)
    return finder.hits.compactMap { hit in
      guard let level = Level(decibans: Int(hit.decibans)) else { return nil }
      return Found(
        type: ruleSet.types[Int(hit.rule)].id.rawValue,
        value: String(decoding: bytes[hit.range], as: UTF8.self), range: hit.range, level: level,
        decibans: Int(hit.decibans), kind: hit.kind, role: hit.role, birth: hit.birth?.iso,
        masked: String(decoding: finder.arena[hit.masked], as: UTF8.self),
        fingerprint: hit.fingerprint,
        evidence: finder.evidence[hit.evidence].map { ruleSet.evidenceNames[Int($0.name)] })
    }
  }

  /// Types and values of the hits at `likely` or above, as `mobile-phone 13812345678`.
  func likely(_ text: String, column: ColumnShape? = nil) -> [String] {
    find(text, column: column).filter { $0.level >= .likely }.map { $0.type + " " + $0.value }
  }
}
