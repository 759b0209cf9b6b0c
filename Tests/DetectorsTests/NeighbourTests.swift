import Findings
import Testing

@testable import Detectors

/// What stands around a number tells whether it is somebody's: sentences and lines as people and
/// programs write them, each with the answer that a reader gives.
@Suite struct NeighbourTests {
  @Test(
    "A figure is no telephone number",
    arguments: [
      ("- 20014531250*p**3 + 13280000000*q", "a factor"),
      ("assert x == 14830871802", "compared"), ("2*19873456781", "a factor"),
      ("x = [-6625093363,12630121616,-16802270373]", "a row of signed figures"),
      ("b = (17643225600., 8821612800., 302702400.)", "floating-point literals"),
      ("TextIO('73786976294838206464 17179869184 1024')", "a row with a number of 20 digits"),
      (
        "| 71 | 46988801210 | 9108320 | 661814075.0000 | 17042760020 | NULL |", "a table of figures"
      ),
      ("\"total\": 17179869184", "16 GiB"), ("x = rng(17273783424)", "an argument in code"),
      ("Rational(66666666667/200000000000, 16666666667/50000000000)", "quotients"),
      ("<U20A7C>;IGNORE # 13112343534", "strokes of a character"),
      ("共15859233966元", "an amount"), ("合计 15859233966 元。", "an amount"),
      ("￥15859233966", "an amount"),
      ("$15859233966", "an amount"), ("处理15859233966条记录", "a count"), ("15859233966%", "a share"),
      ("read 15859233967 bytes", "a size"), ("took 15859233966 ns", "a time"),
      ("+15005550199", "a number of North America"),
      ("\"PhoneNumber\": \"+17065551212\"", "the same"),
      ("+44 1632 960 1234", "a number of the United Kingdom"),
      ("477 1363 491 1364 12.5", "figures with blanks between them"),
      ("insert ( 493 '<<' 11 10 b f f 603 603 16 0 0 188 1300 1301 )", "the same"),
      ("6202 0451 2116 0454 00B7", "hexadecimal digits"),
      ("[new] add \\o{17777777777} syntax.", "an octal number of a character"),
      ("Li Quan <13132239506 at example.com>", "the name of a mail account"),
      ("   UNIX seconds: @15583032000", "a time"),
      ("projects/19306908007/operations/x", "a project"),
      ("-- | root | wait/io/file |  1073 | 37143664870 | 15793838190 |", "a table of figures"),
      ("\"total_physical\": 17519748439,", "bytes"),
    ])
  func figures(_ text: String, _ reason: String) throws {
    #expect(try Probe().likely(text) == [], "\(reason)")
  }

  @Test("Card numbers are not found in a table of code points")
  func codePoints() throws {
    let row = "5FC9 5FCA 225AF 6209 620A 620B 6239 6250 6251 6252 6253 6254 6255 6256"
    #expect(try Probe().likely(row) == [])
  }

  @Test(
    "A number that stands bare, between other things or in markup is found",
    arguments: [
      "请拨打13812345678联系", "foo 13812345678 bar", "phone = \"13812345678\"", "13812345678",
      "张三(13812345678)", "[13812345678]", "用户(13812345678)登录", "/api/user/13812345678/info",
      "sendSms(13812345678)", "sendSms(\"13812345678\", \"hi\")", "**13812345678**", "13812345678*",
      "张三 13812345678 88.50元", "13812345678,张三,25", "1001\t13812345678\t88.50\t2",
      "2026-11-22 10:00:00 INFO 13812345678 200 35ms", "1700000000 13812345678 10",
      "1700000000123,13812345678,46.5,1", "13812345678 116.397128 39.916527",
      "834561234 13812345678",
      "INSERT INTO t VALUES (1001, 13812345678, 20, 0.5)", "张三+13812345678", "5 13812345678 3",
      "13812345678元旦快乐", "13812345678次日回电", "13812345678个人", "a=13812345678 b=2 ms=3",
      "<td>13812345678</td>", "user_13812345678", "-13812345678", "phone=13812345678%26a=1",
      "sms sent to 13812345678 批次152221871213647", "联系我们：13812345678.", "5 138 1234 5678",
      "2026-11-22 10:00:00 138 1234 5678 ok", "@13812345678 请处理", "{13812345678}",
      "meet 13812345678 at home. ok",
    ])
  func bare(_ text: String) throws {
    // A name beside the number may be found too.
    let found = try Probe().likely(text).filter { $0.hasPrefix("mobile-phone") }
    #expect(found.count == 1, "\(found)")
  }

