import Foundation
import TestSupport
import Testing

/// Invented people in several files: with an ID number, a phone, an address, or some of them.
private struct Population {
  /// 200 with an ID number, of whom each three share a phone; 60 with a phone; 40 with an address only; and
  /// 20 children with a guardian each.
  static let withID = 0..<200
  static let withPhone = 200..<260
  static let withEmail = 260..<300
  static let children = 0..<20
  static let count = 300 + 20 + 20

  /// Ten names for all: namesakes are several persons.
  static func name(_ person: Int) -> String {
    ["李秀英", "王建国", "张伟", "刘洋", "陈静", "杨柳", "赵磊", "黄丽", "周杰", "吴敏"][person % 10]
  }

  static func idNumber(_ person: Int) -> String {
    let birth = String(format: "%04d%02d%02d", 1960 + person % 40, 1 + person % 12, 1 + person % 28)
    return Invented.residentID("310104", birth, String(format: "%03d", 100 + person))
  }

  static func phone(_ person: Int) -> String {
    let owner = withID.contains(person) ? person - person % 3 : person
    return "139" + String(format: "%08d", 20_417_713 + owner * 7919)
  }

  static func guardianPhone(_ child: Int) -> String {
    "136" + String(format: "%08d", 31_502_917 + child * 104_729)
  }

  static func email(_ person: Int) -> String { "qiao\(person)yun@mail-host.cn" }

  static func childID(_ child: Int) -> String {
    Invented.residentID("110105", String(format: "2018%02d15", 1 + child % 12), "\(200 + child)")
  }

  /// Most stand in several files.
  static func write(to workplace: Workplace) throws {
    let customers = (0..<150).map {
      "\(name($0)),\(idNumber($0)),\(phone($0)),\(email($0))\n"
    }
    try workplace.write("a/customers.csv", "姓名,身份证号,手机号,邮箱\n" + customers.joined())
    let users = (100..<260).map {
      "(\($0),'\(name($0))','\(phone($0))','\(email($0))')"
    }
    try workplace.write(
      "b/users.sql",
      """
      CREATE TABLE `users` (
        `id` bigint NOT NULL,
        `real_name` varchar(50) DEFAULT NULL,
        `mobile` varchar(20) DEFAULT NULL,
        `email` varchar(100) DEFAULT NULL
      ) ENGINE=InnoDB;
      INSERT INTO `users` VALUES \(users.joined(separator: ","));

      """)
    let lines = (120..<200).map {
      "2026-06-01 10:00:00 INFO verify 身份证号=\(idNumber($0)) 手机号=\(phone($0))\n"
    }
    try workplace.write("c/verify.log", lines.joined())
    let letters = (0..<300).map { "\(email($0))\n" }
    try workplace.write("d/newsletter.csv", "email\n" + letters.joined())
    let pupils = children.map {
      "\(name($0)),\(childID($0)),\(guardianPhone($0)),三年级\($0 % 4 + 1)班\n"
    }
    try workplace.write("e/pupils.csv", "学生姓名,学生身份证号,家长电话,班级\n" + pupils.joined())
  }
}

@Suite struct PersonsTests {
  @Test("Persons are counted once, across files, families and namesakes")
  func counts() throws {
    let workplace = try Workplace()
    try Population.write(to: workplace)
    let (outcome, reports) = try workplace.report("data")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let persons = try #require(reports.summary["persons"])
    #expect(persons["count"]?.int == Population.count)
    #expect(persons["lower"] == persons["upper"])
    let bySource = Dictionary(
      uniqueKeysWithValues: reports.coverage.rows.map { ($0["path"] ?? "", $0["persons"] ?? "") })
    #expect(
      bySource == [
        "data/a/customers.csv": "150", "data/b/users.sql": String(Self.users),
        "data/c/verify.log": "80", "data/d/newsletter.csv": "300", "data/e/pupils.csv": "40",
      ])
  }

  /// Families have one phone, and that table no ID numbers: 160 users, of whom those up to 199 share in
  /// threes.
  private static let users = Set((100..<260).map(Population.phone)).count

  @Test("An audit fails on more persons than it allows, and passes on as many")
  func audit() throws {
    let workplace = try Workplace()
    try Population.write(to: workplace)
    for (most, status) in [(Population.count, 0), (Population.count - 1, 1)] {
      let outcome = try workplace.scan("data", "--max-persons", "\(most)", command: "audit")
      #expect(outcome.status == status, "\(outcome.text)")
    }
  }

  @Test("The register of minors tells children from guardians, by place and never by value")
  func register() throws {
    let workplace = try Workplace()
    try Population.write(to: workplace)
    let (_, reports) = try workplace.report(
      "data", "--policy", "pipl,ccm-engineering-machinery")
    let register = CSVTable(reports.files["minors.csv"] ?? [])
    let row = try #require(register.rows.first)
    #expect(register.rows.count == 1)
    #expect(row["path"] == "data/e/pupils.csv")
    for column in ["records_under_14", "persons_under_14", "by_id", "guardian_beside"] {
      #expect(row[column] == "20", "\(column)")
    }
    #expect(row["plain_under_14"] == "20")
    #expect(row["fields"]?.contains("学生身份证号:resident-id") == true)
    #expect(row["fields"]?.contains("家长电话") == false)
    #expect(
      row["promises"]?.hasPrefix("ccm-engineering-machinery VII/[children]/[storage]") == true)
    let text = reports.text(of: "minors.csv")
    for child in Population.children {
      #expect(!text.contains(Population.childID(child)))
      #expect(!text.contains(Population.guardianPhone(child)))
    }
  }

  /// The company's code is the worked example of GB 32100-2015. Two texts say that what identifies nobody
  /// alone is personal in combination; the PIPL does not.
  @Test("A company's code beside its contact is personal where the policy says so, alone it is not")
  func combination() throws {
    let workplace = try Workplace()
    try workplace.write(
      "a.csv", "公司,统一社会信用代码,联系人,手机号\n甲公司,91350100M000100Y43,王小红,\(Invented.phone)\n")
    try workplace.write("b.csv", "统一社会信用代码\n91350100M000100Y43\n")
    let (_, reports) = try workplace.report(
      "data", "--policy", "pipl,vkel,miaoke-vocational-education")
    let codes = reports.inventory.rows.filter { $0["type"] == "uscc" }
    #expect(codes.map { $0["class"] } == ["none", "none"])
    #expect(codes.map { $0["class:vkel"] } == ["personal", "none"])
    #expect(codes.map { $0["class:miaoke-vocational-education"] } == ["personal", "none"])
    #expect(
      codes.map { $0["combination"] } == [
        "vkel [third-party]@L25: personal, 1 beside mobile-phone, person-name; "
          + "miaoke-vocational-education 1.1@L20: personal, 1 beside mobile-phone, person-name", "",
      ])
    let classes = reports.findings.filter { $0["type"] == .text("uscc") }.map {
      $0["classes"]?["vkel"]?["clause"]?.text
    }
    #expect(classes == ["[third-party]@L25", "gbt-35273-2020:3.1"])
  }

  @Test("A rule on all data together names the combination and changes no class")
  func aggregation() throws {
    let workplace = try Workplace()
    try workplace.write("a.csv", "姓名,手机号\n王小红,\(Invented.phone)\n")
    let (_, reports) = try workplace.report("data", "--policy", "gbt-45574-2025")
    let phone = try #require(reports.inventory.rows.first { $0["type"] == "mobile-phone" })
    #expect(phone["class"] == "personal")
    #expect(phone["combination"] == "gbt-45574-2025 4.2: sensitive, 1 beside person-name")
  }
}
