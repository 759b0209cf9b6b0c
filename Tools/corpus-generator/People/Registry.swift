/// Invents people and their numbers, none twice.
///
/// The numbers are random within the rules of their kind. Some will coincide with numbers that are
/// in use, as any valid number may; no name, address or paper stands behind them.
struct Registry {
  var random: SplitMix64
  let asOf: CalendarDay
  private var used: Set<String> = []

  init(seed: UInt64, stream: String, asOf: CalendarDay) {
    random = SplitMix64(seed: seed, stream: stream)
    self.asOf = asOf
  }

  /// The first of the values that `make` proposes which was not given away before.
  private mutating func fresh(_ make: (inout SplitMix64) -> Datum) -> Datum {
    while true {
      let datum = make(&random)
      if used.insert(datum.type.rawValue + datum.canonical).inserted { return datum }
    }
  }

  mutating func adult() -> Person {
    person(bornOn: asOf.adding(days: -random.number(18 * 366...79 * 365)))
  }

  /// Somebody of 3 to 17 years, every twelfth at the edge of an age band.
  mutating func minor() -> Person {
    if random.chance(8) { return person(bornOn: random.pick(edges)) }
    return person(bornOn: asOf.adding(days: -random.number(3 * 366...17 * 365)))
  }

  /// Birthdays on which the bands turn: the day before, on and after the as-of day, fourteen,
  /// fifteen and eighteen years ago, and leap days.
  var edges: [CalendarDay] {
    [14, 15, 18].flatMap { years in
      [-1, 0, 1].map { CalendarDay(asOf.year - years, asOf.month, asOf.day).adding(days: $0) }
    } + [CalendarDay(2012, 2, 29), CalendarDay(2008, 2, 29), CalendarDay(2016, 2, 29)]
  }

  mutating func person(bornOn birth: CalendarDay) -> Person {
    let county = county(standingIn: birth.year)
    let isFemale = random.chance(50)
    var name = ""
    if random.chance(3) {
      name = random.pick(NameParts.compoundSurnames)
    } else {
      name = String(random.pick(NameParts.surnames))
    }
    for _ in 0..<(random.chance(70) ? 2 : 1) {
      name.append(random.pick(isFemale ? NameParts.female : NameParts.male))
    }
    return Person(
      name: name, isFemale: isFemale, county: county, birth: birth,
      residentID: residentID(bornOn: birth, in: county, isFemale: isFemale), mobile: mobile(),
      landline: landline(), email: email(), home: address(in: county), card: bankCard(),
      imei: imei(), imsi: imsi())
  }

  /// A parent or grandparent.
  mutating func guardian() -> Person {
    person(bornOn: asOf.adding(days: -random.number(28 * 366...70 * 365)))
  }

  /// Any county whose code stood in `year`, or in 1984 when the first cards were issued.
  private mutating func county(standingIn year: Int) -> County {
    while true {
      let county = random.pick(CountyTable.current)
      if county.firstYear <= max(year, 1984) { return county }
    }
  }

  /// A number whose region stood in the birth year: the county's own code, or, for every sixth of
  /// the old enough, one that was abolished later.
  mutating func residentID(bornOn birth: CalendarDay, in county: County, isFemale: Bool) -> Datum {
    let old = CountyTable.old.filter { $0.firstYear <= birth.year && birth.year <= $0.lastYear }
    return fresh { random in
      var region = county.code
      if !old.isEmpty, random.chance(16) { region = random.pick(old).code }
      let sequence = random.number(0...499) * 2 + (isFemale ? 0 : 1)
      let text = ResidentNumber.complete(region: region, birth: birth, sequence: max(sequence, 2))
      return Datum(type: .residentID, written: text, canonical: text, birth: birth)
    }
  }

  /// The 15-digit form for somebody born in the 20th century.
  mutating func shortResidentID(bornOn birth: CalendarDay) -> Datum {
    let county = county(standingIn: birth.year)
    return fresh { random in
      let text = ResidentNumber.short(
        region: county.code, birth: birth, sequence: random.number(2...995))
      return Datum(
        type: .residentID, written: text, canonical: ResidentNumber.expanded(text), birth: birth)
    }
  }

  /// A residence permit for residents of Hong Kong, Macao or Taiwan.
  mutating func residencePermit(bornOn birth: CalendarDay) -> Datum {
    fresh { random in
      let text = ResidentNumber.complete(
        region: random.pick(["810000", "820000", "830000"]), birth: birth,
        sequence: random.number(1...999))
      return Datum(type: .residentID, written: text, canonical: text, birth: birth)
    }
  }

  mutating func mobile() -> Datum {
    fresh { random in
      let segment = random.pick(MobileSegments.all)
      let text = segment + random.anyDigits(11 - segment.utf8.count)
      return Datum(type: .mobilePhone, written: text, canonical: text)
    }
  }

  /// `0571-87951234`.
  mutating func landline() -> Datum {
    fresh { random in
      let area = random.pick(AreaCode.all)
      let local = String(random.number(2...8)) + random.anyDigits(area.localLength - 1)
      return Datum(
        type: .landlinePhone, written: area.digits + "-" + local, canonical: area.digits + local)
    }
  }

  mutating func bankCard() -> Datum {
    fresh { random in
      let prefix = random.pick(CardPrefix.all)
      let front = prefix.digits + random.anyDigits(prefix.length - 1 - prefix.digits.utf8.count)
      let text = front + String(CheckDigits.luhn(CheckDigits.values(front)))
      return Datum(type: .bankCard, written: text, canonical: text)
    }
  }

  mutating func imei() -> Datum {
    fresh { random in
      let front = random.pick(["86", "86", "35"]) + random.anyDigits(12)
      let text = front + String(CheckDigits.luhn(CheckDigits.values(front)))
      return Datum(type: .imei, written: text, canonical: text)
    }
  }

  mutating func imsi() -> Datum {
    fresh { random in
      let text = random.pick(SubscriberNetworks.all) + random.anyDigits(10)
      return Datum(type: .imsi, written: text, canonical: text)
    }
  }

  mutating func email() -> Datum {
    fresh { random in
      let family = random.pick(NameParts.latin)
      let given = random.pick(NameParts.latinGiven)
      let number = random.number(10...9999)
      let local = random.pick([
        family + given + String(number), given + "." + family + String(number),
        family + "_" + given + "_" + String(number), given + "-" + String(number),
      ])
      let text = local + "@" + random.pick(NameParts.mailDomains)
      return Datum(type: .email, written: text, canonical: text)
    }
  }

  mutating func address(in county: County) -> Datum {
    fresh { random in AddressWriter.address(in: county, &random) }
  }

  mutating func address() -> Datum {
    let county = random.pick(CountyTable.current)
    return address(in: county)
  }
}
