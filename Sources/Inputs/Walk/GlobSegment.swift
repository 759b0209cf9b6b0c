/// One name of a glob pattern: what stands between two slashes.
///
/// `*` any bytes, `?` one byte, `[a-z]`, `[!a]`, `[^a]` and `[[:digit:]]` one of a set, `\` the next
/// byte itself; all as in `gitignore(5)` and `fnmatch(3)`, by bytes.
struct GlobSegment: Sendable {
  private enum Token: Sendable {
    case byte(UInt8)
    case anyByte
    case anyBytes
    /// 256 bits.
    case set(SIMD4<UInt64>)
  }

  private let tokens: [Token]

  /// Nil when the pattern is broken (an open bracket, a backslash at the end): it matches nothing.
  init?(_ pattern: ArraySlice<UInt8>) {
    var tokens: [Token] = []
    var index = pattern.startIndex
    while index < pattern.endIndex {
      let byte = pattern[index]
      index += 1
      switch byte {
      case UInt8(ascii: "*"):
        if case .anyBytes = tokens.last { continue }
        tokens.append(.anyBytes)
      case UInt8(ascii: "?"):
        tokens.append(.anyByte)
      case UInt8(ascii: "\\"):
        guard index < pattern.endIndex else { return nil }
        tokens.append(.byte(pattern[index]))
        index += 1
      case UInt8(ascii: "["):
        guard let (set, end) = Self.set(in: pattern[index...]) else { return nil }
        tokens.append(.set(set))
        index = end
      default:
        tokens.append(.byte(byte))
      }
    }
    self.tokens = tokens
  }

  /// Whether the whole `name` matches. O(name × pattern) at worst: a star never needs to give back
  /// what an earlier star took.
  func matches(_ name: ArraySlice<UInt8>) -> Bool {
    var position = name.startIndex
    var token = 0
    var lastStar: (token: Int, position: Int)?
    while position < name.endIndex {
      if token < tokens.count {
        if case .anyBytes = tokens[token] {
          lastStar = (token, position)
          token += 1
          continue
        }
        if matches(tokens[token], name[position]) {
          token += 1
          position += 1
          continue
        }
      }
      guard let star = lastStar else { return false }
      lastStar = (star.token, star.position + 1)
      token = star.token + 1
      position = star.position + 1
    }
    return tokens[token...].allSatisfy {
      if case .anyBytes = $0 { true } else { false }
    }
  }

  private func matches(_ token: Token, _ byte: UInt8) -> Bool {
    switch token {
    case .byte(let expected): byte == expected
    case .anyByte, .anyBytes: true
    case .set(let bits): bits[Int(byte) / 64] >> UInt64(byte % 64) & 1 == 1
    }
  }

  /// Parses a set after its `[`; the bits and the index after `]`.
  private static func set(in pattern: ArraySlice<UInt8>) -> (SIMD4<UInt64>, Int)? {
    var bits = SIMD4<UInt64>.zero
    var index = pattern.startIndex
    let isNegated = index < pattern.endIndex && [0x21, 0x5E].contains(pattern[index])
    if isNegated { index += 1 }
    let first = index
    while index < pattern.endIndex {
      var low = pattern[index]
      if low == UInt8(ascii: "]"), index > first {
        return (isNegated ? ~bits : bits, index + 1)
      }
      if low == UInt8(ascii: "["), let (members, end) = characterClass(in: pattern[index...]) {
        for byte in UInt8.min...UInt8.max where members(byte) { insert(byte, into: &bits) }
        index = end
        continue
      }
      if low == UInt8(ascii: "\\") {
        index += 1
        guard index < pattern.endIndex else { return nil }
        low = pattern[index]
      }
      index += 1
      var high = low
      if index + 1 < pattern.endIndex, pattern[index] == UInt8(ascii: "-"),
        pattern[index + 1] != UInt8(ascii: "]")
      {
        index += 1
        if pattern[index] == UInt8(ascii: "\\") { index += 1 }
        guard index < pattern.endIndex else { return nil }
        high = pattern[index]
        index += 1
      }
      if low <= high { for byte in low...high { insert(byte, into: &bits) } }
    }
    return nil
  }

  private static func insert(_ byte: UInt8, into bits: inout SIMD4<UInt64>) {
    bits[Int(byte) / 64] |= 1 << UInt64(byte % 64)
  }

  /// Parses `[:digit:]`; the class and the index after it.
  private static func characterClass(
    in pattern: ArraySlice<UInt8>
  ) -> (members: (UInt8) -> Bool, end: Int)? {
    for (name, members) in classes {
      let spelled = Array("[:\(name):]".utf8)
      if pattern.starts(with: spelled) { return (members, pattern.startIndex + spelled.count) }
    }
    return nil
  }

  private static let classes: [(String, @Sendable (UInt8) -> Bool)] = [
    ("alpha", isLetter), ("digit", isDigit), ("alnum", { isLetter($0) || isDigit($0) }),
    ("upper", { (0x41...0x5A).contains($0) }), ("lower", { (0x61...0x7A).contains($0) }),
    ("space", { $0 == 0x20 || (0x09...0x0D).contains($0) }),
    ("blank", { $0 == 0x20 || $0 == 0x09 }),
    ("punct", { (0x21...0x7E).contains($0) && !isLetter($0) && !isDigit($0) }),
    ("xdigit", { isDigit($0) || (0x41...0x46).contains($0 & 0xDF) }),
    ("cntrl", { $0 < 0x20 || $0 == 0x7F }), ("graph", { (0x21...0x7E).contains($0) }),
    ("print", { (0x20...0x7E).contains($0) }),
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
