package import Findings

/// A test that a policy carries: what the judge must answer.
package struct PolicyCase: Sendable, Hashable {
  package let datum: Datum
  package let age: Age
  package let role: Role
  package let expectedClass: DataClass
  package let expectedClause: String
  package let expectedBasis: ClassBasis
  /// 1-based line of the policy file, 0 where there is none.
  package let line: Int

  package init(
    datum: Datum, age: Age = .unknown, role: Role = .subject, expectedClass: DataClass,
    expectedClause: String, expectedBasis: ClassBasis, line: Int = 0
  ) {
    self.datum = datum
    self.age = age
    self.role = role
    self.expectedClass = expectedClass
    self.expectedClause = expectedClause
    self.expectedBasis = expectedBasis
    self.line = line
  }
}
