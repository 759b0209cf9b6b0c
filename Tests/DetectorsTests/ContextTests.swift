import Findings
import Testing

@testable import Detectors

/// Words that name a datum: before a value, as the name of a column, in its comment.
@Suite struct ContextTests {
  static let terms: Result<ContextTerms, any Error> = Result {
    ContextTerms(try BuiltinRules.tables())
  }

  /// The kinds that the terms of a tail speak for.
  static func kinds(_ tail: TermTail, _ terms: ContextTerms) -> Set<String> {
    Set(
      (0..<tail.count).flatMap { terms.entries(ofTerm: tail[$0]) }
        .map { terms.kinds[Int($0.kind)].rawValue })
  }

  static func kinds(ofName name: String) throws -> Set<String> {
    let terms = try terms.get()
    let bytes = Array(name.utf8)
    return kinds(NameReader.terms(in: terms, bytes.span, 0..<bytes.count), terms)
  }

  /// The kinds of the label of a value that follows `text`.
  static func kinds(before text: String) throws -> Set<String> {
    let terms = try terms.get()
    let bytes = Array(text.utf8)
    return kinds(LabelReader(terms).label(in: bytes.span, before: bytes.count).direct, terms)
  }

  @Test(
    "Names are read as words, in every spelling",
    arguments: [
      ("phone", "mobile-phone"), ("userPhone2", "mobile-phone"), ("USER_PHONE", "mobile-phone"),
      ("user-phone", "mobile-phone"), ("UserPhone", "mobile-phone"), ("phone_1", "mobile-phone"),
      ("my_contact_phone", "mobile-phone"), ("IDCard", "resident-id"), ("idCardNo", "resident-id"),
      ("id_card_no", "resident-id"), ("ID_CARD", "resident-id"), ("custSFZH", "resident-id"),
      ("sfzh", "resident-id"), ("email", "email"), ("userEmail", "email"), ("e-mail", "email"),
      ("member_email_address", "email"), ("手机号", "mobile-phone"), ("客户手机号", "mobile-phone"),
      ("身份证号码", "resident-id"), ("orderNo", "order"), ("order_no", "order"),
      ("t_order_no", "order"), ("traceId", "trace"), ("txnId", "flow"), ("batchNo", "batch"),
    ])
  func names(_ name: String, _ kind: String) throws {
    #expect(try Self.kinds(ofName: name).contains(kind))
  }

  @Test(
    "A word inside a word, or with another behind it, names nothing of its kind",
    arguments: [
      ("acid", "resident-id"), ("email_verified", "email"), ("emailVerified", "email"),
      ("phone_type", "mobile-phone"), ("microphone", "mobile-phone"), ("hotel", "mobile-phone"),
      ("phoneModel", "mobile-phone"), ("idcardtype", "resident-id"), ("recorder_no", "order"),
      ("border", "order"), ("id_card_type", "resident-id"), ("mobileOS", "mobile-phone"),
      ("", "email"),
      ("123", "mobile-phone"), ("___", "mobile-phone"),
    ])
  func otherNames(_ name: String, _ kind: String) throws {
    #expect(try !Self.kinds(ofName: name).contains(kind))
  }

  @Test(
    "A label stands before separators and copulas, at the end of a longer word",
    arguments: [
      ("手机号", "mobile-phone"), ("手机号：", "mobile-phone"), ("手机号: ", "mobile-phone"),
      ("我的联系电话是", "mobile-phone"), ("联系电话为：", "mobile-phone"), ("聯絡電話為", "mobile-phone"),
      ("手机号码（", "mobile-phone"), ("手机【", "mobile-phone"), ("手机号＝", "mobile-phone"),
      ("phone=", "mobile-phone"), ("\"phone\": \"", "mobile-phone"),
      ("'mobile' => '", "mobile-phone"),
      ("&user_phone=", "mobile-phone"), ("[PHONE] ", "mobile-phone"), ("tel: ", "mobile-phone"),
      ("<phone>", "mobile-phone"), ("客户的身份证号码是", "resident-id"), ("身份证号　", "resident-id"),
      ("id_card_no:", "resident-id"), ("\"idCard\":\"", "resident-id"), ("邮箱：“", "email"),
      ("订单号：", "order"), ("您的订单号是", "order"), ("orderNo=", "order"), ("\"traceId\":\"", "trace"),
      ("交易流水号：", "flow"), ("流水号为", "flow"),
    ])
  func labels(_ text: String, _ kind: String) throws {
    #expect(try Self.kinds(before: text).contains(kind))
  }

  @Test(
    "What stands in another line, sentence or field, or inside a word, is no label",
    arguments: [
      "手机号\n", "手机号\r\n", "手机号码已经换了。", "phone; ", "hotel=", "acid=", "手机号是多少？我的", "email_verified=",
      "phone_type=", "", "：", "手机号有问题",
    ])
  func noLabels(_ text: String) throws {
    let kinds = try Self.kinds(before: text)
    #expect(kinds.isDisjoint(with: ["mobile-phone", "resident-id", "email"]), "\(kinds)")
  }

  @Test("A label is not looked for farther away than thirty characters")
  func reach() throws {
    #expect(try Self.kinds(before: "手机号" + String(repeating: " ", count: 80)) == ["mobile-phone"])
    #expect(try Self.kinds(before: "手机号" + String(repeating: " ", count: 91)).isEmpty)
  }

