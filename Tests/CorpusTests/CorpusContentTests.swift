import Foundation
import Testing

@testable import corpus_generator

@Suite struct CorpusContentTests {
  static let corpus = Corpus(seed: 20_261_122, asOf: CalendarDay(2026, 11, 22))

  @Test("Every span holds the value that it promises")
  func spans() {
    for folder in Self.corpus.folders {
      for file in folder.files {
        var last = 0
        for item in file.items {
          guard let span = item.span else { continue }
          #expect(span.lowerBound >= last, "values overlap in \(file.path)")
          last = span.upperBound
          let expected =
            file.encoding.map { $0.encode(item.datum.written) }
            ?? Array(item.datum.written.utf8)
          #expect(Array(file.bytes[span]) == expected, "\(file.path) at \(span)")
        }
      }
    }
  }

  @Test("Every planted number obeys the rules of its kind")
  func rules() {
    for item in Self.corpus.folders.flatMap({ $0.files.flatMap(\.items) }) {
      let text = item.datum.canonical
      switch item.datum.type {
      case .residentID: #expect(ResidentNumber.isPlausible(text))
      case .bankCard, .imei: #expect(CheckDigits.passesLuhn(text))
      case .imsi: #expect(text.hasPrefix("460") && text.utf8.count == 15)
      case .mobilePhone: #expect(LookAlike.isMobile(text))
      case .landlinePhone: #expect(text.hasPrefix("0") && (10...12).contains(text.utf8.count))
      case .email: #expect(text.split(separator: "@").count == 2)
      case .birthDate: #expect(CalendarDay(iso: text) != nil)
      case .address: #expect(item.datum.kind != nil)
      default: Issue.record("the corpus plants no \(item.datum.type)")
      }
    }
  }

  @Test("All types, edges of age, and surroundings of the contract are there")
  func variety() {
    let items = Self.corpus.folders.flatMap { $0.files.flatMap(\.items) }
    #expect(Set(items.map(\.datum.type)).count == DatumType.ofCorpus.count)
    let places = Set(items.map(\.surrounding))
    for place in ["log", "prose", "csv", "sql", "json", "glued", "full-width", "separated"] {
      #expect(places.contains(place), "no \(place)")
    }
    for encoding in TextEncoding.all { #expect(places.contains("encoding:" + encoding.name)) }
    let births = Set(items.compactMap(\.datum.birth))
    for edge in ["2012-11-21", "2012-11-22", "2012-11-23", "2008-11-22", "2012-02-29"] {
      #expect(CalendarDay(iso: edge).map(births.contains) == true, "nobody is born on \(edge)")
    }
  }

  @Test("The clean folder promises nothing")
  func clean() throws {
    let clean = try #require(Self.corpus.folders.first { $0.name == "clean" })
    #expect(clean.files.count >= 8)
    #expect(clean.files.allSatisfy { $0.items.isEmpty && !$0.bytes.isEmpty })
  }

  @Test("No bare decoy can be taken for personal data")
  func decoys() {
    let seed: UInt64 = 7
    var decoys = Decoys(random: SplitMix64(seed: seed))
    for round in 0..<5_000 {
      let text = decoys.any()
      #expect(!LookAlike.couldBePersonal(text), "seed \(seed), round \(round)")
    }
  }

  @Test("No value of the program's own spelling slipped into a file")
  func noDescriptions() {
    for file in Self.corpus.folders.flatMap(\.files) {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("Datum("), "\(file.path)")
    }
  }

  @Test("The committed corpus is what the generator writes")
  func committed() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")
    var size = 0
    for folder in Self.corpus.folders {
      for file in folder.files {
        let stored = try Data(contentsOf: root.appending(path: folder.name + "/" + file.path))
        #expect(Array(stored) == file.bytes, "\(folder.name)/\(file.path)")
        size += stored.count
      }
      let expected = try String(
        contentsOf: root.appending(path: folder.name + "/expected.jsonl"), encoding: .utf8)
      let lines = folder.files.flatMap { file in
        file.items.map { $0.line(path: folder.name + "/" + file.path) }
      }
      #expect(expected == lines.joined(), "\(folder.name)/expected.jsonl")
    }
    #expect(size < 4 << 20)
  }
}
