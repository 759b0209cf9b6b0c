import Findings
import Policies
import Testing

@testable import Reports

@Suite("declared.csv")
struct DeclaredCSVTests {
  private static let shop: Policy = {
    var policy = Example.shop
    policy.declarations = .listed([
      Declaration(
        data: [Datum(type: TypeID(rawValue: "email"))], wordsOfData: [["=e-mail", "mail"]],
        others: ["browser, version"],
        citation: Citation(clause: "2@L2", words: ["=e-mail", "mail", "browser, version"]))
    ])
    policy.promises = [
      Promise(kind: .encrypted, scope: .children, citation: Citation(clause: "7@L7"))
    ]
    return policy
  }()

  private func rows(
    _ sources: [SourceReport], language: RunDescription.Language = .english
  ) throws -> [[String]] {
    let run = Example.run(language: language, policies: [Self.shop, Example.law])
    let text = try Example.text(of: DeclaredCSV(run: run), sources, run: run)
    #expect(text.hasPrefix("\u{FEFF}policy,outcome,type,kind,"))
    return CSVReader.records(of: String(text.unicodeScalars.dropFirst()))
  }

  private static let sources = [
    Example.source(
      "z.csv", tables: [Example.table("", ["mail"])],
      fields: [(0, 0, Example.email, Example.tally([Example.finding(type: Example.email)]))]),
    Example.source(
      "=b.zip", member: "m.sql", tables: [Example.table("users", ["", "id"])],
      fields: [
        (
          0, 1, Example.residentID,
          Example.tally([Example.finding(type: Example.residentID, age: Age(years: 8))])
        ),
        (0, 0, Example.email, Example.tally([Example.finding(type: Example.email)])),
      ]),
  ]

  @Test("A row tells policy, datum, outcome, clause, words, counts and places, guarded")
  func cells() throws {
    let rows = try rows(Self.sources)
    #expect(rows[0] == DeclaredCSV.columns)
    #expect(
      rows[1] == [
        "shop", "promise-contradicted", "resident-id", "", "Resident ID number", "personal",
        "7@L7", "", "1", "1", "1", "1", "certain", "'=b.zip", "m.sql", "users", "id", "",
        "Promised: data of children: encrypted. Found in plain text.",
      ])
    #expect(
      rows[2].prefix(13) == [
        "shop", "found-not-declared", "resident-id", "", "Resident ID number", "personal", "", "",
        "1", "1", "1", "1", "certain",
      ])
    #expect(
      rows[3] == [
        "shop", "declared-and-found", "email", "", "E-mail address", "personal", "2@L2",
        "'=e-mail / mail", "2", "2", "2", "0", "certain", "'=b.zip", "m.sql", "users", "#1",
        "z.csv mail", "",
      ])
    #expect(
      rows[4] == ["shop", "not-looked-for", "", "", "", "", "2@L2", "browser, version"]
        + Array(repeating: "", count: 10) + ["No type of the scan stands for it."])
    #expect(rows[5].prefix(2) == ["law", "not-applicable"])
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { $0.count == DeclaredCSV.columns.count })
  }

  @Test("Titles and remarks follow the language; the words of the columns do not")
  func chinese() throws {
    let (english, chinese) = (
      try rows(Self.sources), try rows(Self.sources, language: .chinese)
    )
    #expect(chinese[2][4] == "居民身份证号")
    #expect(chinese[4].last == "扫描没有与之对应的类型。")
    #expect(chinese.map { $0[1] } == english.map { $0[1] })
  }

  @Test("Every outcome has a name in both languages")
  func names() {
    for outcome in DeclaredOutcome.allCases {
      let names = [RunDescription.Language.chinese, .english].map {
        DeclaredWords($0).name(of: outcome)
      }
      #expect(names[0] != names[1] && names.allSatisfy { !$0.isEmpty })
    }
  }
}
