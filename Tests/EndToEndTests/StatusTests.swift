import Foundation
import TestSupport
import Testing

@Suite struct StatusTests {
  /// A command line, the status it ends with, and a word that standard error holds.
  struct Case: CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    var word = ""

    var testDescription: String { arguments.joined(separator: " ") + " → \(status)" }
  }

  static let cases: [Case] = [
    Case(arguments: ["scan", "data/clean.txt"], status: 0),
    Case(arguments: ["data/clean.txt"], status: 0),
    Case(arguments: ["scan", "data/child.txt"], status: 0),
    Case(arguments: ["scan", "data/missing.txt"], status: 2),
    Case(arguments: ["scan", "data/missing.txt", "data/clean.txt"], status: 2),
    Case(arguments: ["audit", "data/clean.txt"], status: 0),
    Case(arguments: ["audit", "data/child.txt"], status: 1),
    Case(arguments: ["audit", "data/missing.txt"], status: 2),
    Case(arguments: ["audit", "data/missing.txt", "data/child.txt"], status: 1),
    Case(arguments: [], status: 64, word: "path"),
    Case(arguments: ["scan"], status: 64, word: "path"),
    Case(arguments: ["scan", "--nonsense", "data"], status: 64, word: "--nonsense"),
    Case(arguments: ["scan", "--policy", "no-such", "data"], status: 64, word: "no-such"),
    Case(arguments: ["scan", "--policy", "pipl,no-such", "data"], status: 64, word: "no-such"),
    Case(arguments: ["scan", "--types", "no-such", "data"], status: 64, word: "no-such"),
    Case(arguments: ["scan", "--exclude-types", "no-such", "data"], status: 64, word: "no-such"),
    Case(arguments: ["scan", "--threads", "0", "data"], status: 64, word: "--threads"),
    Case(arguments: ["scan", "--threads", "many", "data"], status: 64, word: "threads"),
    Case(arguments: ["scan", "--as-of", "2026-02-30", "data"], status: 64, word: "as-of"),
    Case(arguments: ["scan", "--findings", "first:0", "data"], status: 64, word: "findings"),
    Case(arguments: ["scan", "--format", "xml", "data"], status: 64, word: "format"),
    Case(arguments: ["scan", "--format", "sarif", "data"], status: 64, word: "format"),
    Case(arguments: ["scan", "--min-confidence", "sure", "data"], status: 64, word: "confidence"),
    Case(arguments: ["scan", "--max-file-size", "-1", "data"], status: 64),
    Case(arguments: ["scan", "--gitignore", "--no-ignore", "data"], status: 64, word: "ignore"),
    Case(arguments: ["scan", "-", "-"], status: 64, word: "-"),
    Case(arguments: ["scan", "--key-file", "short", "data"], status: 64, word: "32"),
    Case(arguments: ["scan", "--key-file", "missing", "data"], status: 64, word: "missing"),
    Case(arguments: ["scan", "--fail-on", "personal", "data"], status: 64, word: "fail-on"),
    Case(arguments: ["audit", "--fail-on", "joy", "data"], status: 64, word: "fail-on"),
    Case(arguments: ["audit", "--max", "email", "data"], status: 64, word: "max"),
    Case(arguments: ["audit", "--max", "no-such=1", "data"], status: 64, word: "no-such"),
    Case(arguments: ["scan", "--rules", "missing", "data"], status: 65, word: "missing"),
    Case(arguments: ["scan", "--policy-file", "missing", "data"], status: 65, word: "missing"),
    Case(arguments: ["scan", "--report", "short", "data"], status: 74, word: "short"),
    Case(arguments: ["scan", "--report", "no/such/folder", "data"], status: 74, word: "folder"),
  ]

  @Test("The exit status tells what became of the run", arguments: cases)
  func status(_ example: Case) throws {
    let place = try Workplace()
    try place.write("clean.txt", "nothing of anybody\n")
    try place.write("child.txt", "身份证号：\(Invented.childID)\n")
    try place.scratch.write("short", "thirty-one bytes are not enough")
    let outcome = try Program.scanner.run(
      example.arguments, in: place.scratch.path, environment: ["LANG": "en_US.UTF-8"])
    #expect(outcome.status == example.status, "\(outcome.errorText)")
    let isTold = example.word.isEmpty || outcome.errorText.contains(example.word)
    #expect(isTold, "\(outcome.errorText)")
    if example.status >= 64 {
      #expect(outcome.text == "")
      #expect(outcome.errorText != "")
    }
  }

  @Test("PATH alone is the scan of PATH")
  func defaultCommand() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    let options = [
      "--key-file", place.keyFile, "--as-of", Invented.asOf, "--format", "jsonl", "data",
    ]
    let bare = try Program.scanner.run(options, in: place.scratch.path)
    let full = try Program.scanner.run(["scan"] + options, in: place.scratch.path)
    #expect(!bare.output.isEmpty)
    #expect(bare.text == full.text)
  }

  @Test("Several paths are merged, deduplicated and sorted by bytes")
  func manyPaths() throws {
    let place = try Workplace()
    for name in ["b/2.txt", "b/1.txt", "B.txt", "a.txt", "ä.txt"] {
      try place.write(name, "手机号：\(Invented.phone)\n")
    }
    let (outcome, reports) = try place.report(
      "data/ä.txt", "data/b", "data/a.txt", "data/b/1.txt", "data/none.txt", "data/B.txt",
      "data/b/../a.txt", "data/b")
    let expected = [
      "data/B.txt", "data/a.txt", "data/b/1.txt", "data/b/2.txt", "data/none.txt", "data/ä.txt",
    ]
    #expect(reports.coverage.rows.map { $0["path"] } == expected)
    #expect(
      reports.findings.map { $0["path"]?.text } == expected.filter { $0 != "data/none.txt" })
    #expect(outcome.status == 2)
    #expect(reports.fate("none.txt") == "skipped/unreadable")
  }

  @Test("A dash is standard input, which stands before the paths")
  func standardInput() throws {
    let place = try Workplace()
    let input = try place.scratch.write("input", "手机号：\(Invented.phone)\n")
    try place.write("a.txt", "邮箱：\(Invented.email)\n")
    let outcome = try place.scan("--format", "jsonl", "data", "-", input: input)
    let lines = try JSONValue.lines(outcome.output)
    #expect(outcome.status == 0)
    #expect(lines.map { $0["path"]?.text } == ["-", "data/a.txt"])
    #expect(lines.map { $0["type"]?.text } == ["mobile-phone", "email"])
  }

  @Test("The version names the program, the ruleset, PCRE2 and its JIT")
  func version() throws {
    let outcome = try Program.scanner.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.errorText == "")
    for pattern in [
      #"pii-scan \d+\.\d+\.\d+"#, #"ruleset [0-9a-f]{64}"#, #"PCRE2 10\.\d+"#, #"JIT (on|off)"#,
    ] {
      #expect(outcome.text.range(of: pattern, options: .regularExpression) != nil)
    }
  }

  @Test("Help goes to standard output and is no error", arguments: ["--help", "scan --help"])
  func help(_ words: String) throws {
    let outcome = try Program.scanner.run(words.split(separator: " ").map { String($0) })
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("USAGE"))
  }
}
