/// Endlessly many people, numbered: the same number is always the same person, and two numbers
/// share no paper, phone, card, mailbox or home. So distinct counts are known without remembering.
struct Population {
  private let codes: [[UInt8]]
  private let places: [[UInt8]]
  private let prefixes: [[UInt8]]
  private let segments: [[UInt8]]
  private let days: [[UInt8]]
  private let ages: [Int]
  private let names: [[UInt8]]
  private let domains: [[UInt8]]
  private let roads: [[UInt8]]
  private let shift: UInt64

  init(seed: UInt64, asOf: CalendarDay) {
    var random = SplitMix64(seed: seed, stream: "population")
    let counties = CountyTable.current.filter { $0.firstYear <= 1984 }
    codes = counties.map { Array($0.code.utf8) }
    places = counties.map { Array(($0.province + $0.prefecture + $0.name).utf8) }
    prefixes = CardPrefix.all.filter { $0.length == 16 && $0.digits.utf8.count == 6 }
      .map { Array($0.digits.utf8) }
    segments = MobileSegments.all.filter { $0.utf8.count == 3 }.map { Array($0.utf8) }
    roads = PlaceNames.roads.map { Array($0.utf8) }
    domains = ["example.com", "example.org", "example.net"].map { Array($0.utf8) }
    names = (0..<2048).map { _ in
      let family = String(random.pick(NameParts.surnames))
      return Array((family + String(random.pick(NameParts.male + NameParts.female))).utf8)
    }
    var day = CalendarDay(1950, 1, 1)
    var dates: [[UInt8]] = []
    var years: [Int] = []
    while day < asOf {
      dates.append(Array(day.iso.utf8))
      years.append(day.age(on: asOf))
      day = day.adding(days: 1)
    }
    days = dates
    ages = years
    shift = random.next() >> 40
  }

  /// A one-to-one map of 0..<size: a step that shares no factor with it, taken `index` times.
  private func scattered(_ index: Int, in size: UInt64) -> UInt64 {
    (UInt64(index) &+ shift) % size &* 999_999_937 % size
  }

  /// Region, day of birth and sequence of a person.
  private func paper(of person: Int) -> (region: Int, day: Int, sequence: UInt64) {
    let size = UInt64(codes.count * days.count * 998)
    let place = scattered(person, in: size)
    let region = Int(place % UInt64(codes.count))
    let rest = place / UInt64(codes.count)
    return (region, Int(rest % UInt64(days.count)), rest / UInt64(days.count) + 2)
  }

  /// How many different days of birth there are.
  var dayCount: Int { days.count }

  /// The day of birth, as a number below `dayCount`.
  func day(of person: Int) -> Int { paper(of: person).day }

  func ageInYears(of person: Int) -> Int { ages[paper(of: person).day] }

  func writeResidentID(of person: Int, to buffer: inout ByteBuffer) {
    let paper = paper(of: person)
    buffer.append(codes[paper.region])
    let day = days[paper.day]
    buffer.append([day[0], day[1], day[2], day[3], day[5], day[6], day[8], day[9]])
    buffer.append(paper.sequence, width: 3)
    buffer.appendResidentCheck(after: 17)
  }

  func writeBirthDate(of person: Int, to buffer: inout ByteBuffer) {
    buffer.append(days[paper(of: person).day])
  }

  func writeMobile(of person: Int, to buffer: inout ByteBuffer) {
    let number = scattered(person, in: UInt64(segments.count) * 100_000_000)
    buffer.append(segments[Int(number / 100_000_000)])
    buffer.append(number % 100_000_000, width: 8)
  }

  func writeCard(of person: Int, to buffer: inout ByteBuffer) {
    let number = scattered(person, in: UInt64(prefixes.count) * 1_000_000_000)
    buffer.append(prefixes[Int(number / 1_000_000_000)])
    buffer.append(number % 1_000_000_000, width: 9)
    buffer.appendLuhn(after: 15)
  }

  func writeEmail(of person: Int, to buffer: inout ByteBuffer) {
    buffer.append("member")
    buffer.append(person + 1000)
    buffer.append("@")
    buffer.append(domains[person % domains.count])
  }

  func writeName(of person: Int, to buffer: inout ByteBuffer) {
    buffer.append(names[(person &* 7) & 2047])
  }

  func isFemale(_ person: Int) -> Bool { paper(of: person).sequence % 2 == 0 }

  /// County, road, house, building and room, a mixed-radix number of the person.
  func writeAddress(of person: Int, to buffer: inout ByteBuffer) {
    let size = UInt64(places.count * roads.count * 998 * 28 * 18 * 4)
    var rest = scattered(person, in: size)
    func take(_ radix: Int) -> Int {
      defer { rest /= UInt64(radix) }
      return Int(rest % UInt64(radix))
    }
    buffer.append(places[take(places.count)])
    buffer.append(roads[take(roads.count)])
    buffer.append(take(998) + 1)
    buffer.append("号")
    buffer.append(take(28) + 1)
    buffer.append("栋")
    buffer.append(take(18) + 1)
    buffer.append("0")
    buffer.append(take(4) + 1)
    buffer.append("室")
  }
}
