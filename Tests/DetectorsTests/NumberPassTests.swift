import Findings
import Foundation
import Sieve
import Testing

@testable import Detectors

/// *What is found at the numbers left is what is found at all of them.*
@Suite struct NumberPassTests {
  /// Pieces of logs and of what is nearly a datum.
  private static let pieces = [
    "2026-11-22 19:21:35.449", "2026-11-22T19:21:35Z", "19:21:35", "2026/11/22", "0.80375857780",
    "[http-nio-8080-exec-158]", "traceId=f1878bb4a3545701f3f21f3c649e20f6", "id=", " id ", "cost=",
    "ms", "ts=1717248089009", "seq=936333095857973297211", "1873715193710069054", "mobile=",
    "phone: ", "手机", "电话：", "身份证号", "13812345678", "+86 138-1234-5678", "010-62757617",
    "11010519491231002X", "6222021234567890123", "4111 1111 1111 1111", "192.168.1.17",
    "00:1A:2B:3C:4D:5E", "00-1A-2B-3C-4D-5E", "fe80::1", "2001:db8::8a2e:370:7334",
    "31.2304, 121.4737", "qq", "QQ12345", "passport no ", "E12345678", "E 12345678", "京A·12345",
    "京A12345", "imei=", "490154203237518", "年", "岁", "1990年1月2日", "birthday=", "1990-01-02",
    "１３８１２３４５６７８", "1３8", "*", "138****5678", "age=", "34", "7", "(", ")", ",", ";", ":", "=",
    "\"", "'", "-", "_", ".", "/", " ", " ", " ", "\n", "\r\n", "é", "：", "，", "a", "f", "x", "TF",
    "h5_id", "device id ", "aae3e id=", "user_id", "no.", "card", "exec-40", "ab-cd-12", "12-ab",
    "1a2b.3c4d.5e6f", "LSVAU2180N2183294", "91110000100006150X", "v1.2.3", "1.2.3.4.5", "\t",
  ]

  private struct Seen: Equatable {
    let range: Range<Int>
    let rule: UInt16
    let decibans: Int16
    let evidence: [Evidence]
  }

  private static func seen(_ finder: Finder, _ text: [UInt8]) -> [Seen] {
    finder.find(in: text.span, core: 0..<text.count, column: nil)
    return finder.hits.map {
      Seen(
        range: $0.range, rule: $0.rule, decibans: $0.decibans,
        evidence: Array(finder.evidence[$0.evidence]))
    }
  }

  private static func finder() throws -> Finder {
    Finder(
      try BuiltinRules.ruleSet(), key: FingerprintKey(master: Array(0..<32)),
      asOf: BuiltinRules.asOf)
  }

  @Test("The same is found with the pass and without it, in text of any pieces")
  func pieces() throws {
    let (passing, complete) = (try Self.finder(), try Self.finder())
    complete.numberPass = nil
    var random = SeededGenerator(seed: 0x9A55_0001)
    var found = 0
    for _ in 0..<400 {
      var text: [UInt8] = []
      while text.count < 2000 {
        text += Array(Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)].utf8)
        // A byte that is none of UTF-8, or any other.
        if Int.random(in: 0..<40, using: &random) == 0 {
          text.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      let (expected, got) = (Self.seen(complete, text), Self.seen(passing, text))
      found += got.count
      if expected != got {
        let odd = expected.first { !got.contains($0) } ?? got.first { !expected.contains($0) }
        let around = odd.map { max(0, $0.range.lowerBound - 60)..<$0.range.upperBound } ?? 0..<0
        Issue.record("differs at «\(String(decoding: text[around], as: UTF8.self))»")
      }
    }
    #expect(found > 2500)
  }

  @Test("Of the numbers of a log next to none is left, once its words have been seen")
  func log() throws {
    let finder = try Self.finder()
    var random = SeededGenerator(seed: 0x9A55_0002)
    var text = ""
    for _ in 0..<2000 {
      let hash = String(UInt64.random(in: 1 << 60...UInt64.max, using: &random), radix: 16)
      text +=
        "2026-11-20 \(Int.random(in: 10...23, using: &random)):21:35.449 INFO  [http-nio-8080-exec-"
      text +=
        "\(Int.random(in: 1...200, using: &random))] com.demo.OrderService - traceId=\(hash) id=18"
      text +=
        "\(Int.random(in: 10_000_000_000_000_000...99_999_999_999_999_999, using: &random)) ts=1717248089009"
      text +=
        " cost=0.80375857780 seq=9363330958579732\(Int.random(in: 10000...99999, using: &random))  ok\n"
    }
    let bytes = Array(text.utf8)
    finder.find(in: bytes.span, core: 0..<bytes.count, column: nil)
    let marks = Marks()
    Sieve(places: nil).mark(bytes.span, into: marks)
    let all = marks.numberCount
    Sieve(places: nil).mark(bytes.span, into: marks, listsNumbers: false)
    #expect(marks.numberCount == 0)
    finder.numberPass?.pass(bytes.span, marks)
    #expect(all > 25_000)
    #expect(marks.numberCount * 100 < all * 4, "\(marks.numberCount) of \(all)")
  }
}
