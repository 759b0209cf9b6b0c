import Findings
import Policies
import Testing

/// What the texts say beside classes; the expected values were read off the texts' own lines.
@Suite("What the five texts say beside classes")
struct PolicyStatementTests {
  @Test("A date is the text's own or there is none")
  func dates() throws {
    let table: [(id: String, date: String?)] = [
      ("miaoke-vocational-education", nil), ("exam-signup", "in force 2023-07-27 L9"),
      ("ccm-engineering-machinery", "dated 2024-11-08 L9"), ("online-service-platform", nil),
      ("vkel", "dated 2021-02-22 L3"),
    ]
    for row in table {
      let status = try PolicyFiles.policy(row.id).status
      let line = status.citation.flatMap { Clause.line(of: $0.clause) }.map { " L\($0)" } ?? ""
      let found: String? =
        switch status {
        case .inForce(let day, _): "in force \(day.iso)\(line)"
        case .dated(let day, _): "dated \(day.iso)\(line)"
        case .undated: nil
        }
      #expect(found == row.date, "\(row.id)")
    }
  }

  @Test("What a text rests on stands in its order, with what is inferred marked")
  func fallbacks() throws {
    let table: [(id: String, fallbacks: [String])] = [
      (
        "miaoke-vocational-education", ["pipl L26", "cybersecurity-law L26", "gbt-35273-2020 L26"]
      ),
      ("exam-signup", ["pipl L44"]),
      ("ccm-engineering-machinery", ["pipl L17 inferred", "cybersecurity-law L181"]),
      ("online-service-platform", ["civil-code-1034 L3", "cybersecurity-law L3"]),
      ("vkel", ["gbt-35273-2020 L31 inferred"]),
    ]
    for row in table {
      let found = try PolicyFiles.policy(row.id).fallbacks.map { fallback in
        let line = fallback.citation.flatMap { Clause.line(of: $0.clause) } ?? 0
        return "\(fallback.policy) L\(line)\(fallback.isInferred ? " inferred" : "")"
      }
      #expect(found == row.fallbacks, "\(row.id)")
    }
  }

  @Test("Ages are the text's numbers, and none-stated where it names none")
  func ages() throws {
    let table: [(id: String, ages: [String])] = [
      ("miaoke-vocational-education", ["<18 L139", "<14 L139"]),
      ("exam-signup", []),
      ("ccm-engineering-machinery", ["<18 L252", "<14 L17", "<14 L262", "<14 L266"]),
      ("online-service-platform", []),
      ("vkel", ["<14 L130"]),
    ]
    for row in table {
      let found = try PolicyFiles.policy(row.id).ages.bands.map {
        "<\($0.belowYears) L\(Clause.line(of: $0.citation.clause) ?? 0)"
      }
      #expect(found == row.ages, "\(row.id)")
    }
    #expect(try PolicyFiles.policy("pipl").ages.classRule?.belowYears == 14)
    #expect(try PolicyFiles.policy("gbt-35273-2020").ages.classRule?.belowYears == 15)
    #expect(try PolicyFiles.policy("gbt-45574-2025").ages.classRule?.belowYears == 14)
  }

  @Test("Promises about storage are those that the texts make")
  func promises() throws {
    let table: [(id: String, promises: [String])] = [
      ("miaoke-vocational-education", []),
      (
        "exam-signup",
        [
          "stored-in-mainland-china all L119", "stored-in-mainland-china all L123",
          "kept-at-least transactions L123", "deleted-after-period all L139",
          "encrypted cancelled-accounts L99",
        ]
      ),
      (
        "ccm-engineering-machinery",
        [
          "stored-in-mainland-china all L175", "not-exported all L175",
          "deleted-or-anonymised-after-period cancelled-accounts L126",
          "deleted-or-anonymised-after-period all L181", "encrypted children L266",
          "deidentified-or-anonymised shared-with-partners L134",
        ]
      ),
      (
        "online-service-platform",
        [
          "stored-in-mainland-china all L50", "stored-in-mainland-china all L107",
          "anonymised-after-period all L50", "exported-with-consent-only all L109",
        ]
      ),
      ("vkel", ["deidentified-or-anonymised all L25"]),
    ]
    for row in table {
      let found = try PolicyFiles.policy(row.id).promises.map {
        "\($0.kind.rawValue) \($0.scope.rawValue) L\(Clause.line(of: $0.citation.clause) ?? 0)"
      }
      #expect(found == row.promises, "\(row.id)")
    }
    #expect(try PolicyFiles.policy("exam-signup").promises.compactMap(\.years) == [3])
    #expect(try PolicyFiles.policy("vkel").promises.allSatisfy(\.isAmbiguous))
  }

