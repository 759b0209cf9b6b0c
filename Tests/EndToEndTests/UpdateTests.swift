import Foundation
import Testing

/// `--update` with files as spreadsheets save them.
@Suite("pii-scan --update")
struct UpdateTests {
  /// A folder with two sources and a first report of them.
  private func place() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("data/用户 \"A\".csv", "手机号,邮箱\n\(Invented.phone),\(Invented.email)\n")
    try scratch.write("data/b.txt", "联系电话：\(Invented.phone)\n")
    let outcome = try scan(scratch, "--report", "report", "--as-of", "2026-01-15")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    return scratch
  }

  private func scan(_ scratch: Scratch, _ arguments: String...) throws -> Outcome {
    try Program.scanner.run(
      ["data", "--quiet", "--lang", "en"] + arguments, in: scratch.path)
  }

  /// The report's inventory with these words in the column `owner`, in the order of its rows.
  private func edited(_ scratch: Scratch, _ owners: [String]) throws -> [[String]] {
    let bytes = try scratch.bytes(of: "report/inventory.csv")
    let table = CSVTable(bytes)
    return [table.columns]
      + zip(table.rows, owners).map { row, owner in
        table.columns.map { $0 == "owner" ? owner : row[$0] ?? "" }
      }
  }

  private func text(_ rows: [[String]], _ delimiter: String) -> String {
    rows.map { row in
      row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
        .joined(separator: delimiter) + "\r\n"
    }.joined()
  }

  private static let owners = ["张三\n法务部", "=1+1", "O'Neil; \"x\""]

  @Test(
    "What people wrote is kept, in the form of every spreadsheet, and over the file itself",
    arguments: ["utf-8", "utf-8 with mark", "semicolons", "unicode text"])
  func forms(form: String) throws {
    let scratch = try place()
    let rows = try edited(scratch, Self.owners)
    let bytes: [UInt8] =
      switch form {
      case "utf-8": Array(text(rows, ",").utf8)
      case "utf-8 with mark": [0xEF, 0xBB, 0xBF] + Array(text(rows, ",").utf8)
      case "semicolons": Array(text(rows, ";").utf8)
      default:
        [0xFF, 0xFE]
          + text(rows, "\t").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      }
    try scratch.write("report/inventory.csv", bytes)
    let outcome = try scan(
      scratch, "--report", "report", "--update", "report/inventory.csv", "--as-of", "2026-06-15")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let table = CSVTable(try scratch.bytes(of: "report/inventory.csv"))
    #expect(table.rows.map { $0["owner"] } == ["张三\n法务部", "'=1+1", "O'Neil; \"x\""])
    #expect(table.rows.allSatisfy { $0["status"] == "present" })
    #expect(table.rows.allSatisfy { $0["first_seen"] == "2026-01-15" })
    // Twice is as good as once.
    let before = try scratch.bytes(of: "report/inventory.csv")
    _ = try scan(
      scratch, "--report", "report", "--update", "report/inventory.csv", "--as-of", "2026-06-15")
    #expect(try scratch.bytes(of: "report/inventory.csv") == before)
  }

  @Test("Rows of what is gone stay, on standard output too")
  func gone() throws {
    let scratch = try place()
    try scratch.write("old.csv", text(try edited(scratch, Self.owners), ","))
    try FileManager.default.removeItem(atPath: scratch.path + "/data/b.txt")
    let outcome = try scan(scratch, "--format", "csv", "--update", "old.csv")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let rows = CSVTable(outcome.output).rows
    #expect(
      rows.map { $0["status"] }.sorted { ($0 ?? "") < ($1 ?? "") } == [
        "gone", "present", "present",
      ])
    #expect(Set(rows.compactMap { $0["owner"] }) == ["张三\n法务部", "'=1+1", "O'Neil; \"x\""])
  }

  @Test("A file that cannot be taken over stops the run before anything is written")
  func refusals() throws {
    let scratch = try place()
    let before = try scratch.bytes(of: "report/inventory.csv")
    try scratch.write("no.csv", "path,owner\r\na,b\r\n")
    try scratch.write("book.xlsx", Array("PK\u{3}\u{4}".utf8) + [20, 0, 6, 0])
    for (file, status, words) in [
      ("missing.csv", 64, "No such file"), ("data", 64, "regular file"),
      ("no.csv", 65, "member, table, field, type"), ("book.xlsx", 65, "CSV UTF-8"),
    ] {
      let outcome = try scan(scratch, "--report", "report", "--update", file)
      #expect(outcome.status == Int32(status), "\(file)")
      #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    }
    #expect(try scratch.bytes(of: "report/inventory.csv") == before)
  }
}
