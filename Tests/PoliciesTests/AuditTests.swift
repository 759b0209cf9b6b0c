import Findings
import Policies
import Testing

@Suite("The audit")
struct AuditTests {
  private let phone = Example.type("mobile-phone")
  private let card = Example.type("bank-card")

  private func counts(_ rows: [(Int, DataClass, Bool, UInt64)]) -> AuditCounts {
    var counts = AuditCounts()
    for (type, dataClass, isUnder14, count) in rows {
      counts.add(
        count,
        to: AuditCounts.Key(type: type, dataClass: dataClass, isUnder14: isUnder14))
    }
    return counts
  }

  private func outcome(
    _ counts: AuditCounts, _ user: [Limit] = [], policy: Policy = Example.text,
    isIncomplete: Bool = false
  ) -> AuditVerdict {
    AuditVerdict(
      counts: counts, types: Example.types, limits: .chosen(user: user, policy: policy),
      isIncomplete: isIncomplete)
  }

  @Test("The tool's default fails on anything sensitive and on anything of a child")
  func toolDefault() {
    #expect(outcome(counts([])).outcome == .pass)
    #expect(outcome(counts([(phone, .personal, false, 9)])).outcome == .pass)
    let sensitive = outcome(counts([(card, .sensitive, false, 1)]))
    #expect(sensitive.outcome == .fail)
    #expect(sensitive.breaches.map(\.item.origin) == [.toolDefault])
    #expect(outcome(counts([(phone, .personal, true, 1)])).outcome == .fail)
    #expect(outcome(counts([(Example.type("uscc"), .none, true, 1)])).outcome == .pass)
  }

  @Test("The user's limits stand instead of the policy's and the default")
  func userLimits() {
    let found = counts([(card, .sensitive, false, 5), (phone, .personal, false, 2)])
    let table: [([Limit], AuditVerdict.Outcome)] = [
      ([Limit(.type(TypeID(rawValue: "bank-card")), most: 5)], .pass),
      ([Limit(.type(TypeID(rawValue: "bank-card")), most: 4)], .fail),
      ([Limit(.personal)], .fail),
      ([Limit(.minor)], .pass),
      ([Limit(.minor), Limit(.sensitive)], .fail),
    ]
    for (limits, expected) in table {
      #expect(outcome(found, limits).outcome == expected)
    }
    #expect(outcome(found, [Limit(.personal)]).checks.map(\.count) == [7...7])
  }

  @Test("A policy's limits replace the default unless it keeps it")
  func policyLimits() {
    var policy = Example.text
    policy.limits = PolicyLimits(
      limits: [Limit(.minor, citation: Citation(clause: "1@L1"))], keepsDefault: false)
    let found = counts([(card, .sensitive, false, 5)])
    #expect(outcome(found, policy: policy).outcome == .pass)
    policy.limits.keepsDefault = true
    let verdict = outcome(found, policy: policy)
    #expect(verdict.outcome == .fail)
    #expect(
      verdict.checks.map(\.item.origin) == [.policy(id: "text"), .toolDefault, .toolDefault])
  }

  @Test("A failure wins over an incomplete run, and both are stated")
  func incomplete() {
    #expect(outcome(counts([]), isIncomplete: true).outcome == .incomplete)
    let both = outcome(counts([(card, .sensitive, false, 1)]), isIncomplete: true)
    #expect(both.outcome == .fail)
    #expect(both.isIncomplete)
  }

  @Test("The upper bound of the persons decides, since a pass is a promise")
  func persons() {
    var found = counts([])
    found.persons = 95...105
    #expect(outcome(found, [Limit(.persons, most: 105)]).outcome == .pass)
    #expect(outcome(found, [Limit(.persons, most: 104)]).outcome == .fail)
  }

  @Test("A field's tally is counted by class and by age, cell by cell")
  func tally() throws {
    let judge = try Judge(
      policies: [Example.text], library: [Example.law, Example.standard], types: Example.types)
    var tally = FieldTally()
    func cell(_ band: AgeBand, _ kind: Kind) -> Int { FieldTally.cell(.likely, band, kind) }
    let address = Example.type("address")
    tally.matches = 15
    tally.matchesByLevelAgeAndKind[cell(.under14, .plain)] = 1
    tally.matchesByLevelAgeAndKind[cell(.fourteen, .plain)] = 2
    tally.matchesByLevelAgeAndKind[cell(.adult, .home)] = 4
    tally.matchesByLevelAgeAndKind[cell(.unknown, .work)] = 8
    // Weaker findings are listed on request and judged by no limit.
    tally.matchesByLevelAgeAndKind[FieldTally.cell(.possible, .under14, .home)] = 16
    var counts = AuditCounts()
    counts.add(tally, type: address, role: .subject, judge: judge)
    typealias Key = AuditCounts.Key
    #expect(
      counts.findings == [
        Key(type: address, dataClass: .sensitive, isUnder14: true): 1,
        Key(type: address, dataClass: .sensitive, isUnder14: false): 4,
        Key(type: address, dataClass: .personal, isUnder14: false): 10,
      ])
    var ofGuardian = AuditCounts()
    ofGuardian.add(tally, type: address, role: .guardian, judge: judge)
    #expect(
      ofGuardian.findings == [
        Key(type: address, dataClass: .sensitive, isUnder14: false): 4,
        Key(type: address, dataClass: .personal, isUnder14: false): 11,
      ])
  }
}