  @Test("A time to answer is a number only where the text names one")
  func deadlines() throws {
    let table: [(id: String, deadlines: [String])] = [
      ("miaoke-vocational-education", []), ("exam-signup", []),
      ("ccm-engineering-machinery", ["- L200", "- L216"]), ("online-service-platform", []),
      ("vkel", ["30 L81", "30 L88", "30 L124", "30 L150"]),
    ]
    for row in table {
      let found = try PolicyFiles.policy(row.id).deadlines.map { deadline in
        let days = deadline.days.map(String.init) ?? "-"
        return "\(days) L\(Clause.line(of: deadline.citation.clause) ?? 0)"
      }
      #expect(found == row.deadlines, "\(row.id)")
    }
  }

  @Test("What is not collected is what the text says, with its purpose")
  func exclusions() throws {
    let table: [(id: String, lines: [Int])] = [
      ("miaoke-vocational-education", [44, 89]), ("exam-signup", [11]),
      ("ccm-engineering-machinery", []), ("online-service-platform", [101]), ("vkel", []),
    ]
    for row in table {
      let found = try PolicyFiles.policy(row.id).exclusions.compactMap {
        Clause.line(of: $0.citation.clause)
      }
      #expect(found == row.lines, "\(row.id)")
    }
    let biometric = try PolicyFiles.policy("miaoke-vocational-education").exclusions[0]
    #expect(biometric.data.map(\.name) == ["biometric"])
    #expect(biometric.purpose == "verification")
  }

  @Test("Declared data can be compared with findings only where the text lists any")
  func declarations() throws {
    let table: [(id: String, datum: String, isDeclared: Bool?)] = [
      ("miaoke-vocational-education", "mobile-phone", true),
      ("miaoke-vocational-education", "address/home", true),
      ("miaoke-vocational-education", "bank-card", true),
      ("miaoke-vocational-education", "resident-id", false),
      ("exam-signup", "address/delivery", true),
      ("exam-signup", "address/work", false),
      ("exam-signup", "ip-address", true),
      ("exam-signup", "resident-id", true),
      ("exam-signup", "bank-card", false),
      ("ccm-engineering-machinery", "imsi", true),
      ("ccm-engineering-machinery", "coordinates", true),
      ("ccm-engineering-machinery", "bank-card", false),
      ("online-service-platform", "email", true),
      ("online-service-platform", "mobile-phone", false),
      ("vkel", "mobile-phone", nil),
      ("pipl", "mobile-phone", nil),
    ]
    for row in table {
      let declarations = try PolicyFiles.policy(row.id).declarations
      let datum = try #require(Datum(name: row.datum))
      #expect(declarations.declares(datum) == row.isDeclared, "\(row.id): \(row.datum)")
    }
    guard case .emptyInText(let citations) = try PolicyFiles.policy("vkel").declarations else {
      Issue.record("vkel's lists are empty in the text at hand")
      return
    }
    #expect(citations.compactMap { Clause.line(of: $0.clause) } == [17, 79, 92])
  }

  @Test("A limit stands only where the text has something that can be one, beside the default")
  func limits() throws {
    for id in PolicyFiles.ids {
      let limits = try PolicyFiles.policy(id).limits
      switch id {
      case "miaoke-vocational-education":
        #expect(limits.limits.map(\.subject) == [.type(TypeID(rawValue: "biometric"))])
        #expect(limits.keepsDefault)
      case "ccm-engineering-machinery":
        #expect(limits.limits.map(\.subject) == [.minor])
        #expect(limits.keepsDefault)
      default:
        #expect(limits.limits == [])
      }
    }
  }
}
