import Findings
import Policies
import Testing

@Suite("The comparison of policies")
struct ComparisonTests {
  private func comparison(_ policies: Policy...) throws -> Comparison {
    let judge = try Judge(
      policies: policies, library: [Example.law, Example.standard], types: Example.types)
    return Comparison(judge, types: Example.types)
  }

  private func name(_ row: Comparison.Row) -> String {
    let kind = row.kind.name.map { "/\($0)" } ?? ""
    return "\(Example.types[row.type].id.rawValue)\(kind) \(row.band)"
  }

  @Test("A younger band has a row only where something is judged otherwise")
  func bands() throws {
    let rows = try comparison(Example.law, Example.standard).rows.map(name)
    // The standard counts fourteen-year-olds as children, the law does not; an ID number is
    // sensitive by both, yet its ground is another for a child. A company has no age.
    #expect(
      rows == [
        "resident-id adult", "resident-id fourteen", "resident-id under14",
        "mobile-phone adult", "mobile-phone fourteen", "mobile-phone under14",
        "email adult", "email fourteen", "email under14",
        "bank-card adult", "bank-card fourteen", "bank-card under14",
        "address/plain adult", "address/plain fourteen", "address/plain under14",
        "address/home adult", "address/home fourteen", "address/home under14",
        "address/delivery adult", "address/delivery fourteen", "address/delivery under14",
        "address/work adult", "address/work fourteen", "address/work under14",
        "uscc adult", "uscc fourteen",
      ])
  }

  @Test("Only the rows in which the classes differ are left by the filter")
  func differing() throws {
    let comparison = try comparison(Example.law, Example.text)
    #expect(comparison.policies == ["law", "text"])
    #expect(
      comparison.differing.map(name) == [
        "resident-id adult", "resident-id fourteen", "address/home adult",
        "address/home fourteen",
      ])
    let row = try #require(comparison.differing.first)
    #expect(row.verdicts.map(\.dataClass) == [.sensitive, .personal])
    #expect(row.verdicts.map(\.clause) == ["28", "1@L1"])
    #expect(row.differingFallbacks.map { $0.map(\.clause) } == [[], ["law:28", "standard:B(4)"]])
  }

  @Test("A policy's case that is answered otherwise is given back with the answer")
  func cases() throws {
    var law = Example.law
    func policyCase(_ name: String, _ expected: DataClass, line: Int) throws -> PolicyCase {
      PolicyCase(
        datum: try #require(Datum(name: name)), expectedClass: expected, expectedClause: "28",
        expectedBasis: .listed, line: line)
    }
    law.cases = [
      try policyCase("bank-card", .sensitive, line: 1),
      try policyCase("bank-card", .personal, line: 2),
      try policyCase("email", .sensitive, line: 3),
      try policyCase("passport", .sensitive, line: 4),
    ]
    let failures = try PolicyChecker.failures(of: law, library: [], types: Example.types)
    #expect(failures.map(\.policyCase.line) == [2, 3, 4])
    #expect(failures.map(\.found?.clause) == ["28", "4", nil])
  }
}
