/// Writes what looks like personal data and is none.
///
/// Bare strings of digits are drawn again while `LookAlike` could take them for personal data. What
/// only a name can tell from the real thing stands in `named`, always beside that name.
struct Decoys {
  var random: SplitMix64

  /// Bare digits of `count` places that nobody can take for personal data.
  mutating func bare(_ count: Int) -> String {
    while true {
      let text = random.digits(count)
      if !LookAlike.couldBePersonal(text) { return text }
    }
  }

  private mutating func drawn(_ make: (inout SplitMix64) -> String) -> String {
    while true {
      let text = make(&random)
      if !LookAlike.couldBePersonal(text) { return text }
    }
  }

  /// Identifiers of the Snowflake family: 18 or 19 digits.
  mutating func snowflake() -> String {
    drawn { String((1_300_000_000_000_000_000 + $0.next() % 700_000_000_000_000_000)) }
  }

  /// `20261122103000` or with milliseconds.
  mutating func compactTime() -> String {
    drawn { random in
      let day = CalendarDay(2026, random.number(1...12), random.number(1...28)).compact
      let time = padded(random.below(24), 2) + padded(random.below(60), 2)
      return day + time + padded(random.below(60), 2)
        + (random.chance(50) ? padded(random.below(1000), 3) : "")
    }
  }

  mutating func epoch() -> String {
    drawn { random in
      let seconds = 1_600_000_000 + random.below(190_000_000)
      switch random.below(4) {
      case 0: return String(seconds)
      case 1, 2: return String(seconds) + padded(random.below(1000), 3)
      default: return String(seconds) + random.anyDigits(9)
      }
    }
  }

  mutating func uuid() -> String {
    [8, 4, 4, 4, 12].map { random.hex($0) }.joined(separator: "-")
  }

  /// The shape of a citizen's number with a wrong check character, or no calendar day in it.
  mutating func wrongResident() -> String {
    drawn { random in
      random.pick(CountyTable.current).code + String(random.number(1960...2015))
        + padded(random.number(1...14), 2) + padded(random.number(1...31), 2)
        + random.anyDigits(4)
    }
  }

  /// A card prefix and a check digit that is off.
  mutating func wrongCard() -> String {
    drawn { random in
      let prefix = random.pick(CardPrefix.all)
      return prefix.digits + random.anyDigits(prefix.length - prefix.digits.utf8.count)
    }
  }

  /// Personal-looking digits inside a longer run of digits or between letters.
  mutating func embedded(_ datum: Datum) -> String {
    let core = datum.canonical
    switch random.below(5) {
    case 0: return random.digits(14) + core + random.digits(9)
    case 1: return random.letters(3, from: "abcdefghkmnp") + core + random.letters(2, from: "qrst")
    case 2: return "0." + core
    case 3: return random.letters(2, from: "ABCDEFGH") + core + random.anyDigits(9)
    default: return random.hex(8) + "c" + core + "f" + random.hex(6)
    }
  }

  mutating func amount() -> String {
    String(random.number(1...99999)) + "." + random.anyDigits(2)
  }

  mutating func decimal() -> String { "0." + random.digits(random.number(11...17)) }

  mutating func coordinates() -> String {
    String(random.number(74...134)) + "." + random.anyDigits(6) + ","
      + String(random.number(18...52)) + "." + random.anyDigits(6)
  }

  mutating func version() -> String {
    String(random.below(20)) + "." + String(random.below(40)) + "." + String(random.below(99))
  }

  mutating func ip() -> String {
    random.pick(["10", "172", "192"]) + "." + String(random.below(256)) + "."
      + String(random.below(256)) + "." + String(random.below(256))
  }

  /// EAN-13 with its own check digit, of a range that only books and goods have.
  mutating func ean() -> String {
    drawn { random in
      let front = random.pick(["978", "690", "693", "697"]) + random.anyDigits(9)
      let sum = CheckDigits.values(front).enumerated().reduce(0) {
        $0 + Int($1.element) * ($1.offset.isMultiple(of: 2) ? 1 : 3)
      }
      return front + String((10 - sum % 10) % 10)
    }
  }

  /// A key and a value that would be personal under another key, `orderNo=15812345678`.
  mutating func named(separator: String) -> String {
    let (key, value) = namedPair()
    return key + separator + value
  }

  mutating func namedPair() -> (key: String, value: String) {
    switch random.below(4) {
    case 0:
      let segment = random.pick(MobileSegments.all)
      return (
        random.pick(["orderNo", "order_no", "txn", "batchNo", "seqNo", "taskId", "订单号", "流水号"]),
        segment + random.anyDigits(11 - segment.utf8.count)
      )
    case 1:
      let front = random.pick(["62", "35", "90"]) + random.anyDigits(random.pick([13, 15, 16]))
      return (
        random.pick(["trace_id", "traceId", "flowNo", "orderId", "流水号", "交易流水号", "批次号"]),
        front + String(CheckDigits.luhn(CheckDigits.values(front)))
      )
    case 2:
      let front = random.pick(["86", "35"]) + random.anyDigits(12)
      return (
        random.pick(["trace_id", "span_id", "msgId", "requestId", "批次号"]),
        front + String(CheckDigits.luhn(CheckDigits.values(front)))
      )
    default:
      let area = random.pick(AreaCode.all)
      return (
        random.pick(["partNo", "sku", "货号", "batch_no", "单据号"]),
        area.digits + "-" + random.digits(area.localLength)
      )
    }
  }

  /// Any bare decoy.
  mutating func any() -> String {
    switch random.below(16) {
    case 0: snowflake()
    case 1, 2: compactTime()
    case 3, 4: epoch()
    case 5: uuid()
    case 6: random.hex(random.pick([32, 40, 64]))
    case 7: wrongResident()
    case 8: wrongCard()
    case 9: amount()
    case 10: decimal()
    case 11: coordinates()
    case 12: version()
    case 13: ip()
    case 14: ean()
    default: bare(random.number(6...24))
    }
  }
}
