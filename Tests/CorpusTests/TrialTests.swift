import Foundation
import Testing

@testable import corpus_generator

@Suite struct TrialTests {
  private static let day = CalendarDay(2026, 11, 22)

  private static func files(seed: UInt64) -> [Manuscript] {
    var logs = TrialLogs(seed: seed, asOf: day, count: 14)
    var prose = TrialProse(seed: seed, stream: "prose", asOf: day, count: 8)
    var separated = TrialTables(seed: seed, stream: "csv", asOf: day, rows: 8)
    var dumps = TrialTables(seed: seed, stream: "sql", asOf: day, rows: 8)
    var documents = TrialDocuments(seed: seed, asOf: day, count: 16)
    var code = TrialCode(seed: seed, asOf: day, count: 16)
    var encodings = TrialEncodings(seed: seed, asOf: day, count: 20)
    var files = logs.files() + TrialProse.Style.allCases.map { prose.file($0) }
    files += separated.separatedValues() + dumps.dumps() + documents.files() + code.files()
    return files + encodings.files()
  }

  @Test("Every span of the trial holds the value that it promises")
  func spans() {
    for file in Self.files(seed: 3) {
      var last = 0
      for item in file.items {
        guard let span = item.span else { continue }
        #expect(span.lowerBound >= last, "values overlap in \(file.path)")
        last = span.upperBound
        let written = item.datum.written
        let expected = file.encoding.map { $0.encode(written) } ?? Array(written.utf8)
        #expect(Array(file.bytes[span]) == expected, "\(file.path) at \(span)")
      }
    }
  }

  @Test("A seed gives the same bytes again, another seed gives others")
  func seeds() {
    let first = Self.files(seed: 3).map(\.bytes)
    #expect(first == Self.files(seed: 3).map(\.bytes))
    #expect(first != Self.files(seed: 4).map(\.bytes))
  }

  @Test("Every surrounding has every type of the mission")
  func variety() {
    var types: [String: Set<DatumType>] = [:]
    for item in Self.files(seed: 3).flatMap(\.items) {
      types[item.surrounding, default: []].insert(item.datum.type)
    }
    #expect(types.count == 10)
    for (surrounding, types) in types {
      #expect(types.isSuperset(of: DatumType.mission), "\(surrounding)")
    }
  }

  @Test("Decoys pass the checks of what they are built to be taken for")
  func decoys() {
    var decoys = TrialDecoys(seed: 1, stream: "test", asOf: Self.day)
    for _ in 0..<50 {
      #expect(LookAlike.isMobile(decoys.value(.mobile)))
      #expect(ResidentNumber.isPlausibleShort(decoys.value(.oldResident)))
      #expect(CheckDigits.passesLuhn(decoys.value(.imei)))
      #expect(CheckDigits.passesLuhn(decoys.value(.card)))
      #expect(LookAlike.isSubscriber(decoys.value(.imsi)))
      let dated = decoys.value(.mod11)
      #expect(dated.utf8.count == 18 && !ResidentNumber.isPlausible(dated))
    }
  }

  @Test("Check characters of papers agree with published specimens")
  func papers() {
    #expect(PaperDigits.hongKong("A", "123456") == "3")
    #expect(PaperDigits.hongKong("AB", "987654") == "3")
    #expect(PaperDigits.taiwan("A", "12345678") == 9)
    #expect(PaperDigits.socialCredit("91350100M000100Y4") == "3")
    #expect(PaperDigits.vehicle("1M8GDM9A_KP042788") == "X")
  }

  @Test("A table tells of every column what it is")
  func columns() {
    var papers = TrialPapers(seed: 1, stream: "test", asOf: Self.day)
    var decoys = TrialDecoys(seed: 1, stream: "test", asOf: Self.day)
    let table = TrialTable(
      "t", types: [.imei, .address], naming: .english, rows: 5, papers: &papers, decoys: &decoys)
    #expect(table.truth.count == table.table.columns.count)
    #expect(table.truth.compactMap { $0 }.filter { !$0.isEmpty } == [[.imei], [.address]])
    #expect(Set(table.table.columns.map(\.name)).count == table.table.columns.count)
    #expect(table.table.rows.allSatisfy { $0.count == table.table.columns.count })
    let lines = table.truthLines(path: "csv/t.csv", table: "t").split(separator: "\n")
    #expect(lines.count == table.table.columns.count - 1, "free text has no kind")
  }

  @Test("Made-up lists are the same for the same seed")
  func negatives() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "negatives-test")
    defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
    var contents: [Data] = []
    for _ in 0..<2 {
      var material = NegativeMaterial(seed: 9, lines: 20)
      try material.write(to: folder)
      contents.append(try Data(contentsOf: folder.appending(path: "isbn.csv")))
    }
    #expect(contents[0] == contents[1])
    #expect(contents[0].count > 400)
  }
}
