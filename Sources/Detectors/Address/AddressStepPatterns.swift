import Regex
import Synchronization

/// The built-in pattern of addresses, cut so that it matches one part and stops, and what tells of two
/// characters that it cannot tell apart.
///
/// The pattern reads an address part by part and never goes back behind one (a possessive group that nothing
/// follows). What comes next depends on the text around and on whether a part with a number was met
/// (`tail`); so there is one pattern for either.
final class AddressStepPatterns: Sendable {
  /// The next part of an address, before and behind the first part with a number.
  let plain: Pattern
  let behindNumber: Pattern
  /// Bit *n*: the pattern names the character *n* of the plane, alone or in a range.
  private let named: [UInt64]
  /// First characters of what the pattern refuses at the beginning of an address.
  let refused: Set<UInt32>

  /// Nil for a pattern that is not built as it must be.
  init?(_ source: String) {
    guard let refusal = Self.only("(?! 货架", in: source),
      let refusalEnd = source[refusal.upperBound...].firstIndex(of: ")"),
      Self.only(")++", in: source) != nil, Self.only("(?(<tail>)", in: source) != nil,
      Self.only("| (?<latin>", in: source) != nil, Self.only("| (?<only>", in: source) != nil,
      let named = Self.characters(namedBy: source)
    else { return nil }
    let refusing = source[refusal.lowerBound...refusalEnd]
    refused = Set(refusing.unicodeScalars.lazy.map(\.value).filter { $0 > 0x7F })
    let step =
      source
      .replacing(refusing, with: "")
      .replacing(")++", with: ")")
      .replacing("| (?<latin>", with: "| (*FAIL) (?<latin>")
      .replacing("| (?<only>", with: "| (*FAIL) (?<only>")
    plain = Pattern(proven: step, mode: .unicode, readsOn: true)
    behindNumber = Pattern(
      proven: step.replacing("(?(<tail>)", with: "(?(?=)"), mode: .unicode, readsOn: true)
    self.named = named
  }

  private static func only(_ part: String, in source: String) -> Range<String.Index>? {
    let ranges = source.ranges(of: part)
    return ranges.count == 1 ? ranges[0] : nil
  }

  /// Nil where a range is too wide for a list of characters.
  private static func characters(namedBy source: String) -> [UInt64]? {
    var named = [UInt64](repeating: 0, count: 1 << 10)
    let scalars = source.unicodeScalars.map(\.value)
    for (i, scalar) in scalars.enumerated() where scalar > 0x7F {
      var first = scalar
      if i > 1, scalars[i - 1] == 0x2D, scalars[i - 2] != 0x5B { first = scalars[i - 2] }
      guard scalar < 0x10000, first <= scalar, scalar - first < 64 else { return nil }
      for value in first...scalar { named[Int(value >> 6)] |= 1 << UInt64(value & 63) }
    }
    return named
  }

  /// A character as the pattern sees it: digits are all alike, and so are Chinese characters that it does not
  /// name; the others stand for themselves. At least 4.
  ///
  /// - Parameter scalar: of the first plane.
  @inline(__always)
  func code(of scalar: UInt32) -> UInt16 {
    if scalar &- 0x30 <= 9 { return 0x30 }
    // All of the script Han.
    guard scalar &- 0x4E00 <= 0x9FA5 - 0x4E00 else { return UInt16(truncatingIfNeeded: scalar) }
    let isNamed = named[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
    return isNamed ? UInt16(truncatingIfNeeded: scalar) : Self.unnamed
  }

  private static let unnamed: UInt16 = 4
}

/// The patterns of a form, made when a worker has met enough addresses, and then shared by all.
final class LazyAddressSteps: Sendable {
  private let stored = AtomicLazyReference<AddressStepPatterns>()
  private let source: String

  init(_ source: String) { self.source = source }

  var patterns: AddressStepPatterns? {
    if let patterns = stored.load() { return patterns }
    return AddressStepPatterns(source).map { stored.storeIfNil($0) }
  }
}
