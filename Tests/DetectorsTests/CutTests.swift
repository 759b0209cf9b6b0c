import Findings
import Testing

@testable import Detectors

/// A text that is pushed in pieces gives the hits of the whole: the pieces' cores partition it, and each
/// piece has 512 bytes of context on either side, cut anywhere, inside characters too.
@Suite struct CutTests {
  static let contextInBytes = 512

  static func expectSame(
    _ probe: Probe, _ text: [UInt8], cuts: [Int], _ comment: String
  ) {
    let whole = probe.find(text, core: 0..<text.count)
    var pieces: [Probe.Found] = []
    for (start, end) in zip([0] + cuts, cuts + [text.count]) {
      let low = max(0, start - contextInBytes)
      let high = min(text.count, end + contextInBytes)
      let piece = Array(text[low..<high])
      pieces += probe.find(piece, core: start - low..<end - low).map { $0.shifted(by: low) }
    }
    let lost = whole.filter { !pieces.contains($0) }
    let gained = pieces.filter { !whole.contains($0) }
    #expect(
      lost.isEmpty && gained.isEmpty && pieces.count == whole.count,
      "\(comment): lost \(lost.prefix(3)), gained \(gained.prefix(3))")
  }

  @Test("The corpus cut anywhere gives the hits of the whole", arguments: Corpus.files)
  func corpus(_ path: String) throws {
    let seed: UInt64 = 0xC070_0001
    var random = SeededGenerator(seed: seed)
    let probe = try Probe()
    let text = try Corpus.bytes(path)
    guard text.count > 1 else { return }
    for _ in 0..<2 {
      let count = max(1, text.count / 3000)
      let cuts = Set((0..<count).map { _ in Int.random(in: 1..<text.count, using: &random) })
        .sorted()
      Self.expectSame(probe, text, cuts: cuts, "seed \(seed), \(path)")
    }
  }

  @Test("Every example, far from the ends of a text and cut at every byte, gives the same hits")
  func examples() throws {
    let probe = try Probe()
    let filling = String(repeating: "天气很好，我们去公园散步吧。\n", count: 14)
    for rule in try BuiltinRules.rules() {
      for example in rule.examples.positive where example.column == nil {
        let text = Array((filling + example.text + "\n" + filling).utf8)
        let start = filling.utf8.count
        for cut in stride(from: start - 2, through: start + example.text.utf8.count + 2, by: 1) {
          Self.expectSame(probe, text, cuts: [cut], "\(rule.id.rawValue) cut at \(cut - start)")
        }
      }
    }
  }

  @Test("Random strings of numbers cut anywhere give the hits of the whole")
  func randomStrings() throws {
    let seed: UInt64 = 0xC070_0002
    var random = SeededGenerator(seed: seed)
    let probe = try Probe()
    let values = try BuiltinRules.rules().flatMap { $0.examples.positive.map(\.text) }
    let glue = [" ", "，", "\n", "电话", "-", "。", "订单号", ", ", "\t", "身份证号：", "　"]
    for _ in 0..<40 {
      var text: [UInt8] = []
      while text.count < 3000 {
        text += Array((values.randomElement(using: &random) ?? "").utf8)
        text += Array((glue.randomElement(using: &random) ?? "").utf8)
      }
      let cuts = Set((0..<4).map { _ in Int.random(in: 1..<text.count, using: &random) }).sorted()
      Self.expectSame(probe, text, cuts: cuts, "seed \(seed)")
    }
  }
}

extension Probe.Found {
  /// The hit as it stands in the whole text.
  fileprivate func shifted(by offset: Int) -> Self {
    Self(
      type: type, value: value, range: range.lowerBound + offset..<range.upperBound + offset,
      level: level, decibans: decibans, kind: kind, role: role, birth: birth, masked: masked,
      fingerprint: fingerprint, evidence: evidence)
  }
}
