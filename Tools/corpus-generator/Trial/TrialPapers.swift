/// Draws data of every kind for the trial: invented people's numbers, papers, names and places.
struct TrialPapers {
  var registry: Registry
  var random: SplitMix64
  private var places: TrialAddresses
  private let asOf: CalendarDay

  init(seed: UInt64, stream: String, asOf: CalendarDay) {
    registry = Registry(seed: seed, stream: "trial " + stream, asOf: asOf)
    random = SplitMix64(seed: seed, stream: "trial papers " + stream)
    places = TrialAddresses(random: SplitMix64(seed: seed, stream: "trial places " + stream))
    self.asOf = asOf
  }

  /// A value of the kind. Where no label stands beside it (`isBare`), only forms that explain
  /// themselves are drawn.
  mutating func datum(_ type: DatumType, isBare: Bool = false) -> Datum {
    switch type {
    case .residentID: return resident(isBare: isBare)
    case .mobilePhone: return registry.mobile()
    case .landlinePhone: return registry.landline()
    case .bankCard: return !isBare && random.chance(6) ? foreignCard() : registry.bankCard()
    case .address: return places.next(isBare: isBare)
    case .imei: return registry.imei()
    case .imsi: return registry.imsi()
    case .email: return registry.email()
    case .birthDate:
      let day = birthday()
      let written = random.pick([day.iso, day.slashed, day.dotted, day.chinese, day.compact])
      return Datum(type: .birthDate, written: written, canonical: day.iso, birth: day)
    default:
      let text = paper(type)
      return Datum(type: type, written: text, canonical: text)
    }
  }

  /// A value as it stands in a column, where one form is kept from the first row to the last.
  mutating func cell(_ type: DatumType, style: Int) -> Datum {
    let datum = datum(type)
    guard type == .birthDate, let day = datum.birth else { return datum }
    return datum.written(as: [day.iso, day.slashed, day.compact][style % 3])
  }

  private mutating func birthday() -> CalendarDay {
    CalendarDay(random.number(1941...2022), random.number(1...12), random.number(1...28))
  }

  private mutating func resident(isBare: Bool) -> Datum {
    let day = birthday()
    let kind = random.below(100)
    if kind < 4, !isBare, day.year < 1985 { return registry.shortResidentID(bornOn: day) }
    if kind < 7 { return registry.residencePermit(bornOn: day) }
    while true {
      let county = random.pick(CountyTable.current)
      guard county.firstYear <= max(day.year, 1984) else { continue }
      let datum = registry.residentID(bornOn: day, in: county, isFemale: random.chance(50))
      return random.chance(10) ? datum.written(as: datum.written.lowercased()) : datum
    }
  }

  /// Visa, Mastercard, American Express and JCB ranges, any issuer.
  private mutating func foreignCard() -> Datum {
    let (head, length) = random.pick([("4", 16), ("51", 16), ("55", 16), ("37", 15), ("3530", 16)])
    let front = head + random.anyDigits(length - 1 - head.utf8.count)
    let text = front + String(CheckDigits.luhn(CheckDigits.values(front)))
    return Datum(type: .bankCard, written: text, canonical: text)
  }

  mutating func name() -> Datum {
    var text = String(random.pick(NameParts.surnames))
    if random.chance(3) { text = random.pick(NameParts.compoundSurnames) }
    let isFemale = random.chance(50)
    for _ in 0..<(random.chance(72) ? 2 : 1) {
      text.append(random.pick(isFemale ? NameParts.female : NameParts.male))
    }
    return Datum(type: .personName, written: text, canonical: text)
  }

