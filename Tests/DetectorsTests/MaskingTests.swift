import Findings
import Testing

@testable import Detectors

/// What of a value is shown, and that one value has one fingerprint.
@Suite struct MaskingTests {
  /// Digits and letters of a text, full-width ones in ASCII.
  static func core(_ text: String) -> String {
    String(decoding: FoldedText(Array(text.utf8)).bytes, as: UTF8.self).filter { $0 != "*" }
  }

  @Test(
    "The mask of every example hides at least four characters, of a mail address its local part")
  func examples() throws {
    let probe = try Probe()
    for rule in try BuiltinRules.rules() {
      for example in rule.examples.positive {
        let column = example.column.map { ColumnShape(name: $0) }
        let hit = try #require(
          probe.find(example.text, column: column).first { $0.range == example.span })
        let value = Self.core(hit.value)
        #expect(hit.masked != hit.value && hit.masked.contains("*"))
        #expect(!hit.masked.contains(value))
        switch rule.mask {
        case .email:
          // The first character, three stars whatever the length, the domain.
          let local = value.prefix { $0 != "@" }
          #expect(
            hit.masked == local.prefix(local.count > 1 ? 1 : 0) + "***"
              + value.dropFirst(local.count))
        case .name:
          #expect(hit.masked.first == hit.value.first && hit.masked.hasSuffix("*"))
        case .hidden: #expect(hit.masked == "***")
        case .date:
          // The year is shown; month and day are not.
          #expect(hit.masked.filter(\.isNumber) == String(value.filter(\.isNumber).prefix(4)))
        default:
          // An age has no four characters to hide: all of it is hidden.
          let least = min(4, value.count { $0.isASCII && ($0.isLetter || $0.isNumber) })
          #expect(hit.masked.count { $0 == "*" } >= least, "\(hit.masked)")
          #expect(value.count - Self.core(hit.masked).count >= least, "\(hit.masked)")
        }
      }
    }
  }

  @Test(
    "Values are masked as their rules say",
    arguments: [
      ("13812345678", "138******78"), ("138-1234-5678", "138-****-**78"),
      ("+86 138 1234 5678", "+86 1** **** **78"), ("１３８１２３４５６７８", "138******78"),
      ("11010519491231002X", "11***************X"), ("6222021234567890128", "6222************128"),
      ("邮箱：z@example.com", "***@example.com"), ("邮箱：zhang.san@example.com", "z***@example.com"),
      ("010-62751234", "010-6******4"), ("单位电话：62751234", "********"),
      ("IMEI：356938035643809", "35693803*******"), ("imsi:460001234567890", "46000**********"),
      ("姓名：张伟", "张*"), ("姓名：欧阳志远", "欧阳**"), ("姓名：Zhang Wei", "Z***"),
      ("姓名：阿卜杜拉·买买提", "阿***"), ("联系人：李女士", "李**"), ("性别：男", "***"),
      ("手机号：138****5678", "***"), ("出生日期：2015-03-07", "2015-**-**"),
      ("出生日期：2015年3月7日", "2015年*月*日"),
    ])
  func masks(_ text: String, _ masked: String) throws {
    #expect(try Probe().find(text).map(\.masked) == [masked])
  }

  @Test(
    "All ways of writing one value have one fingerprint",
    arguments: [
      [
        "13812345678", "138 1234 5678", "138-1234-5678", "+86 138 1234 5678", "+8613812345678",
        "0086-13812345678", "(+86)13812345678", "tel=8613812345678", "手机013812345678",
        "１３８１２３４５６７８",
        "＋８６１３８１２３４５６７８", "138－1234－5678",
      ],
      [
        "11010519491231002X", "11010519491231002x", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ",
        "身份证：110105491231002", "身份证：１１０１０５４９１２３１００２",
      ],
      [
        "010-62751234", "(010)62751234", "（010）6275-1234", "+86 10 6275 1234", "电话：01062751234",
        "010-62751234转8001", "0086-10-62751234",
      ],
      ["zhao@example.com", "ZHAO@Example.COM", "zhao＠example.com", "ｚｈａｏ＠ｅｘａｍｐｌｅ．ｃｏｍ"],
      ["卡号：6222021234567890128", "卡号：6222 0212 3456 7890 128", "卡号：6222-0212-3456-7890-128"],
      ["出生日期：1988-05-09", "出生日期：1988/5/9", "出生日期：1988年5月9日", "出生日期：1988.05.09", "出生日期：19880509"],
      ["imsi：460001234567890", "imsi：460-00-1234567890"],
      ["imei：356938035643809", "imei：35-693803-564380-9"],
    ])
  func oneFingerprint(_ texts: [String]) throws {
    let probe = try Probe()
    let prints = texts.map { probe.find($0).map(\.fingerprint) }
    for (text, print) in zip(texts, prints) {
      #expect(print.count == 1 && print == prints[0], "\(text)")
    }
  }

  @Test("Different values, types and keys have different fingerprints")
  func differentFingerprints() throws {
    let (probe, other) = (try Probe(), try Probe(master: Array(1...32)))
    let texts = [
      "13812345678", "13812345679", "11010519491231002X", "010-62751234", "0571-62751234",
      "a@example.com",
      "b@example.com",
    ]
    let prints = (texts.flatMap { probe.find($0) } + texts.flatMap { other.find($0) }).map(
      \.fingerprint)
    #expect(prints.count == 2 * texts.count)
    #expect(Set(prints).count == prints.count)
  }
}
