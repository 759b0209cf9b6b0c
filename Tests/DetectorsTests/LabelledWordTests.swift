import Findings
import Testing

@testable import Detectors

/// Data that a label or a column alone tells.
@Suite struct LabelledWordTests {
  @Test(
    "A label tells what follows it, whatever stands between",
    arguments: [
      ("QQ：123456789", "qq 123456789"), ("qq=123456789", "qq 123456789"),
      ("\"qq\": \"123456789\"", "qq 123456789"), ("QQ号是123456789", "qq 123456789"),
      ("我的QQ123456789，加我", "qq 123456789"), ("QQ：１２３４５６７８９", "qq １２３４５６７８９"),
      ("qq_number2=123456789", "qq 123456789"), ("年龄：12", "age 12"), ("年龄 12岁", "age 12岁"),
      ("年龄：１２", "age １２"), ("年齡：12歲", "age 12歲"), ("微信号：zhang_san01", "wechat-id zhang_san01"),
      ("微信号：zhaoliu", "wechat-id zhaoliu"), ("学号：20190102031", "student-number 20190102031"),
      ("oaid=9a3f5c1b7e2d4f60", "oaid 9a3f5c1b7e2d4f60"),
      ("idfa:1E2DFA89-496A-47FD-9941-DF1FC4E6484A", "idfa 1E2DFA89-496A-47FD-9941-DF1FC4E6484A"),
      ("经度：116.397128", "coordinates 116.397128"),
    ])
  func labels(_ text: String, _ expected: String) throws {
    #expect(try Probe().likely(text) == [expected])
  }

  @Test(
    "Without its label the same value is nothing",
    arguments: [
      "123456789", "编号：123456789", "QQ群：123456789", "page=12", "message 12", "max_age=12",
      "12:34:56", "年龄：18-60岁", "年龄：18岁以上", "zhang_san01", "微信：zhang@example", "qqq=123456789",
      "1E2DFA89-496A-47FD-9941-DF1FC4E6484A", "session=9a3f5c1b7e2d4f60", "age: 12.5", "age=12%",
      "116.397128", "lat=39.9", "年龄：3个月",
    ])
  func none(_ text: String) throws {
    #expect(try Probe().likely(text) == [])
  }

  @Test(
    "A column tells its cells, and only whole ones",
    arguments: [
      ("123456789", "qq", ["qq 123456789"]), ("12", "age", ["age 12"]), ("12", "年龄", ["age 12"]),
      (" 12 ", "age", ["age 12"]), ("121", "age", []),
      ("zhaoliu", "wechat_id", ["wechat-id zhaoliu"]),
      ("9774d56d682e549c", "android_id", ["android-id 9774d56d682e549c"]),
      ("39.916527", "lat", ["coordinates 39.916527"]), ("12", "page", []), ("12", "amount", []),
      ("A12345678", "social_card_no", ["social-security A12345678"]),
      ("13812345678", "alipay_account", ["alipay-id 13812345678"]),
    ] as [(String, String, [String])])
  func columns(_ text: String, _ column: String, _ expected: [String]) throws {
    #expect(try Probe().likely(text, column: ColumnShape(name: column)) == expected)
  }

  @Test(
    "A citizen number under a label of social insurance is one of that, and of no other",
    arguments: [
      ("社会保障号：11010519491231002X", "social-security"), ("身份证号：11010519491231002X", "resident-id"),
      ("11010519491231002X", "resident-id"), ("学籍号：G110105201501010017", "student-number"),
    ])
  func citizenNumbers(_ text: String, _ type: String) throws {
    #expect(try Probe().find(text).map(\.type) == [type])
  }

  @Test(
    "Label endings admit every term of their kinds, and few other words",
    arguments: ["qq", "age", "student-number", "wechat-id", "oaid"])
  func endings(_ kind: String) throws {
    let terms = ContextTerms(try BuiltinRules.tables())
    let kinds = terms.kinds.map { $0.rawValue == kind }
    let endings = LabelEndings(of: kinds, in: terms)
    for (index, term) in terms.terms.enumerated()
    where terms.entries(ofTerm: index).contains(where: { kinds[Int($0.kind)] }) {
      for suffix in ["", "1", "_2"] {
        let bytes = Array(("x_" + term + suffix).utf8)
        let mayEnd = endings.mayEnd(at: bytes.count, in: bytes.span)
        #expect(mayEnd, "\(term)\(suffix)")
      }
    }
    let others = ["message", "INFO", "cost", "12", "订单", "GET", "ms", ""]
    let admitted = others.filter {
      let bytes = Array($0.utf8)
      return endings.mayEnd(at: bytes.count, in: bytes.span)
    }
    #expect(admitted.isEmpty)
  }
}
