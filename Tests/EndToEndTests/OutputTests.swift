import Foundation
import Testing

@Suite struct OutputTests {
  @Test("A full disk ends the run with 74 and a sentence", arguments: ["text", "jsonl", "csv"])
  func fullDisk(format: String) throws {
    let place = try Workplace()
    try place.write("a.txt", String(repeating: Invented.text, count: 300))
    let outcome = try place.scan("data", "--format", format, output: "/dev/full")
    #expect(outcome.status == 74)
    #expect(outcome.errorText.contains("No space left"), "\(outcome.errorText)")
  }

  @Test("A reader that goes away ends the run without a word")
  func brokenPipe() throws {
    let place = try Workplace()
    try place.write("a.txt", String(repeating: Invented.text, count: 3000))
    let outcome = try Program.shell.run(
      [
        "-c", "{ \"$0\" data --format jsonl; echo $? >status; } | head -n 1",
        Program.scanner.path,
      ], in: place.scratch.path)
    #expect(outcome.status == 0)
    #expect(outcome.text.split(separator: "\n").count == 1)
    #expect(outcome.errorText == "")
    // What a shell reports of a program that SIGPIPE ended.
    #expect(String(decoding: try place.scratch.bytes(of: "status"), as: UTF8.self) == "141\n")
  }

  @Test("Standard output holds the format that was asked for, and nothing else")
  func formats() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    let (text, reports) = try place.report("data")
    #expect(text.text.contains("Findings"))
    let lines = try place.scan("data", "--format", "jsonl")
    #expect(lines.text == reports.text(of: "findings.jsonl"))
    let table = try place.scan("data", "--format", "csv")
    #expect(table.text == reports.text(of: "inventory.csv"))
    let quiet = try place.scan("data", "--quiet")
    #expect(quiet.text == "")
    for outcome in [text, lines, table, quiet] { #expect(outcome.errorText == "") }
  }

  @Test("Progress and colours are no part of what a script reads")
  func terminal() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    let plain = try place.scan("data")
    #expect(!plain.text.contains("\u{1B}"))
    let coloured = try place.scan("data", "--color", "always")
    #expect(coloured.text.contains("\u{1B}"))
    let watched = try place.scan("data", "--progress", "always")
    #expect(watched.text == plain.text)
  }

  @Test("The summary speaks the language that was asked for", arguments: ["zh", "en"])
  func language(_ language: String) throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    let outcome = try Program.scanner.run(
      ["data", "--lang", language, "--as-of", Invented.asOf], in: place.scratch.path)
    #expect(outcome.text.contains("手机") == (language == "zh"))
    #expect(outcome.text.contains("Mobile phone") == (language == "en"))
  }
}
