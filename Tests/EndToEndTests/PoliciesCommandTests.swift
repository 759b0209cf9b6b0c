import Foundation
import Testing

@Suite("pii-scan policies")
struct PoliciesCommandTests {
  private static let five = [
    "pipl", "gbt-35273-2020", "gbt-45574-2025", "miaoke-vocational-education",
    "ccm-engineering-machinery",
  ]

  private struct Comparison: Decodable {
    struct Row: Decodable {
      struct Verdict: Decodable {
        let policy: String
        let `class`: String
        let clause: String
        let basis: String
      }
      let type: String
      let kind: String?
      let age: String
      let differs: Bool
      let verdicts: [Verdict]
    }
    let compared: Int
    let differing: Int
    let rows: [Row]
  }

  private func comparison(_ arguments: String...) throws -> Comparison {
    let run = try CommandRun(
      arguments: ["policies", "compare"] + arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Comparison.self, from: Data(run.output.utf8))
  }

  // The clauses were read off the texts and the standards' annexes.
  @Test("The ID number and the home address are among the disagreements, with their clauses")
  func disagreements() throws {
    let run = try CommandRun(
      arguments: ["policies", "compare"] + Self.five + ["--format", "json"])
    let rows = try JSONDecoder().decode(Comparison.self, from: Data(run.output.utf8)).rows
    let table: [(type: String, kind: String?, expected: [String])] = [
      (
        "resident-id", nil,
        [
          "sensitive Art. 28(1)", "sensitive Annex B(4)", "personal Annex A", "personal 1.1@L20",
          "personal [preamble]@L17",
        ]
      ),
      (
        "address", "home",
        [
          "personal Art. 4", "personal Annex A(1)", "personal pipl:Art. 4", "sensitive 1.2@L22",
          "personal [preamble]@L17",
        ]
      ),
    ]
    for (type, kind, expected) in table {
      let row = try #require(
        rows.first { $0.type == type && $0.kind == kind && $0.age == "adult" })
      #expect(row.differs)
      #expect(row.verdicts.map(\.policy) == Self.five)
      #expect(row.verdicts.map { "\($0.class) \($0.clause)" } == expected)
    }
  }

  @Test("Five policies side by side fit into 80 columns, in both languages")
  func width() throws {
    for language in ["en_GB.UTF-8", "zh_CN.UTF-8"] {
      let run = try CommandRun(
        arguments: ["policies", "compare"] + Self.five, language: language)
      #expect(run.status == 0)
      #expect(run.output.contains("[resident-id]"))
      #expect(run.output.contains("[address/home]"))
      #expect(run.output.lines.filter { String($0).columns > 80 } == [])
    }
  }

  @Test("With --all the rows that agree are there too")
  func all() throws {
    let some = try comparison("pipl", "gbt-45574-2025")
    let all = try comparison("pipl", "gbt-45574-2025", "--all")
    #expect(some.rows.count == some.differing && some.rows.allSatisfy(\.differs))
    #expect(all.rows.count == all.compared && all.compared > some.compared - some.differing)
    #expect(all.rows.contains { !$0.differs })
  }

  @Test("An unknown policy is wrong usage, and the message lists those that there are")
  func unknown() throws {
    let run = try CommandRun("policies", "compare", "pipl", "gbt")
    #expect(run.status == 64)
    #expect(run.errors.contains("There is no policy 'gbt'."))
    #expect(run.errors.contains("gbt-35273-2020, gbt-45574-2025, miaoke-vocational-education"))
    #expect(try CommandRun("policies", "compare", "pipl").status == 64)
    #expect(try CommandRun("policies", "compare", "pipl", "pipl").status == 64)
    #expect(try CommandRun("policies", "show", "gbt").status == 64)
  }

  @Test("The list has titles, status and what is extended; dates are never supplied")
  func list() throws {
    let run = try CommandRun("policies", "list")
    #expect(run.status == 0)
    for text in [
      "in force from 2021-11-01", "dated 2024-11-08", "undated",
      "extends pipl, cybersecurity-law, gbt-35273-2020",
    ] { #expect(run.output.contains(text), "\(text)") }
    #expect(try CommandRun("policies", "list", "--lang", "zh").output.contains("未注明日期"))
  }

  @Test("A policy is shown with clauses, classes, ages, declarations and limits")
  func show() throws {
    let run = try CommandRun("policies", "show", "miaoke-vocational-education")
    #expect(run.status == 0)
    for text in [
      "1.2@L22", "address/home", "under 14", "8@L139", "Declares to collect",
      "Declares not to collect", "the tool's default, not law",
    ] { #expect(run.output.contains(text), "\(text)") }
    #expect(run.output.lines.filter { String($0).columns > 80 } == [])
  }

  @Test("The built-in policies pass their cases; without texts no citation counts as checked")
  func check() throws {
    let run = try CommandRun("policies", "check")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("not checked"))
    #expect(!run.output.contains("checked 0"))
  }

  @Test("A case that is answered otherwise is a fault at its line")
  func failingCase() throws {
    let folder = try CommandRun.Folder()
    let file = try folder.file("strict.yaml", try policy(sha256: nil, expected: "personal"))
    let run = try CommandRun("policies", "check", file.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("strict.yaml:14:"))
    #expect(run.errors.contains("case of resident-id: the policy gives sensitive"))
  }

  // FIPS 180-4, the example of one block: SHA-256("abc").
  private static let digestOfABC =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test("A text is found by its digest under another name, and every citation is checked")
  func texts() throws {
    let folder = try CommandRun.Folder()
    try folder.file("renamed.txt", "abc")
    let file = try folder.file("strict.yaml", try policy(sha256: Self.digestOfABC))
    let run = try CommandRun("policies", "check", file.path, "--texts", folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("checked 1 citation"))
  }

  @Test("A text that has changed, and words that are not on their line, are faults of the text")
  func changedText() throws {
    let folder = try CommandRun.Folder()
    try folder.file("strict.txt", "abd")
    let file = try folder.file("strict.yaml", try policy(sha256: Self.digestOfABC))
    let run = try CommandRun("policies", "check", file.path, "--texts", folder.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("strict.txt:1:1: This is another text than strict reads"))
    #expect(run.errors.contains("strict cites 'abc' at '1@L1'"))
  }

  @Test("A directory of texts that does not exist is said so")
  func missingTexts() throws {
    let run = try CommandRun("policies", "check", "--texts", "/nonexistent", "--lang", "zh")
    #expect(run.status == 65)
    #expect(run.errors.contains("「/nonexistent」：文件或目录不存在"))
  }

  private func policy(sha256: String?, expected: String = "sensitive") throws -> String {
    let text = sha256.map { "text: {file: strict.txt, sha256: \($0)}" } ?? "# No text is pinned."
    return """
      title: {zh: 从严, en: Strict}
      status: undated
      \(text)
      clauses: {1@L1: all there is}
      extends: [pipl]
      definition:
        class: personal
        clause: 1@L1
        words: [abc]
      ages:
        bands: []
      # The law's own assessment.
      cases:
        - {type: resident-id, class: \(expected), clause: "pipl:Art. 28(1)", basis: fallback definition}

      """
  }
}
