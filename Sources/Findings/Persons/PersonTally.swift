/// What the records of one table, or the lines of a text, tell of their persons.
///
/// A record counts here where it holds a match about its subject; a guardian's fields say nothing of the
/// subject. Ages are those of the as-of day. Merging is addition and union.
package struct PersonTally: Sendable {
  /// Records by the age of their subject. Index: `AgeBand.rawValue`.
  var recordsByBand = InlineArray<5, UInt64>(repeating: 0)
  /// Those of the band `fourteen` whose as-of day is the birthday on which they turned 14.
  package var turning14Today: UInt64 = 0
  /// Records of persons under 18 by what tells their age. Index: `AgeSource.rawValue`.
  var minorsBySource = InlineArray<4, UInt64>(repeating: 0)
  /// Records of unknown age with a school, a class, a guardian or a student number: weaker signs.
  package var weakSigns: UInt64 = 0
  /// Records of persons under 18 with data of a guardian beside theirs.
  package var guardianBeside: UInt64 = 0
  /// Records of persons under 14, and up to 14, with a match that is not masked, hashed or encrypted.
  package var plainUnder14: UInt64 = 0
  package var plainUpTo14: UInt64 = 0
  /// Distinct persons under 18 by age. Index: `minorBands`.
  var minors = [DistinctCounter](repeating: DistinctCounter(), count: Self.minorBands.count)
  /// Records of persons under 18 that hold nothing to tell the person from another.
  var anonymous = InlineArray<3, UInt64>(repeating: 0)
  /// Identifiers that persons are counted by.
  package var sample = PersonSample()

  /// The bands of persons under 18.
  package static let minorBands: [AgeBand] = [.under14, .fourteen, .from15To17]

  package init() {}

  package func records(_ band: AgeBand) -> UInt64 { recordsByBand[Int(band.rawValue)] }

  package func minors(toldBy source: AgeSource) -> UInt64 {
    minorsBySource[Int(source.rawValue)]
  }

  /// Whether anything here is of a person under 18, or may be.
  package var hasMinors: Bool {
    weakSigns > 0 || Self.minorBands.contains { records($0) > 0 }
  }

  /// Distinct persons of a band under 18: by ID number, else by name and birth date, student number,
  /// mobile number or address. A record with none of these counts as a person, so a table that repeats
  /// such persons counts them again.
  package func persons(_ band: AgeBand) -> PersonCount {
    guard let index = Self.minorBands.firstIndex(of: band) else { return .zero }
    return minors[index].personCount + PersonCount(exactly: anonymous[index])
  }

  /// Counts a record.
  ///
  /// - Parameters:
  ///   - source: what tells `age`; without a meaning where that is unknown.
  ///   - person: what tells its subject from others, nil where nothing does. Only asked for minors.
  package mutating func count(
    age: Age, from source: AgeSource, person: @autoclosure () -> Fingerprint?
  ) {
    // The place in `minorBands`, which come one after the other.
    let index: Int
    switch age.band {
    case .unknown:
      recordsByBand[Int(AgeBand.unknown.rawValue)] += 1
      return
    case .adult:
      recordsByBand[Int(AgeBand.adult.rawValue)] += 1
      return
    case .under14: index = 0
    case .fourteen:
      index = 1
      if age.isBirthday { turning14Today += 1 }
    case .from15To17: index = 2
    }
    recordsByBand[Int(AgeBand.under14.rawValue) + index] += 1
    minorsBySource[Int(source.rawValue)] += 1
    if let person = person() { minors[index].insert(person) } else { anonymous[index] += 1 }
  }

  package mutating func merge(_ other: borrowing PersonTally) {
    for i in recordsByBand.indices { recordsByBand[i] += other.recordsByBand[i] }
    turning14Today += other.turning14Today
    for i in minorsBySource.indices { minorsBySource[i] += other.minorsBySource[i] }
    weakSigns += other.weakSigns
    guardianBeside += other.guardianBeside
    plainUnder14 += other.plainUnder14
    plainUpTo14 += other.plainUpTo14
    for i in minors.indices {
      minors[i].merge(other.minors[i])
      anonymous[i] += other.anonymous[i]
    }
    sample.merge(other.sample)
  }

  /// Fingerprints of minors that are kept exactly.
  package var exactCount: Int { minors.reduce(0) { $0 + $1.exactCount } }

  /// At least as many as are kept exactly; cheap.
  package var exactCountAtMost: Int { minors.reduce(0) { $0 + $1.exactCountAtMost } }

  /// Lets sketches stand for the sets of minors, to save memory.
  package mutating func compact() {
    for i in minors.indices { minors[i].compact() }
  }
}
