import RulesetSource
import Testing

@Suite struct YAMLTests {
  @Test("A file becomes lists, mappings and text, each with the place it was written at")
  func placesAreKept() throws {
    let node = try YAML.parse(
      """
      # first line
      id: resident-id
      数: 010
      list:
        - a
        - 'b c'
        - {k: v}
      text: |
        one
          two
      """, file: "f.yaml")
    #expect(node.mark == Mark(line: 2, column: 1))
    #expect(
      node["id"] == Node(.scalar(.init("resident-id", isPlain: true)), at: Mark(line: 2, column: 5))
    )
    #expect(node["数"] == Node(.scalar(.init("010", isPlain: true)), at: Mark(line: 3, column: 4)))
    #expect(node["text"]?.content == .scalar(.init("one\n  two", isPlain: false)))
    guard case .sequence(let list) = node["list"]?.content else {
      Issue.record("not a list")
      return
    }
    #expect(list.map(\.mark) == [5, 6, 7].map { Mark(line: $0, column: 5) })
    #expect(list[1].content == .scalar(.init("b c", isPlain: false)))
    #expect(list[2]["k"]?.content == .scalar(.init("v", isPlain: true)))
    #expect(node["absent"] == nil)
  }

  @Test(
    "A fault is told with its kind and its place",
    arguments: [
      ("", .empty, Mark(line: 1, column: 1)),
      ("# nothing but a remark\n", .empty, Mark(line: 1, column: 1)),
      ("a: 1\nb: 2\na: 3\n", .duplicateKey("a"), Mark(line: 1, column: 1)),
      ("a: 1\nb: &x 2\n", .anchor, Mark(line: 2, column: 4)),
      ("a: &x 1\nb: *x\n", .anchor, Mark(line: 1, column: 4)),
      ("a: 1\nb: !secret 2\n", .tag("!secret"), Mark(line: 2, column: 4)),
      ("a: 1\n? [x, y]\n: 2\n", .keyIsNotText, Mark(line: 2, column: 3)),
      ("a: 1\n---\nb: 2\n", .severalDocuments, Mark(line: 2, column: 1)),
      ("a: 1\nb: \u{1}\n", .forbiddenCharacter(scalar: 1), Mark(line: 2, column: 4)),
    ] as [(String, RulesetSyntaxError.Reason, Mark)])
  func faults(text: String, reason: RulesetSyntaxError.Reason, mark: Mark) {
    #expect(throws: RulesetSyntaxError(file: "f.yaml", mark: mark, reason: reason)) {
      try YAML.parse(text, file: "f.yaml")
    }
  }

  @Test(
    "What is not YAML is refused at the right line",
    arguments: [("a: 1\nb: ]\n", 2), ("a: 1\n\tb: 2\n", 2), ("a: 1\nb: 'x\n", 3), ("a: b: c\n", 1)])
  func malformed(text: String, line: Int) {
    let error = #expect(throws: RulesetSyntaxError.self) { try YAML.parse(text, file: "f.yaml") }
    #expect(error?.mark.line == line)
  }

  @Test("Bytes that are not UTF-8 are refused at the first broken one")
  func brokenText() {
    #expect(
      throws: RulesetSyntaxError(
        file: "f.yaml", mark: Mark(line: 2, column: 2), reason: .notUTF8)
    ) {
      try YAML.parse(Array("a: 中\n中".utf8) + [0xB0, 0xA1], file: "f.yaml")
    }
  }

  @Test("A byte order mark and line ends of Windows change nothing")
  func windowsFile() throws {
    let plain = try YAML.parse(Array("a: 1\nb:\n  - 2\n".utf8), file: "f")
    #expect(try YAML.parse(Array("\u{FEFF}a: 1\r\nb:\r\n  - 2\r\n".utf8), file: "f") == plain)
  }

  @Test("A file of more than a mebibyte is refused unread")
  func size() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: YAML.limitInBytes + 1)
    let error = #expect(throws: RulesetSyntaxError.self) { try YAML.parse(bytes, file: "f") }
    #expect(
      error?.reason
        == .tooLarge(sizeInBytes: bytes.count, limitInBytes: YAML.limitInBytes))
  }

  @Test(
    "Nesting without end is refused and neither crashes nor hangs",
    arguments: ["[", "{a: ", "- ", "? ", "[{a: ", "- ? "])
  func depth(opener: String) {
    for levels in [100, 999, 200_000] {
      let text = String(repeating: opener, count: levels)
      #expect(throws: RulesetSyntaxError.self) { try YAML.parse(text, file: "f") }
    }
    let closed = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    let error = #expect(throws: RulesetSyntaxError.self) { try YAML.parse(closed, file: "f") }
    #expect(error?.reason == .tooDeep(limit: YAML.limitInLevels))
  }

  @Test("Aliases of aliases are refused at once, as values and as keys", arguments: [false, true])
  func billionLaughs(asKey: Bool) {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    if asKey { text += "? *a12\n: x\n" }
    let error = #expect(throws: RulesetSyntaxError.self) { try YAML.parse(text, file: "f") }
    #expect(error?.reason == .anchor)
    #expect(error?.mark == Mark(line: 1, column: 5))
  }
}
