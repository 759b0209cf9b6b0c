import RulesetSource
import TestSupport
import Testing

@Suite struct PackedTests {
  @Test("Unpacking gives back what was packed, for random nodes")
  func roundTrip() {
    let seed = TestSeed.value
    var random = Dice(state: seed)
    for _ in 0..<2_000 {
      let node = random.node(level: 1)
      #expect(Packed.unpack(Packed.pack(node)) == node, "seed \(seed)")
    }
  }

  @Test("A packed text that was cut anywhere is refused")
  func cut() throws {
    let node = try YAML.parse("a: [1, '中', {b: c}]\nd: e\n", file: "f")
    let packed = Packed.pack(node)
    #expect(Packed.unpack(packed) == node)
    for length in 0..<packed.utf8.count {
      let start = String(decoding: packed.utf8.prefix(length), as: UTF8.self)
      #expect(Packed.unpack(start) == nil, "cut after \(length) bytes")
    }
    #expect(Packed.unpack(packed + "p1:1:0:") == nil)
  }

  @Test(
    "Lengths that the text does not keep are refused",
    arguments: [
      "p1:1:9:a", "l1:1:9999999:", "p1:1:99999999999999999999:", "x1:1:0:", "p1::0:", "p1:1:-1:",
    ])
  func lengths(text: String) {
    #expect(Packed.unpack(text) == nil)
  }
}

/// A small generator whose sequence is known from its seed (SplitMix64).
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func text() -> String {
    let alphabet = [
      "a", ":", "1", "\n", "\r\n", "\"\"\"#", "\\#", "身", "𠮷", "e\u{301}", "\u{0}", " ", "p1:1:1:",
    ]
    return (0..<Int.random(in: 0...6, using: &self)).map { _ in
      alphabet.randomElement(using: &self) ?? ""
    }.joined()
  }

  mutating func mark() -> Mark {
    Mark(line: .random(in: 1...100_000, using: &self), column: .random(in: 1...300, using: &self))
  }

  mutating func node(level: Int) -> Node {
    let mark = mark()
    switch Int.random(in: 0...(level < 5 ? 3 : 1), using: &self) {
    case 0, 1:
      return Node(.scalar(.init(text(), isPlain: .random(using: &self))), at: mark)
    case 2:
      let count = Int.random(in: 0...4, using: &self)
      return Node(.sequence((0..<count).map { _ in node(level: level + 1) }), at: mark)
    default:
      let count = Int.random(in: 0...4, using: &self)
      let entries = (0..<count).map { index in
        Node.Entry(key: "\(index)\(text())", keyMark: self.mark(), value: node(level: level + 1))
      }
      return Node(.mapping(entries), at: mark)
    }
  }
}
