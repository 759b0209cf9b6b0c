import Findings
import Testing

@testable import Detectors

/// One value has one type: among what overlaps the heaviest evidence wins.
@Suite struct OverlapTests {
  @Test(
    "A value that several types fit has one type",
    arguments: [
      // Citizen numbers of Gansu whose 18 digits pass Luhn and begin like a card of 18 digits.
      ("620302197006150357", ["resident-id 620302197006150357"]),
      ("身份证号620502197006150454", ["resident-id 620502197006150454"]),
      ("13812345678@example.com", ["email 13812345678@example.com"]),
      // -30 + 10 + 30 + 21 = 31 against 4 + 8 + 12 = 24: that it is a citizen number weighs more.
      ("邮箱：11010519491231002X@example.com", ["resident-id 11010519491231002X"]),
      // -19 + 10 + 26 = 17 against 4 + 8 = 12; with the label 24.
      ("6222021234567890128@example.cn", ["bank-card 6222021234567890128"]),
      ("邮箱：6222021234567890128@example.cn", ["email 6222021234567890128@example.cn"]),
      ("IMSI：460001234567890", ["imsi 460001234567890"]),
      ("身份证：110105491231002", ["resident-id 110105491231002"]),
      (
        "手机13812345678，座机010-62751234", ["mobile-phone 13812345678", "landline-phone 010-62751234"]
      ),
      ("+86 13812345678", ["mobile-phone +86 13812345678"]),
      ("13812345678,13912345678", ["mobile-phone 13812345678", "mobile-phone 13912345678"]),
      ("13812345678/13912345678", ["mobile-phone 13812345678", "mobile-phone 13912345678"]),
      ("13812345678、13912345678", ["mobile-phone 13812345678", "mobile-phone 13912345678"]),
    ])
  func oneType(_ text: String, _ expected: [String]) throws {
    #expect(try Probe().likely(text) == expected)
  }

  @Test("Hits rise and never overlap, whatever the text")
  func order() throws {
    let seed: UInt64 = 0x0FE2_0001
    var random = SeededGenerator(seed: seed)
    let probe = try Probe()
    let values = try BuiltinRules.rules().flatMap { $0.examples.positive.map(\.text) }
    let glue = ["", "", " ", "-", "，", "@", ".", "\n", "+86"]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<5 {
        text += values.randomElement(using: &random) ?? ""
        text += glue.randomElement(using: &random) ?? ""
      }
      let hits = probe.find(text)
      for (a, b) in zip(hits, hits.dropFirst()) {
        #expect(a.range.upperBound <= b.range.lowerBound, "seed \(seed): \(text)")
      }
    }
  }

  @Test(
    "Full-width digits and separators change neither type nor span",
    arguments: [
      ("１３８１２３４５６７８", "mobile-phone"), ("138　1234　5678", "mobile-phone"),
      ("138－1234－5678", "mobile-phone"),
      ("138–1234–5678", "mobile-phone"), ("138·1234·5678", "mobile-phone"),
      ("138\u{A0}1234\u{A0}5678", "mobile-phone"),
      ("＋86 138 1234 5678", "mobile-phone"), ("（０１０）６２７５１２３４", "landline-phone"),
      ("１１０１０５１９４９１２３１００２Ｘ", "resident-id"), ("110105 19491231 002X", "resident-id"),
      ("6222 0212 3456 7890 128", "bank-card"), ("６２２２０２１２３４５６７８９０１２８", "bank-card"),
    ])
  func widths(_ value: String, _ type: String) throws {
    for (before, after) in [("", ""), ("请记下", "谢谢"), ("(", ")"), ("“", "”")]
    where before != "(" || !value.hasPrefix("（") {
      let found = try Probe().find(before + value + after).filter { $0.type == type }
      #expect(found.map(\.value) == [value], "\(before)")
    }
  }

  @Test(
    "Digits of other things are not found",
    arguments: [
      "550e8400-e29b-41d4-a716-138123456780", "13812345-6781-4812-8345-138123456781",
      "d41d8cd98f00b204e9800998ecf8427e", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
      "13812345678a4b2c9d1e8f7a6b5c4d3e",
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "3.13812345678", "0.13812345678", "13812345678.5", "-0.4111111111111111",
      "1.11010519491231002",
      "1700000000000", "ts=1700000000", "2026-11-22T05:52:37.138123Z", "2026-11-22 05:52:37",
      "20261122055237", "20261122055237123", "138.12.34.56", "10.13.81.23", "v1.3.8-12345678",
      "x13812345678", "13812345678x", "113812345678", "138123456789", "0x13812345678",
      "978-7-302-12345-6", "4111111111111112", "110105194912310021", "12345678901234567890",
    ])
  func otherDigits(_ text: String) throws {
    let found = try Probe().likely(text)
    #expect(found.isEmpty, "\(found)")
  }
}
