import Testing

/// `declared.csv` of whole runs.
@Suite("Declared against found, end to end")
struct DeclaredTests {
  private func report(
    _ policies: String, _ files: [String: String], _ more: String...
  ) throws -> (table: CSVTable, reports: Reports) {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write("data/" + name, text) }
    let outcome = try Program.scanner.run(
      [
        "data", "--report", "report", "--policy", policies, "--as-of", Invented.asOf, "--lang",
        "en", "--quiet",
      ] + more, in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let reports = try Reports(scratch.path + "/report")
    return (CSVTable(reports.files["declared.csv"] ?? []), reports)
  }

  private static let users = """
    姓名,身份证号,手机号,家庭住址,银行卡号
    郑巧云,\(Invented.childID),\(Invented.phone),\(Invented.address),\(Invented.card)

    """

  @Test("Over-collection, an excluded datum and a broken promise stand in the file, without values")
  func file() throws {
    let (table, reports) = try report(
      "miaoke-vocational-education,ccm-engineering-machinery,vkel",
      ["users.csv": Self.users, "finger.csv": "name,fingerprint\n甲,AAECAwQFBgc=\n"])
    func row(_ policy: String, _ outcome: String, _ type: String) -> [String: String]? {
      table.rows.first {
        $0["policy"] == policy && $0["outcome"] == outcome && $0["type"] == type
      }
    }
    let id = row("miaoke-vocational-education", "found-not-declared", "resident-id")
    #expect(id?["clause"] == "5.1@L89")
    #expect([id?["path"], id?["field"], id?["matches"]] == ["data/users.csv", "身份证号", "1"])
    let finger = row("miaoke-vocational-education", "found-though-excluded", "biometric")
    #expect(finger?["clause"] == "3.6@L44")
    #expect(finger?["field"] == "fingerprint")
    let plain = row("ccm-engineering-machinery", "promise-contradicted", "mobile-phone")
    #expect(plain?["clause"] == "VII/[children]/[storage]@L266")
    #expect(plain?["under_14"] == "1")
    #expect(row("vkel", "nothing-declared", "")?["clause"]?.isEmpty == false)
    let text = reports.text(of: "declared.csv")
    for value in [Invented.childID, Invented.phone, Invented.address, Invented.card, "郑巧云"] {
      #expect(!text.contains(value))
    }
    #expect(table.hasByteOrderMark)
  }

  @Test("The file does not depend on the number of threads")
  func threads() throws {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<20).map { ("u\($0).csv", Self.users) })
    let texts = try ["1", "8"].map { threads in
      try report("exam-signup,pipl", files, "--threads", threads).reports.text(of: "declared.csv")
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains("data/u0.csv"))
  }
}
