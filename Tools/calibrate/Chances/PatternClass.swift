/// Reads a set of characters, `[2-8x]`.
struct PatternClass {
  private let scalars: [Unicode.Scalar]
  /// Behind what was read.
  private(set) var end: Int

  /// - Parameter index: of the opening bracket.
  init(_ scalars: [Unicode.Scalar], at index: Int) {
    self.scalars = scalars
    end = index
  }

  mutating func members() throws(PatternParser.Unknown) -> [Unicode.Scalar] {
    end += 1
    if end < scalars.count, scalars[end] == "^" {
      throw PatternParser.Unknown(construct: "[^")
    }
    var members: [Unicode.Scalar] = []
    while let next = try item() {
      if next.count == 1, end + 1 < scalars.count, scalars[end] == "-", scalars[end + 1] != "]" {
        end += 1
        guard let upper = try item()?.first, upper.value >= next[0].value else {
          throw PatternParser.Unknown(construct: "a range")
        }
        members += (next[0].value...upper.value).compactMap(Unicode.Scalar.init)
      } else {
        members += next
      }
    }
    return Array(Set(members)).sorted()
  }

  /// Where the set ends, whatever it holds.
  mutating func skipped() throws(PatternParser.Unknown) -> Int {
    end += 1
    while end < scalars.count, scalars[end] != "]" { end += scalars[end] == "\\" ? 2 : 1 }
    guard end < scalars.count else { throw PatternParser.Unknown(construct: "[") }
    return end + 1
  }

  /// The next member or escape; nil at the closing bracket, which is passed over.
  private mutating func item() throws(PatternParser.Unknown) -> [Unicode.Scalar]? {
    guard end < scalars.count else { throw PatternParser.Unknown(construct: "[") }
    let next = scalars[end]
    end += 1
    switch next {
    case "]": return nil
    case "\\":
      guard end < scalars.count else { throw PatternParser.Unknown(construct: "\\") }
      end += 1
      return try Self.escape(scalars[end - 1])
    default: return [next]
    }
  }

  /// The characters that `\` and this one stand for; of blanks only the blank itself.
  static func escape(_ scalar: Unicode.Scalar) throws(PatternParser.Unknown) -> [Unicode.Scalar] {
    switch scalar {
    case "d": return Array("0123456789".unicodeScalars)
    case "s", "h": return [" "]
    case "A"..."Z", "a"..."z", "0"..."9":
      throw PatternParser.Unknown(construct: "\\\(scalar)")
    default: return [scalar]
    }
  }
}