  @Test(
    "A label beats what stands beside",
    arguments: [
      "手机：13812345678元", "mobile=13812345678*2",
      "phone: 13812345678, -6625093363, -16802270373",
      "电话 13112343534", "手机号 13800000000",
    ])
  func labelled(_ text: String) throws {
    #expect(try Probe().likely(text).contains { $0.hasPrefix("mobile-phone") })
  }

  @Test(
    "A word that says little lets the word before it tell",
    arguments: [
      ("\"order\": {\"no\": \"15859233966\"}", false), ("\"order\": {\"id\": 15859233966}", false),
      ("订单ID：15859233966", false), ("order id is 15859233966", false),
      ("Order No. 15859233966", false), ("batch number 15859233966", false),
      ("val orderNo: Long = 15859233966", false), ("订单 编号：15859233966", false),
      ("\"phone\": {\"no\": \"13812345678\"}", true),
      ("\"mobile\": {\"value\": \"13812345678\"}", true),
      ("let phone: String = \"13812345678\"", true), ("tel no. 13812345678", true),
      ("my phone number is 13812345678", true), ("the number is 13812345678", true),
      ("id=13812345678", true), ("couponId=15859233966", false), ("bizNo=15859233966", false),
    ])
  func parents(_ text: String, _ isPhone: Bool) throws {
    #expect(try Probe().likely(text).isEmpty != isPhone)
  }

  @Test(
    "The label of a list is that of its elements",
    arguments: [
      ("orderIds=[15859233966, 15859233967, 15859233968]", 0),
      ("订单号：15859233966、15859233967；15859233968", 0),
      ("order_nos: \"15859233966\",\"15859233967\"", 0),
      ("phones=[13912345678, 13812345678]", 2), ("13912345678, 13812345678.", 2),
      ("orderNo=123, 13812345678", 1),
    ])
  func lists(_ text: String, _ count: Int) throws {
    #expect(try Probe().likely(text).count == count)
  }

  @Test(
    "Keys of persons are no decoys",
    arguments: [
      "to", "from", "contact", "receiver", "account", "caller", "callee", "msisdn", "uid",
      "user_id",
      "username", "login", "PH", "Max", "orderPhone", "order_phone", "订单电话", "订单联系人手机",
    ])
  func persons(_ key: String) throws {
    for separator in ["=", ": ", "\":\"", " "] {
      let found = try Probe().likely(key + separator + "13812345678")
      #expect(found == ["mobile-phone 13812345678"], "\(key)\(separator)")
    }
  }

  @Test(
    "Keys of orders, flows, batches, traces and sizes drop what fits by chance",
    arguments: [
      "orderNo", "out_trade_no", "txn", "txnId", "trans_seq", "lsh", "ddh", "pch", "jyh",

      "batch", "lot_no", "job_id", "traceId", "span_id", "x-request-id", "msgId", "rowid", "offset",
      "couponNo", "bizId", "invoice_number", "waybillNo", "elapsed", "size", "timestamp", "version",
      "电话订单号", "订单编号", "流水", "批次", "受理编号", "工单号", "任务ID", "凭证号", "運單號", "訂單編號",
    ])
  func decoys(_ key: String) throws {
    for separator in ["=", ": ", "\":\"", " [", " -> ", "：", "'=>'"] {
      for number in ["15859233966", "260917670705570", "6222021234567890128", "356938035643809"] {
        let found = try Probe().likely(key + separator + number)
        #expect(found.isEmpty, "\(key)\(separator)\(number): \(found)")
      }
    }
  }
}
