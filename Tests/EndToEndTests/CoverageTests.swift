import Foundation
import Testing

@Suite struct CoverageTests {
  @Test("The columns are those of the contract, in its order")
  func columns() throws {
    let place = try Workplace()
    try place.write("a.csv", "身份证号,手机号\n\(Invented.childID),\(Invented.phone)\n")
    let (_, reports) = try place.report("data", "--policy", "pipl,gbt-35273-2020,vkel")
    #expect(reports.coverage.hasByteOrderMark)
    #expect(
      reports.coverage.columns == [
        "path", "member", "status", "reason", "format", "encoding", "bytes", "bytes_scanned",
        "records", "persons", "persons_lower", "persons_upper",
      ])
    #expect(reports.inventory.hasByteOrderMark)
    let machine = [
      "path", "member", "table", "field", "type", "title", "class", "clause",
      "class:gbt-35273-2020", "class:vkel", "records", "values", "matches", "match_rate",
      "distinct", "persons", "under_14", "age_14_17", "adult", "unknown_age", "level", "masking",
      "sample", "encoding", "format", "size", "modified", "first_seen",
    ]
    let human = [
      "activity", "purpose", "legal_basis", "consent", "source", "recipients", "cross_border",
      "retention", "safeguards", "owner", "pipia", "review_date", "decision",
    ]
    let columns = reports.inventory.columns
    #expect(Array(columns.prefix(machine.count)) == machine)
    #expect(Array(columns.suffix(human.count)) == human)
    let appended = columns.dropFirst(machine.count).dropLast(human.count)
    #expect(appended.starts(with: ["upto_14", "gbt43697_class", "gbt43697_level"]))
    let row = try #require(reports.inventory.rows.first { $0["type"] == "resident-id" })
    #expect(row["field"] == "身份证号")
    #expect(row["under_14"] == "1")
    #expect(row["first_seen"] == Invented.asOf)
    #expect(row["records"] == "1")
    for column in human { #expect(row[column] == "") }
  }

  @Test("Every file of the corpus is a row, with its size")
  func everyFile() throws {
    let (_, reports) = try CorpusReport.revealed.get()
    let found = try Program.shell.run(
      ["-c", "find corpus -type f -printf '%p\\t%s\\n'"], in: Repository.folder)
    var sizes: [String: String] = [:]
    for line in found.text.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      sizes[String(parts[0])] = String(parts[1])
    }
    // The phone number in one name is masked: its row is told by its beginning.
    let hidden = sizes.keys.filter { $0.contains("16240028742") }
    for name in hidden { sizes[name] = nil }
    #expect(hidden.count == 1)
    #expect(reports.coverage.rows.count == sizes.count + hidden.count)
    for (path, size) in sizes {
      let row = reports.coverage.rows.first { $0["path"] == path }
      #expect(row != nil, "\(path)")
      if row?["status"] != "excluded" { #expect(row?["bytes"] == size, "\(path)") }
    }
    #expect(reports.fates.keys.contains { $0.hasPrefix("corpus/hostile/客户回访-16") })
  }

  /// A reason, what makes it, and what it makes of the run.
  struct Effect: CustomTestStringConvertible {
    let reason: String
    let status: Int32
    var options: [String] = []
    let name: String
    let bytes: [UInt8]

    var testDescription: String { reason }
  }

  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52]
  private static let line = Array("手机号：\(Invented.phone)\n".utf8)

  static let effects: [Effect] = [
    Effect(
      reason: "excluded", status: 0, options: ["--exclude", "x*"], name: "x.txt", bytes: line),
    Effect(
      reason: "no-text", status: 0, name: "x.png", bytes: png + [UInt8](repeating: 1, count: 99)),
    Effect(
      reason: "limit", status: 2, options: ["--max-file-size", "10"], name: "x.txt", bytes: line),
    Effect(
      reason: "unsupported-data", status: 2, name: "x.pdf", bytes: Array("%PDF-1.7\n".utf8)),
    Effect(
      reason: "truncated", status: 2, name: "x.gz", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]),
    Effect(
      reason: "malformed", status: 2, name: "x.csv",
      bytes: Array("a,b\n1,2\n3,4\n5,\"6\n7,8\n".utf8)),
  ]

  @Test("Every reason has its fixed effect on the exit status", arguments: effects)
  func effect(_ effect: Effect) throws {
    let place = try Workplace()
    try place.write(effect.name, effect.bytes)
    let report = place.scratch.path + "/report"
    for isStrict in [false, true] {
      let outcome = try Program.scanner.run(
        ["data", "--report", report] + effect.options + (isStrict ? ["--strict"] : []),
        in: place.scratch.path)
      let row = try #require(try Reports(report).coverage.rows.first)
      #expect(row["reason"] == effect.reason)
      #expect(outcome.status == (isStrict ? 2 : effect.status), "\(outcome.errorText)")
    }
  }

  @Test("What ignore files name is listed as excluded")
  func ignored() throws {
    let place = try Workplace()
    try place.write("keep.txt", "x")
    try place.write("drop.txt", "x")
    try place.write("git.txt", "x")
    try place.write(".piiignore", "drop.txt\n")
    try place.write(".gitignore", "git.txt\n")
    let out = "excluded/excluded"
    let (_, plain) = try place.report("data")
    #expect(plain.fate("/drop.txt") == out)
    #expect(plain.fate("/git.txt") == "scanned")
    #expect(plain.fate("/.gitignore") == "scanned")
    #expect(try place.report("data", "--gitignore").reports.fate("/git.txt") == out)
    #expect(try place.report("data", "--no-ignore").reports.fate("/drop.txt") == "scanned")
    let (_, chosen) = try place.report("data", "--include", "keep*")
    #expect(chosen.fate("/keep.txt") == "scanned")
    #expect(chosen.fate("/git.txt") == out)
  }
}
