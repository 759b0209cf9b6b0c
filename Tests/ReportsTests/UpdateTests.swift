import Findings
import Glibc
import Policies
import Testing

@testable import Reports

@Suite("An inventory that people wrote in")
struct UpdateTests {
  /// A sheet in memory, which may be saved by somebody else.
  private final class Sheet: EditedSheet {
    let name = "inventory.csv"
    let rows: [[String]]
    var hasChanged = false
    private var index = 0

    init(_ rows: [[String]]) { self.rows = rows }

    func next(_ row: inout EditedRow) throws(EarlierInventoryError) -> Bool {
      guard index < rows.count else { return false }
      row = EditedRow(byteOffset: UInt64(index))
      for cell in rows[index] {
        row.bytes += Array(cell.utf8)
        row.ends.append(row.bytes.count)
      }
      index += 1
      return true
    }

    func seek(to byteOffset: UInt64?) { index = Int(byteOffset ?? 0) }
  }

  private static let key = ["path", "member", "table", "field", "type"]
  private static let day = "2026-11-23"

  /// A source with a telephone number in each of these columns.
  private func source(
    _ path: String, _ fields: [String], status: Coverage.Status = .scanned
  ) -> SourceReport {
    Example.source(
      path, coverage: Coverage(status: status), tables: [Example.table("t", fields)],
      fields: fields.indices.map {
        (0, Int32($0), Example.mobilePhone, Example.tally([Example.finding(type: 1)]))
      })
  }

  /// What the new inventory says, by column.
  private func updated(
    _ old: [[String]], _ sources: [SourceReport], roots: [String] = ["data"],
    outcome: RunOutcome = RunOutcome()
  ) throws -> (columns: [String], rows: [[String: String]]) {
    let earlier = try EarlierInventory(Sheet(old), roots: roots.map { Array($0.utf8) })
    var format = InventoryCSV(run: Example.run())
    format.update(earlier)
    let text = try Example.text(of: format, sources, outcome: outcome)
    let records = CSVReader.records(of: String(text.unicodeScalars.dropFirst()))
    return (
      records[0],
      records.dropFirst().map { Dictionary(zip(records[0], $0)) { first, _ in first } }
    )
  }

  private static func row(
    _ path: String, _ field: String, _ more: String..., type: String = "mobile-phone"
  ) -> [String] { [path, "", "t", field, type] + more }

  @Test("What people wrote comes back beside its field, whatever the order of rows and columns")
  func kept() throws {
    let old = [
      ["owner", "remark"] + Self.key + ["first_seen", "purpose"],
      ["李四", "b!"] + Self.row("data/b.csv", "m", "2025/3/1", "第一行\n\"第二行\""),
      ["张三", ""] + Self.row("data/a.csv", "p", "01.02.2025", ""),
    ]
    let (columns, rows) = try updated(
      old, [source("data/a.csv", ["p", "q"]), source("data/b.csv", ["m"])])
    #expect(columns.suffix(2) == ["decision", "remark"])
    #expect(rows.map { $0["owner"] } == ["张三", "", "李四"])
    #expect(rows.map { $0["status"] } == ["present", "new", "present"])
    #expect(rows.map { $0["first_seen"] } == ["2025-02-01", Self.day, "2025-03-01"])
    #expect(rows[2]["purpose"] == "第一行\n\"第二行\"")
    #expect(rows[2]["remark"] == "b!")
    #expect(rows[0]["matches"] == "1")
  }

  @Test("Without an earlier inventory the status is blank")
  func noUpdate() throws {
    let text = try Example.text(of: InventoryCSV(run: Example.run()), [source("data/a", ["p"])])
    let records = CSVReader.records(of: String(text.unicodeScalars.dropFirst()))
    let place = try #require(records[0].firstIndex(of: "status"))
    #expect(records[1][place] == "")
  }

  @Test("Guards are stripped and put on again; what is no guard is somebody's own")
  func guards() throws {
    let old = [
      Self.key + ["owner", "purpose", "size"],
      Self.row("'=a.csv", "'007", "'=HYPERLINK(\"x\")", "'own' words", "1234567890123"),
    ]
    let (_, rows) = try updated(old, [source("=a.csv", ["007"])], roots: ["=a.csv"])
    #expect(rows.count == 1)
    #expect(rows[0]["status"] == "present")
    #expect(rows[0]["owner"] == "'=HYPERLINK(\"x\")")
    #expect(rows[0]["purpose"] == "'own' words")
    let left = try updated(old, [], roots: ["=a.csv"]).rows
    #expect(left.map { $0["path"] } == ["'=a.csv"])
    #expect(left[0]["size"] == "1234567890123")
  }

