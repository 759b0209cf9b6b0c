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

  /// Persons with an ID number and a phone, and a tenth as many with a phone alone.
  private static func estimate(of persons: Int, from first: Int) -> (PersonCount, known: UInt64) {
    let (ids, linked) = (first..<first + persons, first + persons..<first + persons * 2)
    let sets = Self.sets(
      ids: ids, phones: linked.lowerBound..<linked.upperBound + persons / 10, linked: linked)
    return (sets.count, UInt64(persons + persons / 10))
  }

  @Test("The number known mostly lies between the bounds of the sketch, and these are close")
  func sketch() {
    var right = 0
    for population in 0..<10 {
      let (count, known) = Self.estimate(of: 80_000, from: population * 1_000_000)
      #expect(!count.isExact)
      #expect(Double(count.upper - count.lower) < 0.05 * Double(known))
      if count.lower <= known, known <= count.upper { right += 1 }
    }
    // 95 in 100 do; fewer than 8 of 10 would in 1 of 90 such tests.
    #expect(right >= 8)
  }

  @Test(
    "Five million persons are told to three standard errors",
    .enabled(if: ProcessInfo.processInfo.environment["PII_SCAN_TEST_FULL"] != nil))
  func millions() {
    let (count, known) = Self.estimate(of: 5_000_000, from: 0)
    let error = Double(count.upper - count.lower) / 2 / 1.96
    #expect(abs(Double(count.count) - Double(known)) <= 3 * error, "\(count)")
    #expect(error < 0.01 * Double(known))
  }
}
