/// A keyed 128-bit hash over a type and the canonical form of a value.
///
/// Equal values of one type have equal fingerprints under one key; without the key nothing can be
/// told from it. It is what distinct counts and links between assets are made of.
package struct Fingerprint: Hashable, Comparable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }

  /// One that stands for this and another together; the order of the two matters.
  package func joined(with other: Fingerprint) -> Fingerprint {
    // Both are uniform and independent; the turn keeps a pair of equals from vanishing.
    Fingerprint(
      high: high ^ (other.high << 1 | other.high >> 63),
      low: low ^ (other.low << 1 | other.low >> 63))
  }

  /// 32 lower-case hexadecimal digits.
  package var hex: String {
    func digits(_ word: UInt64) -> String {
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
    return digits(high) + digits(low)
  }
}
