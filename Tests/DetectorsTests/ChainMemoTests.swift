import TestSupport
import Testing

@testable import Detectors

/// Divisions from memory: the reading without one is the witness.
@Suite struct ChainMemoTests {
  private static func seen(_ chain: AdministrativeChain) -> [Int] {
    [chain.end, chain.countyEnd, Int(chain.levels), chain.linkCount]
  }

  @Test("A chain from memory is the chain that is read")
  func witness() {
    var generator = SeededGenerator(seed: TestSeed.value)
    let gazetteer = AddressGazetteerTests.gazetteer
    let names = """
      浙江省 浙江 杭州市 杭州 西湖区 西湖 山东省 东营市 河口区 河口 北京市 朝阳区 新疆维吾尔自治区 乌鲁木齐市 沙依巴克区 内蒙古 \
      呼和浩特市 广东 深圳 南山 城关镇 青年路 三墩镇 临沂路 南京 南京东路 鼓楼区 街道 吉林省 吉林市 昌邑区 上海市 浦东新区 · , 12 号 é
      """.split(separator: " ")
    let memo = ChainMemo()
    var linked = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        String(names.randomElement(using: &generator) ?? "")
      }.joined()
      let bytes = Array(text.utf8)
      let start = Int.random(in: 0..<3, using: &generator) == 0 ? 3 : 0
      guard start <= bytes.count else { continue }
      let limit = Int.random(in: 0..<4, using: &generator) == 0 ? bytes.count / 2 : bytes.count
      let expected = Self.seen(
        AdministrativeChain(in: bytes.span, from: start, to: limit, by: gazetteer))
      let found = Self.seen(
        AdministrativeChain(in: bytes.span, from: start, to: limit, by: gazetteer, memo: memo))
      #expect(found == expected, "\(text) from \(start) to \(limit)")
      if found != expected { return }
      linked += found[3]
    }
    #expect(linked > 300)
  }
}
