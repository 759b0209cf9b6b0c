import Detectors
import Findings

/// What the matches of one record tell of who its persons are.
///
/// It holds no more than the first identifier of each sort, so a record may be as long as it likes.
struct RecordPersons {
  /// The rank of the best identifier of the subject and of a guardian; `Int.max` without one.
  private var bestRanks = InlineArray<2, Int>(repeating: .max)
  /// The first of each of the subject's identifiers. Index: `Identifier.rawValue`.
  private var first = InlineArray<6, Fingerprint?>(repeating: nil)
  /// The type of the first match of the subject and of a guardian.
  private var firstTypes = InlineArray<2, Int>(repeating: -1)
  /// The subject, or a guardian, has matches of several types.
  private var isCombined = InlineArray<2, Bool>(repeating: false)
  private(set) var hasSubject = false
  private(set) var hasGuardian = false
  private(set) var hintsAtMinor = false
  /// A match about the subject stands in the clear.
  private(set) var isPlain = false

  mutating func add(_ finding: FindingRecord, _ ruleSet: RuleSet) {
    let type = Int(finding.type)
    let isSubject = finding.role == .subject
    let role = Int(finding.role.rawValue)
    if firstTypes[role] < 0 { firstTypes[role] = type }
    if firstTypes[role] != type { isCombined[role] = true }
    if ruleSet.hintsAtMinor[type] { hintsAtMinor = true }
    if isSubject {
      hasSubject = true
      if finding.concealment == .none { isPlain = true }
    } else {
      hasGuardian = true
    }
    guard let identifier = ruleSet.identifiers[type] else { return }
    if isSubject, first[Int(identifier.rawValue)] == nil {
      first[Int(identifier.rawValue)] = finding.fingerprint
    }
    guard let rank = identifier.rank else { return }
    bestRanks[role] = min(bestRanks[role], rank)
  }

  /// Whether an identifier of the role stands beside one of a higher rank.
  func isLinked(_ identifier: Identifier, of role: Role) -> Bool {
    guard let rank = identifier.rank else { return false }
    return bestRanks[Int(role.rawValue)] < rank
  }

  /// Whether matches of several types of the role stand in the record.
  func isCombined(_ role: Role) -> Bool { isCombined[Int(role.rawValue)] }

  /// What tells the subject from other persons: a number of its own before name and birth date, these before
  /// a phone, which children of one family share. Nil where nothing does.
  var subject: Fingerprint? {
    if let number = self[.idNumber] ?? self[.studentNumber] { return number }
    if let name = self[.name], let birth = self[.birthDate] { return name.joined(with: birth) }
    return self[.mobilePhone] ?? self[.email]
  }

  private subscript(_ identifier: Identifier) -> Fingerprint? {
    first[Int(identifier.rawValue)]
  }
}
