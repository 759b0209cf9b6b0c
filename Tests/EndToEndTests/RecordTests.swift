import Foundation
import Testing

/// `--ropa`: the record of processing and the assessment beside it.
@Suite("pii-scan --ropa")
struct RecordTests {
  private func scan(_ scratch: Scratch, _ arguments: String...) throws -> Outcome {
    try Program.scanner.run(
      ["data", "--quiet", "--as-of", Invented.asOf] + arguments, in: scratch.path)
  }

  private func place() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      "data/pupils.csv",
      """
      姓名,身份证号,手机号,家庭住址,监护人电话
      郑巧云,\(Invented.childID),\(Invented.phone),\(Invented.address),13800571234

      """)
    try scratch.write("data/a`|<img src=x>.csv", "邮箱\n\(Invented.email)\n")
    try scratch.write("data/companies.csv", "名称,统一社会信用代码\n甲公司,91350100M000100Y43\n")
    return scratch
  }

  @Test("A row for each table that holds data of persons, with kinds, numbers, children and duties")
  func record() throws {
    let scratch = try place()
    let outcome = try scan(scratch, "--ropa", "ropa.csv", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let table = CSVTable(try scratch.bytes(of: "ropa.csv"))
    #expect(table.hasByteOrderMark)
    let pupils = table.rows.first { $0["path"] == "data/pupils.csv" }
    #expect(pupils?["class"] == "sensitive")
    #expect(pupils?["gbt43697_level"] == "4")
    #expect(pupils?["persons_under_14"] == "1")
    #expect(pupils?["guardian_data"] == "yes")
    #expect(pupils?["records"] == "1")
    #expect(pupils?["sensitive_data"]?.contains("Resident identity number") == true)
    for article in ["PIPL 29", "PIPL 31", "PIPL 55(1)"] {
      #expect(pupils?["duties"]?.contains(article) == true)
    }
    #expect(pupils?["purpose"] == "" && pupils?["processors"] == "")
    // Of nobody's data there is no processing to record.
    #expect(!table.rows.contains { $0["path"] == "data/companies.csv" })
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.path + "/ropa.csv")
    #expect((mode[.posixPermissions] as? Int) == 0o600)
  }

  @Test("The assessment has the sections of the law, and neither values nor markup from names")
  func assessment() throws {
    let scratch = try place()
    for (language, words) in [("zh", "个人信息保护影响评估"), ("en", "Art. 56(1)")] {
      let file = language + ".csv"
      let outcome = try scan(
        scratch, "--ropa", file, "--lang", language, "--policy",
        "ccm-engineering-machinery,miaoke-vocational-education")
      #expect(outcome.status == 0, "\(outcome.errorText)")
      let text = String(
        decoding: try scratch.bytes(of: "\(language).pia-\(Invented.asOf).md"), as: UTF8.self)
      #expect(text.contains(words))
      #expect(text.contains("VII/[children]/[storage]@L266"))
      for value in [Invented.childID, Invented.phone, Invented.email, "郑巧云", "13800571234"] {
        #expect(!text.contains(value))
      }
      #expect(!text.contains("| <img"))
      for line in text.lines where line.hasPrefix("|") {
        // Every row of a table has its bars, whatever stands in names.
        #expect(line.hasSuffix("|"))
      }
    }
  }

  @Test("What people wrote in a record is kept when it is written again, and no assessment is lost")
  func update() throws {
    let scratch = try place()
    _ = try scan(scratch, "--ropa", "ropa.csv")
    let table = CSVTable(try scratch.bytes(of: "ropa.csv"))
    let header = table.columns + ["备注"]
    let rows =
      [header]
      + table.rows.map { row in
        header.map { name in
          switch name {
          case "processors": "云服务商\n合同 7 号"
          case "备注": "复核"
          default: row[name] ?? ""
          }
        }
      }
    let text = rows.map { row in
      row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
        .joined(separator: ";") + "\r\n"
    }.joined()
    try scratch.write("ropa.csv", text)
    let assessment = "ropa.pia-\(Invented.asOf).md"
    try scratch.write(assessment, "signed")
    try FileManager.default.removeItem(atPath: scratch.path + "/data/pupils.csv")
    let outcome = try scan(scratch, "--ropa", "ropa.csv", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("stays as it is"))
    let updated = CSVTable(try scratch.bytes(of: "ropa.csv"))
    #expect(updated.rows.map { $0["status"] } == ["present", "gone"])
    #expect(updated.rows.allSatisfy { $0["processors"] == "云服务商\n合同 7 号" && $0["备注"] == "复核" })
    #expect(try scratch.bytes(of: assessment) == Array("signed".utf8))
  }

  @Test("Another file under the record's name is not written over")
  func foreign() throws {
    let scratch = try place()
    try scratch.write("ropa.csv", "name,value\r\n1,2\r\n")
    let outcome = try scan(scratch, "--ropa", "ropa.csv", "--lang", "en")
    #expect(outcome.status == 65)
    #expect(outcome.errorText.contains("path, member, table"))
    #expect(try scratch.bytes(of: "ropa.csv") == Array("name,value\r\n1,2\r\n".utf8))
    let share = try scan(scratch, "--ropa", "new.csv", "--shard", "1/2")
    #expect(share.status == 64)
    #expect(try !scratch.names().contains("new.csv"))
  }
}
