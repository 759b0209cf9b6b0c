import Findings
import Policies
import Testing

@Suite("The check against a text")
struct TextCheckTests {
  private static let digest = String(repeating: "0f", count: 32)
  private static let lines = ["Title", "Your Name, HOME address and 手机号码.", ""]

  private func policy(_ citations: [Citation]) -> Policy {
    var policy = Example.policy("text")
    policy.text = PolicyText(file: "text.txt", sha256Hex: Self.digest)
    policy.facts = citations.map { TextFact(statement: "", citation: $0) }
    return policy
  }

  @Test("Words are found on their line, whatever their case")
  func found() {
    let check = TextCheck(
      policy([
        Citation(clause: "1@L2", words: ["home address", "手机号码", "name"]),
        Citation(clause: "[title]@L1"),
      ]), sha256Hex: Self.digest, lines: Self.lines)
    #expect(check.isChecked)
    #expect(check.citationCount == 3)
    #expect(check.faults == [])
  }

  @Test("Words on another line, lines beyond the last and another text are faults")
  func faults() {
    let check = TextCheck(
      policy([
        Citation(clause: "1@L1", words: ["Title", "name"]),
        Citation(clause: "1@L3", words: ["name"]),
        Citation(clause: "2@L4", words: ["name"]),
      ]), sha256Hex: "ab", lines: Self.lines)
    #expect(
      check.faults == [
        .digestDiffers(expected: Self.digest, found: "ab"),
        .wordsNotOnLine(clause: "1@L1", words: "name"),
        .wordsNotOnLine(clause: "1@L3", words: "name"),
        .noSuchLine(clause: "2@L4", lineCount: 3),
      ])
  }

  @Test("A law without a text is not checked, and does not count as sound")
  func law() {
    let check = TextCheck(Example.law, sha256Hex: "", lines: [])
    #expect(!check.isChecked)
    #expect(check.citationCount == 0)
  }

  @Test("A clause id names its line after the last @L")
  func lines() {
    let table: [(String, Int?)] = [
      ("1.1@L20", 20), ("二(三)(3)@L35", 35), ("[preamble]@L17", 17), ("Art. 28(1)", nil),
      ("1@L", nil), ("1@L0", nil), ("1@L07", nil), ("1@L+7", nil), ("1@L7a", nil), ("@L9", 9),
    ]
    for (id, line) in table { #expect(Clause.line(of: id) == line, "\(id)") }
  }

  @Test("A datum is a type, with a kind where it is an address")
  func data() {
    #expect(Datum(name: "email") == Datum(type: TypeID(rawValue: "email")))
    #expect(
      Datum(name: "address/home") == Datum(type: TypeID(rawValue: "address"), kind: .home))
    #expect(Datum(name: "address/none") == nil)
    #expect(Datum(name: "address/") == nil)
    #expect(Datum(name: "address/home")?.name == "address/home")
  }
}
