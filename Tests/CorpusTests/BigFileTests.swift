import Foundation
import Testing

@testable import accuracy
@testable import corpus_generator

@Suite struct BigFileTests {
  @Test("A big table's expected counts are those of its rows, counted another way")
  func counts() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "big-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let target = place.appending(path: "members.csv")
    try Data().write(to: target)
    let handle = try FileHandle(forWritingTo: target)
    let asOf = CalendarDay(2026, 11, 22)
    var file = BigFile(kind: .csv, seed: 5, asOf: asOf, file: handle)
    try file.write(bytes: 100_000)
    try handle.close()
    let sums = place.appending(path: "sums.jsonl")
    try Data(file.expectation(path: "members.csv").utf8).write(to: sums)
    let expected = try InventoryComparison.load(from: sums)
    #expect(expected.count == 6)

    let rows = InventoryTable(text: try String(contentsOf: target, encoding: .utf8)).rows
    for row in expected {
      let values = rows.compactMap { $0[row.field] }
      #expect(values.count == row.matches)
      #expect(Set(values).count == row.distinct, "\(row.field)")
      let ages = try rows.map { row in
        try #require(row["birth_date"].flatMap { CalendarDay(iso: $0) }).age(on: asOf)
      }
      #expect(ages.count { $0 < 14 } == row.under14)
      #expect(ages.count { (14...17).contains($0) } == row.age1417)
    }
    for row in rows {
      #expect(ResidentNumber.isPlausible(row["id_card"] ?? ""))
      #expect(CheckDigits.passesLuhn(row["bank_card_no"] ?? ""))
    }
  }

  @Test("The committed expectations can be read, and are as many as were planted")
  func committedExpectations() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")
    let items = try ExpectedItem.load(from: root.path)
    let planted = CorpusContentTests.corpus.folders.flatMap { $0.files.flatMap(\.items) }
    #expect(items.count == planted.count)
    let school = try InventoryComparison.load(
      from: root.appending(path: "school/expected-inventory.jsonl"))
    let students = try #require(
      school.first { $0.table == "students" && $0.field == "id_card" })
    #expect(
      students.under14 + students.age1417 + students.adult + students.unknownAge
        == students.matches)
  }
}
