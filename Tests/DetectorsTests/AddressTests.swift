import BuiltinRulesets
import Findings
import Rulesets
import Testing

@testable import Detectors

/// Addresses, found by the built-in rules through the finder: what a user gets.
@Suite struct AddressTests {
  static let ruleSet: RuleSet = {
    let embedded = EmbeddedRulesets(
      detectors: BuiltinRulesets.detectors, policies: BuiltinRulesets.policies,
      tables: BuiltinRulesets.tables, hash: BuiltinRulesets.hash)
    do {
      return try RulesetLoader(embedded).load().compile()
    } catch {
      fatalError("the built-in rules do not load: \(error)")
    }
  }()

  struct Found: Equatable {
    var text: String
    var range: Range<Int>
    var decibans: Int
    var kind: Kind
    var masked: String
  }

  /// Addresses in a text or, with the name of a column, in a value of it, at `likely` or above.
  static func addresses(
    in text: [UInt8], column: String? = nil, atLeast decibans: Int = 10
  ) throws -> [Found] {
    let asOf = try #require(CivilDate(iso: "2026-11-22"))
    let key = FingerprintKey(master: [UInt8](repeating: 1, count: 32))
    let finder = Finder(ruleSet, key: key, asOf: asOf)
    let context = column.map { ColumnContext(ColumnShape(name: $0), in: ruleSet) }
    finder.find(in: text.span, core: 0..<text.count, column: context)
    let type = TypeID(rawValue: "address")
    return finder.hits.filter {
      ruleSet.types[Int($0.rule)].id == type && Int($0.decibans) >= decibans
    }.map { hit in
      Found(
        text: String(decoding: text[hit.range], as: UTF8.self), range: hit.range,
        decibans: Int(hit.decibans), kind: hit.kind,
        masked: String(decoding: finder.arena[hit.masked], as: UTF8.self))
    }
  }

  static func unmarked(_ line: String) throws -> (text: String, span: String) {
    let head = line.split(separator: "«", omittingEmptySubsequences: false)
    let tail = try #require(head.last).split(separator: "»", omittingEmptySubsequences: false)
    let span = String(try #require(tail.first))
    return (line.filter { $0 != "«" && $0 != "»" }, span)
  }

  @Test("An address in prose is found from its first place word to its last part")
  func prose() throws {
    for line in AddressesInProse.lines {
      let (text, span) = try Self.unmarked(line)
      let found = try Self.addresses(in: Array(text.utf8)).map(\.text)
      #expect(found == [span], "\(line)")
    }
  }

  @Test("What is found does not depend on what stands lines before")
  func shifted() throws {
    let prefix = "甲𠮷乙：前一行的文字。\n"
    for line in AddressesInProse.lines {
      let (text, _) = try Self.unmarked(line)
      let plain = try Self.addresses(in: Array(text.utf8))
      let shifted = try Self.addresses(in: Array((prefix + text).utf8))
      #expect(shifted.map(\.text) == plain.map(\.text), "\(line)")
      #expect(shifted.map(\.decibans) == plain.map(\.decibans), "\(line)")
      #expect(
        shifted.map { $0.range.lowerBound - prefix.utf8.count }
          == plain.map(\.range.lowerBound), "\(line)")
    }
  }

  @Test("A sentence with the words of addresses holds none")
  func noAddress() throws {
    for line in SentencesWithoutAddresses.lines {
      let found = try Self.addresses(in: Array(line.utf8)).map(\.text)
      #expect(found == [], "\(line)")
      let inColumn = try Self.addresses(in: Array(line.utf8), column: "remark").map(\.text)
      #expect(inColumn == [], "\(line)")
    }
  }

  @Test("A value of a column of addresses is one as a whole")
  func columns() throws {
    for line in AddressesInColumns.lines {
      let parts = line.split(separator: "|", maxSplits: 1).map(String.init)
      let found = try Self.addresses(in: Array(parts[1].utf8), column: parts[0], atLeast: 0)
      #expect(found.map(\.text) == [parts[1]], "\(line)")
    }
  }

  @Test("What stands for no address in a column of addresses is none")
  func emptyValues() throws {
    for value in ["无", "不详", "同上", "暂无", "-", "/", "null", "N/A", "310000", "13800000000", "张三"] {
      let found = try Self.addresses(in: Array(value.utf8), column: "收货地址", atLeast: 0)
      #expect(found == [], "\(value)")
    }
  }

  @Test("Divisions alone are weak in a column of addresses and nothing in prose")
  func divisionsOnly() throws {
    let text = Array("浙江省杭州市西湖区".utf8)
    let inColumn = try Self.addresses(in: text, column: "收货地址", atLeast: 0)
    #expect(inColumn.count == 1)
    #expect(inColumn.allSatisfy { $0.decibans < 10 })
    #expect(try Self.addresses(in: text, atLeast: 0) == [])
  }

  @Test(
    "The words before an address tell its kind",
    arguments: [
      ("收货地址：", Kind.delivery), ("家庭住址：", .home), ("我家住在", .home), ("请寄到", .delivery),
      ("公司地址：", .work), ("单位地址：", .work), ("位于", .plain), ("户籍地址：", .home),
    ])
  func kinds(_ label: String, _ kind: Kind) throws {
    let found = try Self.addresses(in: Array("\(label)文昌巷15号3单元201室".utf8))
    #expect(found.map(\.kind) == [kind])
  }

  @Test("The mask shows the divisions, or the first character where there are none")
  func mask() throws {
    let whole = try Self.addresses(in: Array("寄到浙江省杭州市西湖区文三路47号".utf8))
    #expect(whole.map(\.masked) == ["浙江省杭州市西湖区******"])
    let bare = try Self.addresses(in: Array("寄到文三路47号2幢".utf8))
    #expect(bare.map(\.masked) == ["文*******"])
  }

  @Test("Full-width digits and traditional characters are read like plain ones")
  func scripts() throws {
    let plain = try Self.addresses(in: Array("住址：广东省深圳市福田区深南大道608号".utf8))
    let wide = try Self.addresses(in: Array("住址：广东省深圳市福田区深南大道６０８号".utf8))
    let traditional = try Self.addresses(in: Array("住址：廣東省深圳市福田區深南大道608號".utf8))
    #expect(plain.map(\.decibans) == wide.map(\.decibans))
    #expect(plain.map(\.decibans) == traditional.map(\.decibans))
  }

  @Test("Broken UTF-8 anywhere is survived, and a hit is whole characters")
  func brokenBytes() throws {
    var random = SplitMix(seed: 0x5EED)
    for line in AddressesInProse.lines {
      var bytes = Array(try Self.unmarked(line).text.utf8)
      for _ in 0..<3 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      for found in try Self.addresses(in: bytes, atLeast: 0) {
        let slice = bytes[found.range]
        #expect(String(validating: slice, as: UTF8.self) != nil, "seed 0x5EED, \(line)")
      }
    }
  }

  @Test("Text that is all marks reaches no match limit")
  func hostile() throws {
    let asOf = try #require(CivilDate(iso: "2026-11-22"))
    let key = FingerprintKey(master: [UInt8](repeating: 1, count: 32))
    let finder = Finder(Self.ruleSet, key: key, asOf: asOf)
    for piece in ["路", "1号", "中山路小区村1号3栋", "里1-1-1", "一二三号楼室", "住址", "路1号（（（"] {
      let text = Array(String(repeating: piece, count: 2000).utf8)
      finder.find(in: text.span, core: 0..<text.count, column: nil)
      #expect(finder.limitsReached == 0, "\(piece)")
    }
  }
}

/// A generator whose seed tests print (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
