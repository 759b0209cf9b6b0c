import Findings
import Testing

@Suite struct StateTests {
  /// A report with something of everything.
  private static func report(_ random: inout SeededGenerator) -> SourceReport {
    var tally = SourceTally()
    tally.tables = [
      SourceTally.Table(
        shape: TableShape(
          name: "学生", columns: [ColumnShape(name: "姓名"), ColumnShape(name: "id_card")]))
    ]
    tally.tables[0].records = 300
    tally.tables[0].values = [300, 299]
    tally.tables[0].roles = [.subject, .guardian]
    for key in [(-1, -1, 0), (0, 0, 2), (0, 1, 1)] {
      var field = TallyTests.tally((0..<40).map { _ in TallyTests.finding(&random) })
      field.sample = [0x31, 0x2A]
      field.isMixed = key.2 == 1
      if key.2 == 2 { field.compact() }
      tally.fields[
        SourceTally.Key(table: Int32(key.0), field: Int32(key.1), type: UInt16(key.2))] = field
    }
    let place = tally.placeOfPersons(ofTable: 0)
    for years in [3, 13, 14, 16, 30] {
      let person = Fingerprint(high: UInt64(years), low: 7)
      tally.persons[place].count(age: Age(years: years), from: .birthDate, person: person)
      tally.persons[place].sample.insert(person)
    }
    tally.persons[place].guardianBeside = 5
    return SourceReport(
      identity: SourceIdentity(path: [0x61, 0xFF, 0x2F], member: "学籍.sql"),
      coverage: Coverage(
        status: .partly, reason: .truncated, format: "mysqldump", encoding: "gb18030", bytes: 9,
        bytesScanned: 8, records: 300),
      gaps: [Gap(.truncated, bytes: nil, at: 12, errno: 5), Gap(.limit, bytes: .max)],
      modified: -86_400, tally: tally, number: 1 << 40)
  }

  private static func encoded(_ report: SourceReport) -> [UInt8] {
    var state = StateEncoder()
    report.encode(into: &state)
    return state.bytes
  }

  private static func decoded(_ bytes: [UInt8]) throws(StateError) -> SourceReport {
    var state = StateDecoder(bytes)
    let report = try SourceReport(from: &state, typeCount: 3)
    if !state.isAtEnd { throw .malformed }
    return report
  }

  @Test("What is written is what is read")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 0x57A7_0001)
    let report = Self.report(&random)
    let read = try Self.decoded(Self.encoded(report))
    #expect(Self.encoded(read) == Self.encoded(report))
    #expect(read.identity.path == report.identity.path)
    #expect(read.identity.member == report.identity.member)
    #expect(read.gaps == report.gaps)
    #expect(read.modified == report.modified)
    #expect(read.number == report.number)
    #expect(read.tally.tables[0].shape.columns.map(\.name) == ["姓名", "id_card"])
    for (key, field) in report.tally.fields {
      let other = try #require(read.tally.fields[key])
      #expect(TallyTests.counts(other) == TallyTests.counts(field))
    }
    let persons = read.tally.persons(ofTable: 0)
    #expect(persons.persons(.under14).count == 2)
    #expect(persons.records(.adult) == 1)
  }

  @Test("A state that is cut short is refused, wherever it is cut")
  func cut() {
    var random = SeededGenerator(seed: 0x57A7_0002)
    let bytes = Self.encoded(Self.report(&random))
    for length in 0..<bytes.count where length < 400 || length % 61 == 0 {
      #expect(throws: StateError.self) { try Self.decoded(Array(bytes.prefix(length))) }
    }
  }

  @Test("A state with wrong bytes is refused or read as another, and nothing breaks")
  func damaged() {
    var random = SeededGenerator(seed: 0x57A7_0003)
    let bytes = Self.encoded(Self.report(&random))
    for _ in 0..<2000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      do throws(StateError) { _ = try Self.decoded(damaged) } catch {
        #expect([.cutShort, .malformed].contains(error))
      }
    }
  }

  @Test("Numbers keep their value at every length, and their sign")
  func numbers() throws {
    var state = StateEncoder()
    let numbers: [UInt64] = [0, 1, 127, 128, 16_383, 16_384, 1 << 62, .max]
    let signed: [Int64] = [0, -1, 1, 63, -64, 64, .min, .max]
    for number in numbers { state.number(number) }
    for number in signed { state.signed(number) }
    var decoder = StateDecoder(state.bytes)
    for number in numbers { #expect(try decoder.number() == number) }
    for number in signed { #expect(try decoder.signed() == number) }
    #expect(decoder.isAtEnd)
    // Eleven bytes, and a tenth byte that overflows 64 bits.
    for long in [Array(repeating: UInt8(0x80), count: 11), Array(repeating: 0xFF, count: 9) + [2]] {
      var decoder = StateDecoder(long)
      #expect(throws: StateError.malformed) { try decoder.number() }
    }
  }
}