  private mutating func paper(_ type: DatumType) -> String {
    let letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    switch type {
    case .personName: return name().written
    case .age: return String(random.number(3...92))
    case .passport:
      return random.pick([
        "E" + random.anyDigits(8), "E" + random.letters(1, from: letters) + random.anyDigits(7),
        "G" + random.anyDigits(8),
      ])
    case .travelPermit:
      return random.pick(["C", "C", "H", "M"]) + random.anyDigits(8)
    case .foreignerID:
      let front =
        "9" + random.pick(["11", "31", "44", "33"]) + random.pick(["124", "840", "392", "410"])
        + birthday().compact + random.anyDigits(3)
      return front + String(CheckDigits.mod11Radix2(CheckDigits.values(front)))
    case .hongKongID:
      let letter = random.letters(1, from: "ABCDEGHKPRSVYZ")
      let digits = random.anyDigits(6)
      let check = String(PaperDigits.hongKong(letter, digits))
      return letter + digits + (random.chance(70) ? "(" + check + ")" : check)
    case .taiwanID:
      let letter = Character(random.letters(1, from: letters))
      let digits = random.pick(["1", "2"]) + random.anyDigits(7)
      return String(letter) + digits + String(PaperDigits.taiwan(letter, digits))
    case .militaryID:
      return random.pick(["军", "士", "文"]) + "字第" + random.digits(8) + "号"
    case .studentNumber: return "G" + resident(isBare: true).canonical
    case .vehiclePlate: return plate()
    case .vin:
      let text =
        "L" + random.letters(2, from: "SFVGBHN") + random.letters(5, from: letters.vehicle) + "0"
        + random.letters(1, from: "GHJKLMNPRS") + random.letters(1, from: letters.vehicle)
        + random.anyDigits(6)
      return String(text.prefix(8)) + String(PaperDigits.vehicle(text)) + text.dropFirst(9)
    case .uscc:
      let front =
        random.pick(["91", "91", "92", "12", "52"]) + random.pick(CountyTable.current).code
        + random.letters(9, from: "0123456789ABCDEFGHJKLMNPQRTUWXY")
      return front + String(PaperDigits.socialCredit(front))
    case .iccid:
      let front = "8986" + random.pick(["00", "01", "03", "06", "11"]) + random.anyDigits(13)
      return front + String(CheckDigits.luhn(CheckDigits.values(front)))
    default: return device(type)
    }
  }

  private mutating func device(_ type: DatumType) -> String {
    switch type {
    case .macAddress:
      let mark = random.pick([":", "-"])
      let text = ([hexPair(even: true)] + (0..<5).map { _ in hexPair(even: false) })
        .joined(separator: mark)
      return random.chance(50) ? text.uppercased() : text
    case .ipAddress:
      return [random.pick([36, 58, 113, 117, 183, 221]), random.below(256), random.below(256)]
        .map(String.init).joined(separator: ".") + "." + String(random.number(1...254))
    case .androidID: return random.hex(16)
    case .idfa: return uuid().uppercased()
    case .oaid: return uuid()
    case .wechatID:
      return random.pick(["wxid_" + random.letters(14, from: "abcdefghijkmnpqrstuvwxyz0123456789")])
    case .qq: return random.digits(random.number(6...10))
    case .alipayID: return "2088" + random.anyDigits(12)
    case .coordinates:
      return String(random.number(75...133)) + "." + random.anyDigits(6) + ","
        + String(random.number(19...52)) + "." + random.anyDigits(6)
    default: preconditionFailure("no such paper")
    }
  }

  private mutating func hexPair(even: Bool) -> String {
    random.hex(1) + (even ? random.letters(1, from: "048c") : random.hex(1))
  }

  private mutating func uuid() -> String {
    [8, 4, 4, 4, 12].map { random.hex($0) }.joined(separator: "-")
  }

  private mutating func plate() -> String {
    let place = random.pick(Array("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"))
    let head = String(place) + random.letters(1, from: "ABCDEFGH")
    if random.chance(25) {
      return head + random.pick(["D", "F"]) + random.anyDigits(5)
    }
    return head + random.letters(1, from: "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789")
      + random.anyDigits(3)
      + random.letters(1, from: "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789")
  }
}

extension String {
  /// Without the letters that a vehicle's number leaves out.
  fileprivate var vehicle: String { filter { !"IOQ".contains($0) } + "0123456789" }
}
