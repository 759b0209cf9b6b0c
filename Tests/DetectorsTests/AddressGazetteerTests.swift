import BuiltinRulesets
import Testing

@testable import Detectors

/// Names of divisions: the expected codes are those of GB/T 2260.
@Suite struct AddressGazetteerTests {
  static let gazetteer = RegionGazetteer(
    regions: table("regions"), townships: table("townships"))

  static func table(_ name: String) -> FactTable {
    let text = BuiltinRulesets.tables.first { "\($0.name)" == name }?.text
    return FactTable(Array((text?.description ?? "").utf8))
  }

  static func codes(_ name: String) -> Set<UInt32> {
    var hash = RegionGazetteer.emptyHash
    for scalar in name.unicodeScalars { hash = RegionGazetteer.hash(hash, adding: scalar.value) }
    var codes: Set<UInt32> = []
    gazetteer.forEach(hash: hash) { codes.insert($0.code / 1000) }
    return codes
  }

  static func chain(_ text: String) -> AdministrativeChain {
    let bytes = Array(text.utf8)
    return AdministrativeChain(in: bytes.span, from: 0, to: bytes.count, by: gazetteer)
  }

  @Test("The first two characters of every name of the tables admit its length")
  func lengths() {
    for (table, hasKinds) in [("regions", true), ("townships", false)] {
      let table = Self.table(table)
      let name = table.column("name")
      let kind = hasKinds ? table.column("kind") : nil
      var refused = 0
      table.forEachRow { cells in
        let scalars = Array(table.text(cells[name]).unicodeScalars)
        // 市辖区, 县: not the names of places.
        let isPlace = kind.map { table.text(cells[$0]) != "collective" } ?? true
        guard isPlace, scalars.count > 1 else { return }
        let hash = scalars.prefix(2).reduce(RegionGazetteer.emptyHash) {
          RegionGazetteer.hash($0, adding: $1.value)
        }
        let lengths = Self.gazetteer.lengths(ofNamesBeginningWith: hash)
        if lengths >> UInt32(scalars.count) & 1 == 0 { refused += 1 }
      }
      #expect(refused == 0)
    }
  }

  @Test("A division lies in those whose digits its code begins with")
  func liesIn() {
    let codes: [UInt32] = [
      330_000_000, 330_100_000, 330_106_000, 330_106_999, 330_200_000, 331_000_000, 340_000_000,
    ]
    // Digits that are not 0 at the end of a code, in steps of a tier.
    func stem(_ code: UInt32) -> String {
      let text = String(code)
      for digits in [2, 4, 6] where text.dropFirst(digits).allSatisfy({ $0 == "0" }) {
        return String(text.prefix(digits))
      }
      return text
    }
    for a in codes {
      for b in codes {
        let lies = Division(code: a, isShort: false).lies(in: Division(code: b, isShort: true))
        #expect(lies == String(a).hasPrefix(stem(b)), "\(a) \(b)")
      }
    }
  }

  @Test(
    "A division is known by its name, its short form and its traditional form",
    arguments: [
      ("浙江省", 330000), ("浙江", 330000), ("杭州市", 330100), ("杭州", 330100), ("西湖区", 330106),
      ("广西壮族自治区", 450000), ("广西", 450000), ("内蒙古", 150000), ("新疆", 650000),
      ("延边朝鲜族自治州", 222400), ("延边", 222400), ("廣東省", 440000), ("番禺區", 440113),
      ("东华门街道", 110101),
    ] as [(String, UInt32)])
  func names(_ name: String, _ code: UInt32) {
    #expect(Self.codes(name).contains(code), "\(name)")
  }

  @Test("Words that are no divisions are not known", arguments: ["超市", "城市", "小区", "我们", "县", "市"])
  func noNames(_ name: String) {
    #expect(Self.codes(name) == [])
  }

  @Test(
    "A chain goes as far as names of divisions do",
    arguments: [
      ("浙江省杭州市西湖区文三路", "浙江省杭州市西湖区", 3),
      ("广东深圳南山科技园", "广东深圳南山", 3),
      ("北京市海淀区中关村", "北京市海淀区", 2),
      ("内蒙古呼和浩特市赛罕区大学西路", "内蒙古呼和浩特市赛罕区", 3),
      ("上海南京路12号", "上海", 1),
      ("南京路12号", "", 0),
      ("北京西路12号", "", 0),
      ("浙江省 杭州市 余杭区", "浙江省 杭州市 余杭区", 3),
      ("台北市信義區", "台北市", 1),
      ("小区门口", "", 0),
    ])
  func chains(_ text: String, _ expected: String, _ levels: Int) {
    let chain = Self.chain(text)
    #expect(chain.end == expected.utf8.count, "\(text)")
    #expect(chain.levelCount == levels, "\(text)")
  }

  @Test("A county is linked to the city it lies in, and to no other")
  func links() {
    #expect(Self.chain("浙江省杭州市西湖区").linkCount == 2)
    #expect(Self.chain("浙江省杭州市天河区").linkCount == 1)
  }

  @Test("Scalars are read forwards and backwards as the library reads them")
  func scalars() {
    var random = SplitMix(seed: 77)
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      for _ in 0..<20 {
        let value = UInt32(truncatingIfNeeded: random.next() % 0x11_0000)
        text.append(Unicode.Scalar(value) ?? "路")
      }
      let bytes = Array(String(text).utf8)
      var offset = 0
      for scalar in text {
        let forwards = PlaceScalar(in: bytes.span, at: offset)
        #expect(forwards.value == scalar.value, "seed 77")
        offset += forwards.length
        let backwards = PlaceScalar(in: bytes.span, before: offset)
        #expect(backwards == forwards, "seed 77")
      }
      #expect(offset == bytes.count)
    }
  }

  @Test("Bytes that are no UTF-8 are scalars of one byte without a role")
  func invalidScalars() {
    let sequences: [[UInt8]] = [
      [0x80], [0xE4, 0xBD], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88],
    ]
    for bytes in sequences {
      let scalar = PlaceScalar(in: bytes.span, at: 0)
      #expect(scalar.value == PlaceScalar.invalid && scalar.length == 1)
      #expect(PlaceRoles.of(scalar) == [])
    }
  }
}
