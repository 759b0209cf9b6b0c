/// The issuer's prefix of a payment card and the length that goes with it: passes for a prefix of
/// the table of Chinese issuers with its length; has nothing to say of a card of an international
/// scheme that no Chinese bank of the table issued; fails for the rest.
///
/// The table's prefixes cover about 1 in 400 of all numbers of 15 to 19 digits.
struct CardNumberPrefixCheck: Check {
  static let name = "card-prefix"

  /// Bit *n*: numbers of *n* digits.
  ///
  /// A class, so that a look-up retains one thing and not four.
  private final class Prefixes: Sendable {
    let issuers: PrefixTable
    let schemes: PrefixTable

    init(issuers: PrefixTable, schemes: PrefixTable) {
      self.issuers = issuers
      self.schemes = schemes
    }
  }

  private let prefixes: LazyTable<Prefixes>

  init(_ tables: FactTables) { prefixes = LazyTable(tables, read: Self.prefixes) }

  private static func prefixes(_ tables: FactTables) -> Prefixes {
    var (issuers, schemes) = (PrefixTable(), PrefixTable())
    let bins = tables.table("bank_bins")
    let (prefix, length) = (bins.column("prefix"), bins.column("length"))
    bins.forEachRow { cells in
      let lengths = bins.number(cells[length]).map { 1 << UInt64($0) } ?? anyLength
      issuers.insert(bins.bytes, cells[prefix], lengths)
    }
    let ranges = tables.table("card_schemes")
    let (from, to) = (ranges.column("prefix_from"), ranges.column("prefix_to"))
    let lengths = ranges.column("lengths")
    ranges.forEachRow { cells in
      guard let low = ranges.number(cells[from]), let high = ranges.number(cells[to]) else {
        return
      }
      let mask = Self.lengths(ranges.text(cells[lengths]))
      for number in low...high {
        schemes.insert(decimal: number, digits: cells[from].count, mask)
      }
    }
    return Prefixes(issuers: issuers, schemes: schemes)
  }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    let bit: UInt64 = 1 << UInt64(value.count)
    let prefixes = prefixes.content
    if let issuer = prefixes.issuers.longestPrefix(of: value), issuer.value & bit != 0,
      issuer.digits >= 4
    {
      return .pass
    }
    if let scheme = prefixes.schemes.longestPrefix(of: value), scheme.value & bit != 0 {
      return .unknown
    }
    return .fail
  }

  private static let anyLength: UInt64 = (13...19).reduce(0) { $0 | 1 << UInt64($1) }

  /// `16-19` or `13,16,19` as a bit set.
  private static func lengths(_ text: String) -> UInt64 {
    var mask: UInt64 = 0
    for item in text.split(separator: ",") {
      let ends = item.split(separator: "-").compactMap { Int($0) }
      guard let low = ends.first, let high = ends.last, (1...63).contains(low), high < 64 else {
        continue
      }
      for length in low...high { mask |= 1 << UInt64(length) }
    }
    return mask
  }
}
