import Findings
import Policies
import Testing

@testable import Reports

@Suite struct RunTotalsTests {
  private func totals(_ sources: [SourceReport], run: RunDescription = Example.run()) -> RunTotals {
    var totals = RunTotals(run: run)
    for source in sources { totals.add(source) }
    return totals
  }

  @Test("Only the sources with the most findings are kept, of equals the earlier")
  func top() {
    let counts = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 0]
    let sources = counts.enumerated().map { index, count in
      let findings = (0..<count).map { Example.finding(type: 1, fingerprint: UInt64($0)) }
      return Example.source("\(index)", fields: [(-1, -1, 1, Example.tally(findings))])
    }
    let entries = totals(sources).top.entries.map {
      "\(String(decoding: $0.identity.path, as: UTF8.self)):\($0.findings)"
    }
    #expect(
      entries == ["5:9", "12:9", "11:8", "13:7", "7:6", "4:5", "8:5", "10:5", "2:4", "0:3"])
  }

  @Test("Distinct values are counted over all sources")
  func distinct() {
    let sources = [[1, 2, 3], [3, 4]].map { numbers in
      Example.source(
        "a",
        fields: [
          (-1, -1, 1, Example.tally(numbers.map { Example.finding(type: 1, fingerprint: $0) }))
        ])
    }
    #expect(totals(sources).types[1].distinct.count == 4)
    #expect(totals(sources).types[1].counts.total == 5)
  }

  @Test("On the fourteenth birthday a policy may still count a child")
  func birthday() {
    var law = Example.law
    law.ages = AgeStatement(bands: Example.law.ages.bands, birthday: .after)
    let birthday = Age(bornOn: Example.day("2012-11-23"), asOf: Example.day("2026-11-23"))
    let findings = [
      Example.finding(type: 1, age: birthday),
      Example.finding(type: 1, level: .likely, age: Age(years: 14)),
    ]
    let source = Example.source("a", fields: [(-1, -1, 1, Example.tally(findings))])
    let after = totals([source], run: Example.run(policies: [law])).counts
    #expect(after[.sensitive, .certain] == 1)
    #expect(after[.personal, .likely] == 1)
    let on = totals([source]).counts
    #expect(on[.personal] == 2)
  }

  @Test(
    "Each reason has its fixed effect on completeness",
    arguments: [
      (GapReason.excluded, true), (.symlink, true), (.special, true), (.noText, true),
      (.unreadable, false), (.changed, false), (.truncated, false), (.encrypted, false),
      (.limit, false), (.unknownEncoding, false), (.malformed, false), (.matchLimit, false),
      (.recordTooLong, false), (.unsupportedData, false), (.interrupted, false),
    ])
  func completeness(reason: GapReason, isComplete: Bool) {
    let whole = Example.source("a", coverage: Coverage(status: .skipped, reason: reason))
    let part = Example.source("a", coverage: Coverage(status: .partly), gaps: [Gap(reason)])
    for source in [whole, part] {
      #expect(totals([source]).isComplete == isComplete)
      #expect(!totals([source], run: Example.run(isStrict: true)).isComplete)
    }
    #expect(totals([Example.source("a")], run: Example.run(isStrict: true)).isComplete)
  }

  @Test("Gaps count sources and bytes, and name the first three")
  func gaps() {
    let sources = (0..<5).map {
      Example.source("\($0)", gaps: [Gap(.malformed, bytes: 10), Gap(.malformed, bytes: 1)])
    }
    let gaps = totals(sources).gaps
    #expect(gaps.map(\.reason) == [.malformed])
    #expect(gaps.first?.sources == 5)
    #expect(gaps.first?.bytes == 55)
    #expect(gaps.first?.hasUnknownBytes == false)
    #expect(gaps.first?.examples.map(\.path) == [[0x30], [0x31], [0x32]])
  }

  @Test("Members count as sources, but their bytes are not those of another file")
  func members() {
    let sum = totals([
      Example.source("a.zip", coverage: Coverage(status: .scanned, bytes: 10)),
      Example.source(
        "a.zip", member: "b", coverage: Coverage(status: .scanned, bytes: 99, bytesScanned: 99)),
    ])
    #expect([sum.sources, sum.files, sum.bytes, sum.bytesScanned] == [2, 1, 10, 99])
  }
}
