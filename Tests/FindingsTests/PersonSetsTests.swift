import Findings
import Foundation
import Testing

@Suite struct PersonSetsTests {
  private static func counter(_ numbers: some Sequence<Int>) -> DistinctCounter {
    var counter = DistinctCounter()
    for number in numbers {
      var random = SeededGenerator(seed: UInt64(number))
      let high = random.next()
      counter.insert(Fingerprint(high: high, low: random.next()))
    }
    return counter
  }

  private static func sets(
    ids: some Sequence<Int> = [], phones: some Sequence<Int> = [], linked: some Sequence<Int> = [],
    emails: some Sequence<Int> = [], linkedEmails: some Sequence<Int> = []
  ) -> PersonSets {
    var sets = PersonSets()
    sets.add(.idNumber, counter(ids), linked: DistinctCounter())
    sets.add(.mobilePhone, counter(phones), linked: counter(linked))
    sets.add(.email, counter(emails), linked: counter(linkedEmails))
    return sets
  }

  @Test("A phone beside an ID number is no further person, and one that never was is")
  func formula() {
    let sets = Self.sets(
      ids: 0..<10, phones: 100..<120, linked: 100..<108, emails: 200..<205, linkedEmails: 200..<203
    )
    #expect(sets.count == PersonCount(exactly: 10 + 12 + 2))
  }

  @Test("A family with one phone stays several persons")
  func family() {
    #expect(Self.sets(ids: 0..<4, phones: [100], linked: [100]).count.count == 4)
  }

  @Test("A phone that stands alone in one place and beside an ID number in another is one person")
  func links() {
    var sets = Self.sets(phones: [100, 101])
    sets.merge(Self.sets(ids: [0], phones: [100], linked: [100]))
    #expect(sets.count.count == 2)
  }

  @Test("Parts merge to the same number in any order")
  func merging() {
    let parts = [
      Self.sets(ids: 0..<40_000, phones: 0..<40_000, linked: 0..<30_000),
      Self.sets(ids: 30_000..<90_000, emails: 0..<9),
      Self.sets(phones: 20_000..<99_000, linked: 20_000..<50_000, emails: 5..<20),
    ]
    let counts = [[0, 1, 2], [2, 1, 0], [1, 2, 0]].map { order in
      var sets = PersonSets()
      for part in order { sets.merge(parts[part]) }
      return sets.count
    }
    #expect(Set(counts.map(\.count)).count == 1)
    #expect(counts[0] == counts[1] && counts[1] == counts[2])
  }

  /// Persons with an ID number and a phone, a tenth of whose phones is also held by others without an ID.
  @Test("The number known lies between the bounds of the sketch, and these are close")
  func sketch() {
    let isFull = ProcessInfo.processInfo.environment["PII_SCAN_TEST_FULL"] != nil
    let persons = isFull ? 5_000_000 : 150_000
    let sets = Self.sets(
      ids: 0..<persons, phones: persons..<persons * 2 + persons / 10, linked: persons..<persons * 2)
    let known = UInt64(persons + persons / 10)
    let count = sets.count
    #expect(!count.isExact)
    #expect(count.lower <= known && known <= count.upper, "\(count)")
    #expect(Double(count.upper - count.lower) < 0.05 * Double(known))
  }
}
