import Findings
import Testing

@testable import Detectors

/// Types that the name or comment of a column tells and no look of a value does.
@Suite struct NamedTypeTests {
  static func find(_ text: String, _ name: String, _ comment: String = "") throws -> [Probe.Found] {
    try Probe().find(text, column: name, comment: comment)
  }

  @Test(
    "A name that means one thing makes its values likely, and a listed value certain",
    arguments: [
      ("gender", "男", "gender", Level.certain), ("sex", "F", "gender", .certain),
      ("sex", "1", "gender", .certain), ("xb", "女", "gender", .certain),
      ("minzu", "汉族", "ethnicity", .certain), ("ethnicity", "维吾尔族", "ethnicity", .certain),
      ("民族", "HA", "ethnicity", .certain), ("mz", "回族", "ethnicity", .certain),
      ("婚姻状况", "已婚", "marital-status", .certain),
      ("marital_status", "20", "marital-status", .certain),
      ("政治面貌", "中共党员", "political", .certain), ("zzmm", "共青团员", "political", .certain),
      ("学历", "本科", "education", .certain), ("whcd", "初中", "education", .certain),
      ("宗教信仰", "佛教", "religion", .certain),
      ("password", "$2a$10$7JB720yubV", "account-password", .likely),
      ("user_password", "e10adc3949ba59abbe56e057f20f883e", "account-password", .likely),
      ("既往病史", "高血压三年，服药控制", "medical", .likely), ("diagnosis", "急性上呼吸道感染", "medical", .likely),
      ("xueli", "大学本科", "education", .certain), ("nickname", "风中的云", "nickname", .likely),
      ("avatar", "/profile/2024/a.png", "avatar", .likely), ("salary", "60117", "income", .likely),
      ("工资（元）", "8500.00", "income", .likely), ("job_title", "Sales Rep", "job-title", .likely),
      ("工作单位", "某某科技有限公司", "employer", .likely), ("职业", "教师", "occupation", .certain),
      ("与学生关系", "父子", "guardian", .likely), ("聊天记录", "你好在吗", "communication", .likely),
      ("行程轨迹", "G1234 北京南到上海虹桥", "whereabouts", .likely),
      ("face_feature", "0.12,0.33", "biometric", .likely),
      ("credit_score", "712", "credit", .likely),
      ("search_history", "海淀 租房", "browsing-log", .likely),
      ("学校名称", "第一中学", "school", .likely), ("所在班级", "三年二班", "grade-class", .likely),
    ])
  func named(_ column: String, _ value: String, _ type: String, _ least: Level) throws {
    let found = try Self.find(value, column)
    let hit = try #require(found.first { $0.type == type }, "\(found)")
    #expect(hit.level >= least, "\(hit.decibans)")
    #expect(hit.value == value)
    #expect(hit.masked == "***")
    #expect(hit.evidence.contains { $0.hasPrefix("column:") })
  }

  @Test(
    "A word of many meanings makes a value possible, and only a listed value lifts it",
    arguments: [
      ("nation", "汉族", Level.certain), ("nationality", "回族", .certain),
      ("position", "Manager", .possible), ("token", "abcdef", .possible),
      ("company", "Acme", .possible), ("class_name", "com.example.Main", .possible),
    ])
  func weak(_ column: String, _ value: String, _ level: Level) throws {
    let hit = try #require(try Self.find(value, column).first)
    #expect(hit.level == level)
  }

  @Test(
    "A weak word behind another word tells nothing, nor does a value that the type cannot have",
    arguments: [
      ("scroll_position", "12"), ("user_id", "10086"), ("report_message", "ok"),
      ("order_level", "3"),
      ("nation", "CHN"), ("csrf_token", "abcdef"), ("income_level", "B"), ("menu_icon", "user"),
      ("ratings", "PG-13"), ("title", "ACADEMY DINOSAUR"), ("title", "2"), ("major", "3"),
    ])
  func nothing(_ column: String, _ value: String) throws {
    #expect(try Self.find(value, column).allSatisfy { $0.level == .possible })
  }

  @Test(
    "What is no value tells nothing", arguments: ["", " ", "-", "***", "NULL", "n/a", "\\N", "--"])
  func blank(_ value: String) throws {
    #expect(try Self.find(value, "gender").isEmpty)
    #expect(try Self.find(value, "password").isEmpty)
  }

  @Test("The comment tells what the name does not, and the finding says so")
  func comment() throws {
    let ruleSet = try BuiltinRules.ruleSet()
    for (name, comment, basis) in [
      ("f7", "婚姻状况", Basis.comment), ("hyzk", "", .name), ("code", "民族", .comment),
      ("nation", "民族", .comment), ("gender", "性别", .name),
    ] {
      let column = ColumnContext(ColumnShape(name: name, comment: comment), in: ruleSet)
      #expect(column.named?.basis == basis, "\(name)")
    }
  }

  @Test("A value that looks like something else is that, once")
  func once() throws {
    let phone = try Self.find("13812345678", "username")
    #expect(phone.map(\.type) == ["mobile-phone"])
    let mail = try Self.find("zhang@example.com", "login_name")
    #expect(mail.map(\.type) == ["email"])
    // A text that holds one is both.
    let both = try Self.find("患者电话13812345678，头痛三天", "chief_complaint")
    #expect(Set(both.map(\.type)) == ["medical", "mobile-phone"])
    #expect(both.first?.type == "medical")
  }

  @Test(
    "A guardian's phone is a phone in the role of a guardian; the relation alone is a guardian's datum"
  )
  func guardian() throws {
    let phone = try Self.find("13812345678", "guardian_phone")
    #expect(phone.map(\.type) == ["mobile-phone"])
    #expect(phone.first?.role == .guardian)
    #expect(try Self.find("母子", "监护人关系").map(\.type) == ["guardian"])
    #expect(try Self.find("王芳", "监护人").allSatisfy { $0.role == .guardian })
    #expect(try Self.find("13812345678", "紧急联系人").map(\.type) == ["mobile-phone"])
  }

  @Test("Two spellings of blanks are one value, and two values are two")
  func fingerprints() throws {
    let a = try Self.find("汉族", "民族").first?.fingerprint
    #expect(try Self.find("  汉族 ", "民族").first?.fingerprint == a)
    #expect(try Self.find("回族", "民族").first?.fingerprint != a)
  }

  @Test("A mask tells neither a character nor the length")
  func mask() throws {
    for value in ["1", "secret", String(repeating: "密", count: 300)] {
      #expect(try Self.find(value, "password").first?.masked == "***")
    }
  }
}