  static let decoys = [
    "订单号", "订单号：", "订单编号为", "orderNo=", "\"order_no\":\"", "traceId=", "\"traceId\":\"", "流水号：",
    "交易流水号", "批次号: ", "request_id=", "快递单号：",
  ]

  @Test("A decoy's label drops a bare number", arguments: decoys)
  func decoy(_ label: String) throws {
    let probe = try Probe()
    for number in ["13812345678", "6222021234567890128", "490154203237518", "01062751234"] {
      let found = probe.likely(label + number)
      #expect(found.isEmpty, "\(found)")
    }
  }

  @Test(
    "The same numbers are found behind their own labels",
    arguments: [
      ("手机号：13812345678", "mobile-phone 13812345678"),
      ("卡号：6222021234567890128", "bank-card 6222021234567890128"),
      ("IMEI：356938035643809", "imei 356938035643809"),
      ("电话：01062751234", "landline-phone 01062751234"),
      ("我的联系电话是13812345678", "mobile-phone 13812345678"),
    ])
  func ownLabel(_ text: String, _ found: String) throws {
    #expect(try Probe().likely(text) == [found])
  }

  @Test("Evidence names the label as the table writes it")
  func evidence() throws {
    let hit = try #require(try Probe().find("我的联系电话是13812345678").first)
    #expect(hit.evidence.contains("label:联系电话"))
    #expect(hit.evidence.contains("mobile-segment"))
  }

  @Test(
    "The name of a column speaks for its cells, and where it says nothing its comment does",
    arguments: [
      ("mobile", "", true), ("userPhone2", "", true), ("f3", "手机号（登录用）", true),
      ("f3", "手机号，必填", true),
      ("order_no", "", false), ("f3", "订单号", false), ("traceId", "", false),
      ("order_no", "手机号", false),
      ("serial_number", "手机", false),
    ])
  func columns(_ name: String, _ comment: String, _ isPhone: Bool) throws {
    let found = try Probe().likely("13812345678", column: ColumnShape(name: name, comment: comment))
    #expect(found == (isPhone ? ["mobile-phone 13812345678"] : []))
  }

  @Test("Evidence names the column as the table writes it")
  func columnEvidence() throws {
    let hit = try #require(try Probe().find("13812345678", column: "USER_MOBILE").first)
    #expect(hit.evidence.contains { $0.hasPrefix("column:") }, "\(hit.evidence)")
    #expect(hit.evidence.contains("whole-value"))
    #expect(hit.level == .certain)
  }

  @Test(
    "A label of a guardian gives the datum to the guardian",
    arguments: [
      ("监护人电话：13812345678", "mobile-phone", Role.guardian),
      ("家长电话 13812345678", "mobile-phone", .guardian),
      ("父亲电话：13812345678", "mobile-phone", .guardian),
      ("guardian_phone=13812345678", "mobile-phone", .guardian),
      ("紧急联系人电话：13812345678", "mobile-phone", .guardian),
      ("监护人身份证号：11010519491231002X", "resident-id", .guardian),
      ("jhrsfzh=11010519491231002X", "resident-id", .guardian),
      ("电话：13812345678", "mobile-phone", .subject), ("学生电话：13812345678", "mobile-phone", .subject),
      ("身份证号：11010519491231002X", "resident-id", .subject),
    ])
  func guardianLabels(_ text: String, _ type: String, _ role: Role) throws {
    let hit = try #require(try Probe().find(text).first)
    #expect(hit.type == type)
    #expect(hit.role == role)
    #expect(hit.level >= .likely)
  }

  @Test(
    "A column of a guardian gives its cells to the guardian, by its name or its comment",
    arguments: [
      ("guardian_phone", "", Role.guardian), ("guardianPhone", "", .guardian),
      ("jhrdh", "", .guardian),
      ("jzsj", "", .guardian), ("phone", "监护人联系电话", .guardian), ("phone", "家长手机", .guardian),
      ("parent_mobile", "", .guardian), ("监护人电话", "", .guardian), ("mother_phone", "", .guardian),
      ("phone", "", .subject), ("mobile", "本人手机", .subject), ("student_phone", "", .subject),
    ])
  func guardianColumns(_ name: String, _ comment: String, _ role: Role) throws {
    let hit = try #require(try Probe().find("13812345678", column: name, comment: comment).first)
    #expect(hit.type == "mobile-phone")
    #expect(hit.role == role)
    #expect(hit.level >= .likely)
  }

  @Test("No two terms of the tables share a hash")
  func hashes() throws {
    let tables = try BuiltinRules.tables()
    var terms: [UInt64: String] = [:]
    for name in ["context_terms", "decoy_terms"] {
      let table = tables.table(name)
      let column = table.column("term")
      table.forEachRow { cells in
        let normal = table.bytes[cells[column]].reversed().compactMap { ContextTerms.normal($0) }
        let hash = TermHash.of(normal.span, 0..<normal.count)
        let word = String(decoding: normal.reversed(), as: UTF8.self)
        #expect(terms.updateValue(word, forKey: hash) ?? word == word)
      }
    }
    #expect(terms.count > 2000)
  }
}
