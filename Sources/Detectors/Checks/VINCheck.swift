/// The check digit of a vehicle identification number, its ninth character (GB 16735-2019, 5.2.3; 49 CFR
/// 565.15): obligatory in China and North America, elsewhere a character like others. A random look-alike
/// passes once in eleven times.
struct VINCheck: Check {
  static let name = "vin"

  private static let weights: [17 of UInt8] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 17 else { return .fail }
    var sum = 0
    for i in 0..<17 {
      guard let number = Self.number(value[i]) else { return .fail }
      sum += number * Int(Self.weights[i])
    }
    let expected = sum % 11
    let stands = value[8] == 0x58 ? 10 : Int(value[8]) - 0x30
    if stands == expected { return .pass }
    // L: China; 1 to 5: the United States, Canada and Mexico (ISO 3780).
    return value[0] == 0x4C || (0x31...0x35).contains(value[0]) ? .fail : .unknown
  }

  /// A–H count 1–8, J–N 1–5, P 7, R 9, S–Z 2–9; I, O and Q do not occur.
  private static func number(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x48: Int(byte) - 0x40
    case 0x4A...0x4E: Int(byte) - 0x49
    case 0x50: 7
    case 0x52: 9
    case 0x53...0x5A: Int(byte) - 0x51
    default: nil
    }
  }
}
