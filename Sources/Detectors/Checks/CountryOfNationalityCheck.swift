/// Province and nationality in the number of a foreigner's permanent residence card.
///
/// 18 characters, since 2023-12: 9, two digits of the province that accepted the application (GB/T 2260),
/// three of the country (ISO 3166-1 numeric); of five-digit numbers 9 in 100 pass. 15 characters before:
/// three letters of the country (ISO 3166-1 alpha-3) and two digits of the province; 1 in 200 passes.
struct CountryOfNationalityCheck: Check {
  static let name = "country-of-nationality"

  /// A class, so that a look-up retains one thing and not three.
  private final class Codes: Sendable {
    /// By two-digit number.
    let provinces: ContiguousArray<Bool>
    let numeric: ContiguousArray<Bool>
    let alpha3: ContiguousArray<Bool>

    init(
      provinces: ContiguousArray<Bool>, numeric: ContiguousArray<Bool>,
      alpha3: ContiguousArray<Bool>
    ) {
      self.provinces = provinces
      self.numeric = numeric
      self.alpha3 = alpha3
    }
  }

  private let codes: LazyTable<Codes>

  init(_ tables: FactTables) { codes = LazyTable(tables, read: Self.codes) }

  private static func codes(_ tables: FactTables) -> Codes {
    var provinces = ContiguousArray(repeating: false, count: 100)
    let regions = tables.table("regions")
    let code = regions.column("code")
    regions.forEachRow { cells in
      guard let number = regions.number(cells[code]), number < 1_000_000 else { return }
      provinces[number / 10_000] = true
    }
    var numeric = ContiguousArray(repeating: false, count: 1000)
    var alpha3 = ContiguousArray(repeating: false, count: 26 * 26 * 26)
    let countries = tables.table("countries")
    let (number, letters) = (countries.column("numeric"), countries.column("alpha3"))
    countries.forEachRow { cells in
      if let code = countries.number(cells[number]), code < 1000 { numeric[code] = true }
      let bytes = Array(countries.text(cells[letters]).utf8)
      if let index = index(of: bytes.span) { alpha3[index] = true }
    }
    return Codes(provinces: provinces, numeric: numeric, alpha3: alpha3)
  }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    let codes = codes.content
    switch value.count {
    case 18:
      guard let province = decimal(value, 1..<3), let country = decimal(value, 3..<6) else {
        return .fail
      }
      return codes.provinces[province] && codes.numeric[country] ? .pass : .fail
    case 15:
      guard let province = decimal(value, 3..<5), let country = Self.index(of: value) else {
        return .fail
      }
      return codes.provinces[province] && codes.alpha3[country] ? .pass : .fail
    default:
      return .fail
    }
  }

  /// The first three letters as a number in base 26; nil where one is none.
  private static func index(of value: Span<UInt8>) -> Int? {
    guard value.count >= 3 else { return nil }
    var index = 0
    for i in 0..<3 {
      let letter = value[i] &- 0x41
      guard letter < 26 else { return nil }
      index = index * 26 + Int(letter)
    }
    return index
  }
}
