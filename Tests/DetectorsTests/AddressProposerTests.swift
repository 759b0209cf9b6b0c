import BuiltinRulesets
import Sieve
import Testing

@testable import Detectors

/// What the proposer promises: a start for every address that has a number, and nothing in plain text.
@Suite struct AddressProposerTests {
  static let gazetteer = LazyRegionGazetteer(
    FactTables { name in
      Array((BuiltinRulesets.tables.first { "\($0.name)" == name }?.text.description ?? "").utf8)
    })

  /// Every start proposed for a text, by the sieve written as a plain loop.
  static func starts(in text: [UInt8]) -> Set<Int> {
    var proposer = PlaceProposer(gazetteer: gazetteer)
    var starts: Set<Int> = []
    for mark in ReferenceSieve(places: PlaceAlphabet(PlaceRoles.marks)).mark(text).places {
      guard let candidate = proposer.candidate(at: Int(mark), in: text.span) else { continue }
      starts.insert(candidate.start)
      if let other = candidate.otherStart { starts.insert(other) }
    }
    return starts
  }

  @Test("Every address of the examples begins at a proposed start")
  func proposesExamples() throws {
    for line in AddressesInProse.lines {
      let (text, _) = try AddressTests.unmarked(line)
      let before = String(
        try #require(line.split(separator: "«", omittingEmptySubsequences: false).first))
      #expect(Self.starts(in: Array(text.utf8)).contains(before.utf8.count), "\(line)")
    }
  }

  @Test(
    "A lone mark, a count or a date proposes nothing",
    arguments: [
      "这条路上有很多人", "市场里人山人海", "城市的街道很干净", "共有12户人家", "他在楼上", "这个区很大",
    ])
  func passesOver(_ text: String) {
    #expect(Self.starts(in: Array(text.utf8)) == [])
  }

  @Test(
    "A preposition is a border unless it is part of a name",
    arguments: [
      ("他住在于洪区黄海路12号", "于洪区"), ("寄往从化区街口街12号", "从化区"), ("他在人民路12号", "人民路"),
      ("送到让胡路区西宾路12号", "让胡路区"),
    ])
  func prepositions(_ text: String, _ beginning: String) throws {
    let bytes = Array(text.utf8)
    let start = try #require(
      bytes.indices.first { bytes[$0...].starts(with: Array(beginning.utf8)) })
    #expect(Self.starts(in: bytes).contains(start))
  }

  @Test("What a hit has taken is not proposed again")
  func resumes() {
    let text = Array("文昌巷15号3单元201室".utf8)
    var proposer = PlaceProposer(gazetteer: Self.gazetteer)
    proposer.resume(at: text.count)
    for offset in text.indices {
      let candidate = proposer.candidate(at: offset, in: text.span)
      #expect(candidate == nil)
    }
  }
}
