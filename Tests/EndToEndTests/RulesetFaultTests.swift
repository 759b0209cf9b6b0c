import Foundation
import Testing

@Suite struct RulesetFaultTests {
  private static let brokenRule = """
    id: crew-number
    title: {zh: 机组编号, en: Crew number}
    standard: in-house
    canonical: digits
    mask: {first: 1, last: 1}
    context: {kinds: [crew-number], strong: 10, weak: 5, near: 5, against: -5}
    forms:
      - name: one
        prefilter: {number: {digits: [6], first: [1]}}
        pattern: '(?<![0-9])1[0-9{5}'
        prior: {text: 0, cell: 0}
        checks: []
    """

  @Test("Faults of all rule files are listed with file and line, and nothing is scanned")
  func rules() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    try place.scratch.write("rules/one.yaml", Self.brokenRule)
    try place.scratch.write("rules/two.yaml", "id: [unclosed\n")
    try place.scratch.write(
      "rules/three.yaml",
      Self.brokenRule.replacing("crew-number", with: "Bad Id")
        .replacing("one", with: "uno"))
    let outcome = try place.scan(
      "data", "--rules", "rules", "--format", "jsonl", "--report",
      place.scratch.path + "/report")
    #expect(outcome.status == 65)
    #expect(outcome.text == "")
    for name in ["two.yaml", "three.yaml"] {
      #expect(
        outcome.errorText.range(of: name + ":\\d+:\\d+: ", options: .regularExpression) != nil,
        "\(outcome.errorText)")
    }
    #expect(!FileManager.default.fileExists(atPath: place.scratch.path + "/report"))
  }

  @Test("A pattern that PCRE2 refuses is told with its place")
  func pattern() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    try place.scratch.write("rules/one.yaml", Self.brokenRule)
    let outcome = try place.scan("data", "--rules", "rules", "--format", "jsonl")
    #expect(outcome.status == 65)
    #expect(outcome.text == "")
    #expect(
      outcome.errorText.range(of: "one.yaml:\\d+:\\d+: ", options: .regularExpression) != nil,
      "\(outcome.errorText)")
  }

  @Test("A policy that contradicts itself is refused with 65")
  func policy() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    try place.scratch.write(
      "own.yaml",
      """
      title: {zh: 自相矛盾, en: Contradiction}
      classes:
        - {type: email, class: personal, clause: "1"}
        - {type: email, class: sensitive, clause: "1"}
      """)
    let outcome = try place.scan(
      "data", "--policy-file", "own.yaml", "--policy", "own", "--format", "jsonl")
    #expect(outcome.status == 65)
    #expect(outcome.text == "")
    #expect(
      outcome.errorText.range(of: "own.yaml:\\d+:\\d+: ", options: .regularExpression) != nil,
      "\(outcome.errorText)")
  }
}
