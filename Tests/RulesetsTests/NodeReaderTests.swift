import RulesetSource
import Rulesets
import Testing

@Suite struct NodeReaderTests {
  @Test("Every fault of a file is gathered, with its place and the way to it")
  func faultsAreGathered() throws {
    let diagnostics = DiagnosticCollector()
    let node = try YAML.parse(
      """
      id: x
      chance: eleven
      quoted: '11'
      far: 200
      strict: yes
      basis: nam
      checks:
        - nmae: luhn
        - name: [a]
      empty:
      """, file: "f.yaml")
    let root = try #require(NodeReader(node, file: "f.yaml", diagnostics: diagnostics).mapping())
    #expect(root.string("id") == "x")
    #expect(root.int("chance") == nil)
    #expect(root.int("quoted") == nil)
    #expect(root.int("far", in: 0...100) == nil)
    #expect(root.bool("strict", absent: true))
    #expect(root.word("basis", from: [(name: "value", value: 1), (name: "name", value: 2)]) == nil)
    for check in root.list("checks") {
      guard let check = check.mapping() else { continue }
      #expect(check.string("name") == nil)
      check.finish()
    }
    #expect(root.string("empty") == nil)
    #expect(root.string("title") == nil)
    #expect(root.optionalString("subtitle") == nil)
    root.finish()
    let expected: [(Mark, String, Diagnostic.Problem)] = [
      (Mark(line: 1, column: 1), "", .missingKey("title")),
      (Mark(line: 2, column: 9), "chance", .notAnInteger("eleven")),
      (Mark(line: 3, column: 9), "quoted", .notAnInteger("11")),
      (Mark(line: 4, column: 6), "far", .outOfRange(200, allowed: 0...100)),
      (Mark(line: 5, column: 9), "strict", .notYesOrNo("yes")),
      (Mark(line: 6, column: 8), "basis", .notOneOf("nam", allowed: ["value", "name"])),
      (Mark(line: 8, column: 5), "checks[1]", .missingKey("name")),
      (Mark(line: 8, column: 5), "checks[1]", .unknownKey("nmae", nearest: "name")),
      (Mark(line: 9, column: 11), "checks[2].name", .wrongShape(expected: .text, found: .list)),
      (Mark(line: 10, column: 7), "empty", .emptyValue),
    ]
    #expect(
      diagnostics.sorted
        == expected.map { Diagnostic(file: "f.yaml", mark: $0, path: $1, problem: $2) })
  }

  @Test("A mapping with free keys has no unknown ones")
  func freeKeys() throws {
    let diagnostics = DiagnosticCollector()
    let node = try YAML.parse("b: 1\na: 2\n", file: "f")
    let root = try #require(NodeReader(node, file: "f", diagnostics: diagnostics).mapping())
    #expect(root.allEntries().map(\.key) == ["b", "a"])
    root.finish()
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "A slip of the pen is recognised, another word is not",
    arguments: [
      ("tilte", "title"), ("example", "examples"), ("presision", nil), ("id", "id"), ("x", nil),
      ("exmaples", "examples"),
    ])
  func spelling(word: String, nearest: String?) {
    #expect(Spelling.nearest(to: word, among: ["id", "title", "examples"]) == nearest)
  }
}
