import Findings
import Testing

@testable import Scanner

/// Dumps that are large enough to be cut into blocks, scanned with and without.
@Suite(.timeLimit(.minutes(3))) struct BlockTests {
  private static let rows = 9000

  private static func values(_ row: Int, _ lineBreak: String) -> [String] {
    let filler = String(repeating: "nothing at all ", count: 30)
    let remark = row % 7 == 0 ? "it''s; (1),(2),\(lineBreak)INSERT here\(filler)" : filler
    let phone = row % 50 == 0 ? Invented.phone : "none"
    let id = row % 90 == 0 ? Invented.childID : ""
    return [String(row), phone, id, remark]
  }

  private static func tuple(_ row: Int, lineBreak: String) -> String {
    let values = values(row, lineBreak)
    return "(\(values[0]),'" + values[1...].joined(separator: "','") + "')"
  }

  private static let createMySQL = """
    -- MySQL dump 10.13  Distrib 8.0.36
    CREATE TABLE `客户` (`id` int, `phone` varchar(20), `id_card` varchar(18), `remark` text);

    """
  private static let createPostgres = """
    --
    -- PostgreSQL database dump
    --

    CREATE TABLE public.people (id integer, phone text, id_card text, remark text);

    """
  private static let mysqlEnd = "-- Dump completed on 2026-11-22\n"
  private static let postgresEnd = "--\n-- PostgreSQL database dump complete\n--\n"

  /// A statement of many rows on one line, as `mysqldump` writes it; then a second table.
  private static func extended(rowsPerStatement: Int) -> String {
    var dump = createMySQL
    for start in stride(from: 0, to: rows, by: rowsPerStatement) {
      let tuples = (start..<min(rows, start + rowsPerStatement)).map {
        tuple($0, lineBreak: "\\n")
      }
      dump += "INSERT INTO `客户` VALUES " + tuples.joined(separator: ",") + ";\n"
    }
    dump += "CREATE TABLE `b` (`mobile` varchar(20));\nINSERT INTO `b` VALUES "
    dump += (0..<20).map { _ in "('\(Invented.phone)')" }.joined(separator: ",") + ";\n"
    return dump + "-- 联系人手机号：\(Invented.phone)\n" + mysqlEnd
  }

  /// What `pg_dump --inserts` writes: a row a statement, line breaks within strings.
  private static func single() -> String {
    (0..<rows).reduce(into: createPostgres) {
      $0 += "INSERT INTO public.people VALUES \(tuple($1, lineBreak: "\n"));\n"
    } + postgresEnd
  }

  private static func copied() -> String {
    var dump = createPostgres + "COPY public.people (id, phone, id_card, remark) FROM stdin;\n"
    for row in 0..<rows {
      var values = values(row, "\\n")
      if values[2].isEmpty { values[2] = "\\N" }
      dump += values.joined(separator: "\t") + "\n"
    }
    return dump + "\\.\n\n-- 手机号：\(Invented.phone)\n" + postgresEnd
  }

  /// Line breaks, doubled quotes and delimiters within quotes, and a stray quote now and then.
  private static func separated() -> String {
    (0..<rows).reduce(into: "id,phone,id_card,remark\r\n") { text, row in
      var values = values(row, "\r\n")
      values[3] = row % 1000 == 999 ? "5\" screen" : "\"" + values[3] + "\"\"said, \"\"\""
      text += values.joined(separator: ",") + "\r\n"
    }
  }

  struct Dump: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var fileName = "a.sql"
    let text: @Sendable () -> String
  }

  static let dumps = [
    Dump(testDescription: "many rows a statement") { extended(rowsPerStatement: 1000) },
    Dump(testDescription: "one statement for all") { extended(rowsPerStatement: rows) },
    Dump(testDescription: "a row a statement") { single() },
    Dump(testDescription: "COPY") { copied() },
    Dump(testDescription: "CSV", fileName: "a.csv") { separated() },
  ]

  private func run(_ folder: LedgerFolder, workers: Int, splits: Bool) throws -> RecordingOutput {
    let output = RecordingOutput()
    try Scan(Bench.options(), workers: workers, splits: splits).run(
      folder.sources, output: output, encoder: PlaceEncoder(), progress: Progress())
    return output
  }

  private func words(_ output: RecordingOutput) -> [String] {
    output.reports.map { report in
      let fields = report.tally.fields.sorted { $0.key < $1.key }.map { key, tally in
        "\(key): \(tally.tested) \(tally.matches) \(tally.possible) \(tally.distinct.count) "
          + "\(tally.isMixed) \(String(decoding: tally.sample, as: UTF8.self))"
      }
      let tables = report.tally.tables.map { "\($0.shape.name) \($0.records) \($0.values)" }
      return "\(report.coverage) \(report.gaps) \(fields) \(tables)"
    }
  }

  @Test("A dump that several workers read gives what one alone finds in it", arguments: dumps)
  func dump(_ dump: Dump) throws {
    let folder = try LedgerFolder(files: [(name: dump.fileName, text: dump.text())])
    let model = try run(folder, workers: 1, splits: false)
    #expect(model.reports.first?.gaps == [])
    #expect(model.reports.first?.tally.tables.first?.records == UInt64(Self.rows))
    for workers in [1, 3] {
      let output = try run(folder, workers: workers, splits: true)
      let isSame = output.lines == model.lines
      #expect(isSame, "lines of \(workers) workers")
      #expect(words(output) == words(model), "\(workers) workers")
    }
  }
}
