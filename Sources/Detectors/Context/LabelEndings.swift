/// The last bytes of the words that name some kinds of data: whether a label of theirs can stand
/// before a value is told by a few loads, and the label itself is read only where it can.
struct LabelEndings: Sendable {
  /// A bit for each hash of the last three bytes of a term, in normal form.
  private var bits = ContiguousArray<UInt64>(repeating: 0, count: 64)

  init(of kinds: [Bool], in terms: ContextTerms) {
    for index in terms.terms.indices {
      guard terms.entries(ofTerm: index).contains(where: { kinds[Int($0.kind)] }) else { continue }
      var normal = terms.terms[index].utf8.compactMap(ContextTerms.normal)
      while let last = normal.last, last &- 0x30 <= 9 { normal.removeLast() }
      guard let c = normal.last else { continue }
      let b = normal.count > 1 ? normal[normal.count - 2] : 0
      insert(normal.count > 2 ? normal[normal.count - 3] : 0, b, c)
    }
  }

  /// Whether a term may end at `end` of `text`: before up to three digits, which number a name, and
  /// without regard to case and joining characters.
  func mayEnd(at end: Int, in text: Span<UInt8>) -> Bool {
    var i = end
    while i > 0, text[i - 1] &- 0x30 <= 9 {
      guard end - i < 3 else { return false }
      i -= 1
    }
    let c = Self.previous(text, &i)
    let b = Self.previous(text, &i)
    let a = Self.previous(text, &i)
    // A term of one or two bytes has anything before it.
    return contains(a, b, c) || contains(0, b, c) || contains(0, 0, c)
  }

  /// The byte before `i` in normal form, one joining character passed over; 0 where there is none.
  @inline(__always)
  private static func previous(_ text: Span<UInt8>, _ i: inout Int) -> UInt8 {
    guard i > 0 else { return 0 }
    i -= 1
    if text[i] == 0x5F || text[i] == 0x2D || text[i] == 0x20 {
      guard i > 0 else { return 0 }
      i -= 1
    }
    let byte = text[i]
    return byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  private mutating func insert(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
    let bit = Self.bit(a, b, c)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  private func contains(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    let bit = Self.bit(a, b, c)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  @inline(__always)
  private static func bit(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    (Int(a) &* 961 &+ Int(b) &* 31 &+ Int(c)) & 4095
  }
}