  @Test("Rows that are not met stay, and say what is known of them")
  func left() throws {
    let old = [
      Self.key + ["owner"],
      Self.row("data/a.csv", "vanished", "1"), Self.row("data/deleted.csv", "m", "2"),
      Self.row("data/locked.csv", "m", "3"), Self.row("data/left/out/x.csv", "m", "4"),
      Self.row("elsewhere/c.csv", "m", "5"), Self.row("data/a.csv", "p", "6", type: "vin"),
      Self.row("data/a.csv", "p", "7"), Self.row("data/a.csv", "p", "8"),
      ["", "", "", "", "", ""], ["合计"],
    ]
    let sources = [
      source("data/a.csv", ["p"]), source("data/left", [], status: .excluded),
      source("data/locked.csv", [], status: .skipped),
    ]
    let (_, rows) = try updated(old, sources)
    #expect(
      rows.map { "\($0["owner"] ?? "") \($0["status"] ?? "")" } == [
        "7 present", "1 gone", "2 gone", "3 not-scanned", "4 not-scanned", "5 not-scanned",
        "6 not-scanned", "8 duplicate", " not-scanned",
      ])
    #expect(rows.last?["path"] == "合计")
    let interrupted = try updated(old, sources, outcome: RunOutcome(isInterrupted: true)).rows
    #expect(!interrupted.contains { $0["status"] == "gone" })
  }

  @Test(
    "A file is looked for under the folders that the run was given",
    arguments: [
      ("data", "data/a", true), ("data/", "data/a", true), ("./data", "data/a", true),
      (".", "data/a", true), (".", "/data/a", false), ("/", "/data/a", true),
      ("/srv", "/srv/a", true), ("dat", "data/a", false), ("data/a", "./data/a", true),
      ("..", "../a", true), ("data/a/b", "data/a", false),
    ])
  func roots(root: String, path: String, isSought: Bool) throws {
    let rows = try updated([Self.key, Self.row(path, "m")], [], roots: [root]).rows
    #expect(rows.map { $0["status"] } == [isSought ? "gone" : "not-scanned"])
  }

  @Test("A member of an archive is gone only where the archive was read")
  func members() throws {
    let old = [Self.key] + ["x.csv", "in.zip!y.csv"].map { ["data/a.zip", $0, "", "p", "email"] }
    let archive = Example.source("data/a.zip")
    let inner = Example.source(
      "data/a.zip", member: "in.zip", coverage: Coverage(status: .skipped, reason: .encrypted))
    let rows = try updated(old, [archive, inner]).rows
    #expect(rows.map { $0["status"] } == ["gone", "not-scanned"])
  }

  @Test("Two columns of one name keep what was written beside each")
  func sameNames() throws {
    let old = [Self.key + ["owner"], Self.row("data/a", "p", "1"), Self.row("data/a", "p", "2")]
    let rows = try updated(old, [source("data/a", ["p", "p", "p"])]).rows
    #expect(rows.map { $0["owner"] } == ["1", "2", ""])
    #expect(rows.map { $0["status"] } == ["present", "present", "new"])
  }

  @Test("Cells beyond the named columns, and columns of later versions, are kept too")
  func strayCells() throws {
    let old = [
      Self.key + ["owner", "", "class:other", "invented_later"],
      Self.row("data/a", "p", "", "note", "sensitive", "7", "far out"),
    ]
    let (columns, rows) = try updated(old, [source("data/a", ["p"])])
    #expect(columns.suffix(4) == ["decision", "", "invented_later", ""])
    let text = rows[0]
    #expect(text["invented_later"] == "7")
    #expect(!columns.contains("class:other"))
  }

  private func error(_ rows: [[String]]) -> EarlierInventoryError? {
    do throws(EarlierInventoryError) {
      _ = try EarlierInventory(Sheet(rows), roots: [])
      return nil
    } catch {
      return error
    }
  }

  @Test("What cannot be taken over for sure is refused with a reason")
  func refusals() {
    #expect(error([]) == .empty)
    #expect(error([["path", "type", "owner"]]) == .missingColumns(["member", "table", "field"]))
    #expect(error([Self.key + ["owner", "remark", "remark"]]) == nil)
    #expect(error([Self.key + ["owner", " owner "]]) == .repeatedColumn("owner"))
    #expect(error([Self.key + ["path"]]) == .repeatedColumn("path"))
  }

  @Test("An inventory that somebody saves during the run is not written over")
  func saved() throws {
    let sheet = Sheet([Self.key])
    let earlier = try EarlierInventory(sheet, roots: [])
    var format = InventoryCSV(run: Example.run())
    format.update(earlier)
    sheet.hasChanged = true
    do {
      _ = try Example.text(of: format, [])
      Issue.record("it was written")
    } catch let error as OutputError {
      #expect(error.errno == ESTALE)
    }
  }

  @Test(
    "A day that a spreadsheet turned round is read where there is no doubt",
    arguments: [
      ("2026-11-23", "2026-11-23"), ("2026/11/23", "2026-11-23"), ("2026/1/2", "2026-01-02"),
      ("2026.1.2", "2026-01-02"), ("23.11.2026", "2026-11-23"), ("5.6.2026", "2026-06-05"),
      ("11/23/2026", "2026-11-23"), ("23/11/2026", "2026-11-23"), ("6/6/2026", "2026-06-06"),
      ("5/6/2026", "5/6/2026"), ("2026-13-01", "2026-13-01"), ("", ""), ("soon", "soon"),
      ("2026-11", "2026-11"), ("2026-11/23", "2026-11/23"), ("20261123", "20261123"),
    ])
  func days(written: String, day: String) {
    #expect(String(decoding: EditedDay.iso(Array(written.utf8)), as: UTF8.self) == day)
  }
}
