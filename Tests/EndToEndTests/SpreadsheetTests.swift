import Foundation
import Testing

/// The CSV files of a report, read by programs that other people wrote.
///
/// Python's `csv` is there on nearly every machine. LibreOffice is large: `make test-full` installs it,
/// and without it the test says that it was left out.
@Suite("CSV files in spreadsheets", .serialized)
struct SpreadsheetTests {
  private static let files = ["inventory.csv", "minors.csv", "coverage.csv", "declared.csv"]

  /// A report of files whose names and columns are hard on a spreadsheet.
  private func report() throws -> Scratch {
    let scratch = try Scratch()
    let card = "\(Invented.childID),\(Invented.phone)"
    for name in [
      "=HYPERLINK(\"http:..x\",\"y\").csv", "007.csv", "客户, \"VIP\".csv", "\u{202E}gpj.csv",
      "+1.csv",
      "@SUM(A1).csv", "-2+3.csv",
    ] {
      try scratch.write("data/" + name, "身份证号,手机号\n\(card)\n")
    }
    // Names of columns: leading zeros, more digits than a number keeps, a line break, a mark.
    let names = ["手机号\n(必填)", "007", "=1+1", "\u{200F}手机", "123456789012345678"]
    let columns = names.map { "`\($0)` varchar(20)" }.joined(separator: ", ")
    let values = names.map { _ in "'\(Invented.phone)'" }.joined(separator: ",")
    try scratch.write(
      "data/columns.sql",
      """
      -- MySQL dump 10.13
      CREATE TABLE `用户,"表"` (\(columns));
      INSERT INTO `用户,"表"` VALUES (\(values));
      -- Dump completed on 2026-06-15 12:00:00

      """)
    for name in ["000123456789012345", "123456789012345678", "=cmd|' /C calc'!A0"] {
      try scratch.write("data/\(name)", "联系电话：\(Invented.phone)\n")
    }
    let outcome = try Program.scanner.run(
      [
        "data", "--report", "report", "--quiet", "--as-of", Invented.asOf, "--policy",
        "ccm-engineering-machinery,miaoke-vocational-education", "--lang", "zh",
      ], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    return scratch
  }

  /// Cells as Python's `csv` reads them, one JSON array of rows.
  private static let reader = """
    import csv, json, sys
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    assert len({len(row) for row in rows}) == 1, "ragged"
    for row in rows[1:]:
        for cell in row:
            assert cell[:1] not in tuple("=+@\\t\\r"), cell
            assert not (cell.isdigit() and (len(cell) > 11 or cell[0] == "0" and len(cell) > 1)), cell
    json.dump(rows, sys.stdout)
    """

  private func python(_ scratch: Scratch, _ file: String) throws -> [[String]] {
    let outcome = try Program("/usr/bin/env").run(
      ["python3", "-c", Self.reader, file], in: scratch.path,
      environment: ["PYTHONIOENCODING": "utf-8"])
    #expect(outcome.status == 0, "\(file): \(outcome.errorText)")
    return try JSONDecoder().decode([[String]].self, from: Data(outcome.output))
  }

  private static func isThere(_ program: String) -> Bool {
    ["/usr/bin/", "/usr/local/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + program)
    }
  }

  @Test("Python's reader finds every row whole and no formula", .enabled(if: isThere("python3")))
  func python() throws {
    let scratch = try report()
    for name in Self.files {
      let rows = try python(scratch, "report/" + name)
      let own = CSVTable(try scratch.bytes(of: "report/" + name))
      #expect(rows.first == own.columns)
      #expect(rows.count == own.rows.count + 1, "\(name)")
    }
    let rows = try python(scratch, "report/inventory.csv")
    let paths = Set(rows.map { $0[0] })
    #expect(paths.contains("data/客户, \"VIP\".csv"))
    #expect(Set(rows.map { $0[3] }).isSuperset(of: ["手机号\n(必填)", "'007", "'=1+1"]))
  }

  @Test(
    "LibreOffice gives the same cells back, and they can be taken over again",
    .enabled(if: isThere("soffice"), "LibreOffice is not installed (make test-full installs it)"))
  func libreOffice() throws {
    let scratch = try report()
    for (number, name) in Self.files.enumerated() {
      let before = try python(scratch, "report/" + name)
      // 44,34,76: comma, quotation mark, UTF-8; through a workbook, as a person would save it.
      let filter = "Text - txt - csv (StarCalc):44,34,76,1"
      let office = [
        "soffice", "-env:UserInstallation=file://\(scratch.path)/profile\(number)", "--headless",
      ]
      let workbook = "workbook/" + name.dropLast(3) + "ods"
      for arguments in [
        ["--infilter=" + filter, "--convert-to", "ods", "--outdir", "workbook", "report/" + name],
        ["--convert-to", "csv:" + filter + ",,0,false", "--outdir", "back", workbook],
      ] {
        let outcome = try Program("/usr/bin/env").run(
          office + arguments, in: scratch.path, environment: ["HOME": scratch.path],
          limit: .seconds(180))
        #expect(outcome.status == 0, "\(outcome.errorText)")
      }
      let after = try python(scratch, "back/" + name)
      #expect(after.count == before.count, "\(name)")
      for (row, (old, new)) in zip(before, after).enumerated() where old != new {
        for (column, cells) in zip(old, new).enumerated() where cells.0 != cells.1 {
          // A share of 1.000 is the number 1.
          if let number = Double(cells.0), Double(cells.1) == number { continue }
          Issue.record("\(name), row \(row), \(before[0][column]): \(cells.0) became \(cells.1)")
        }
      }
    }
    let outcome = try Program.scanner.run(
      [
        "data", "--report", "report", "--update", "back/inventory.csv", "--quiet", "--as-of",
        Invented.asOf,
      ], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let statuses = CSVTable(try scratch.bytes(of: "report/inventory.csv")).rows.map { $0["status"] }
    #expect(!statuses.isEmpty && statuses.allSatisfy { $0 == "present" })
  }
}
