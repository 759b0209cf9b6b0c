import Findings
import Policies
import RulesetSource
import Rulesets
import Testing

@Suite("The loader of policies")
struct PolicyLoaderTests {
  /// A text for every policy below to stand on.
  private static let law = """
    clauses: {Art. 1: definition, Art. 2: minors}
    definition: {class: personal, clause: Art. 1}
    ages:
      bands:
        - {under: 14, class: sensitive, basis: listed, clause: Art. 2}
    """

  private func load(
    _ files: [(name: String, text: String)], types: [String] = ["resident-id", "address", "email"]
  ) throws -> (policies: [Policy], faults: [Diagnostic]) {
    let diagnostics = DiagnosticCollector()
    let loader = PolicyLoader(
      types: types.map { TypeID(rawValue: $0) }, diagnostics: diagnostics)
    let policies = loader.load(
      try files.map {
        PolicyLoader.File(name: $0.name, root: try YAML.parse($0.text, file: $0.name))
      })
    return (policies, diagnostics.sorted)
  }

  private func faults(of text: String) throws -> [String] {
    try load([("law.yaml", Self.law), ("own.yaml", text)]).faults.map {
      "\($0.mark.line):\($0.mark.column) \(short($0.problem))"
    }
  }

  private func short(_ problem: Diagnostic.Problem) -> String {
    switch problem {
    case .unknownKey(let key, let nearest): "unknown key \(key), \(nearest ?? "-")"
    case .missingKey(let key): "missing \(key)"
    case .unknownName(let name, let kind, let nearest): "no \(kind) \(name), \(nearest ?? "-")"
    case .repeated(let name, let first): "repeated \(name), \(first?.line ?? 0)"
    case .notOneOf(let word, _): "not a word: \(word)"
    case .unsound(let value, let reason): "\(value): \(reason)"
    case .outOfRange(let number, _): "out of range \(number)"
    default: "\(problem)"
    }
  }

  @Test("Three lines make a policy: extend one, state no age, override one class")
  func threeLines() throws {
    let (policies, faults) = try load([
      ("law.yaml", Self.law),
      (
        "own.yaml",
        """
        extends: [law]
        ages: none-stated
        classes: {resident-id: sensitive}
        """
      ),
    ])
    #expect(faults == [])
    let own = try #require(policies.first { $0.id == "own" })
    let types = ["resident-id", "email"].map {
      TypeInfo(id: TypeID(rawValue: $0), titleInChinese: "", titleInEnglish: "")
    }
    let judge = try Judge(policies: [own], library: policies, types: types)
    func verdict(_ type: Int, _ age: Age) -> String {
      let verdict = judge.verdict(
        policy: 0, type: type, kind: .none, age: age, role: .subject)
      return "\(verdict.dataClass.name) \(verdict.clause) \(verdict.basis.name)"
    }
    #expect(verdict(0, .unknown) == "sensitive [assessment] assessment")
    #expect(verdict(1, .unknown) == "personal law:Art. 1 fallback definition")
    #expect(verdict(1, Age(years: 13)) == "sensitive law:Art. 2 fallback")
  }

  @Test("A fault is reported with its line, its column and the nearest known word")
  func placedFaults() throws {
    let table: [(text: String, faults: [String])] = [
      (
        """
        extends: [law]
        ages: none-stated
        classes: {residentid: personal}
        """, ["3:11 no type residentid, resident-id"]
      ),
      (
        """
        extends: [lwa]
        ages: none-stated
        """, ["1:11 no policy lwa, law"]
      ),
      (
        """
        extends: [law]
        """, ["1:1 missing ages"]
      ),
      (
        """
        extends: [law]
        ages: none
        """, ["2:7 not a word: none"]
      ),
      (
        """
        extends: [law]
        ages: none-stated
        case: []
        """, ["3:1 unknown key case, cases"]
      ),
      (
        """
        extends: [law]
        ages: none-stated
        clauses: {1@L1: definition}
        classes:
          - {clause: 1@L1, class: personal, basis: listed, data: {email: mail}}
          - {clause: 1@L1, class: sensitive, basis: listed, data: {email: mail}}
        """, ["6:60 email: it has another class already, on line 5"]
      ),
      (
        """
        extends: [law]
        ages: none-stated
        clauses: {1@L1: definition}
        classes:
          - {clause: 1@L1, class: personal, basis: listed, data: {email: mail, address: street}}
          - {clause: 2@L2, class: personal, basis: felt, data: [email/home, address/holiday]}
          - {clause: 1@L1, class: personal, basis: listed, data: [address/home, address]}
        """,
        [
          "6:14 no clause 2@L2, -", "6:44 not a word: felt",
          "6:57 email/home: only an address has kinds",
          "6:69 address/holiday: the kind of an address is home, delivery, work or plain",
          "7:73 repeated address, 5",
        ]
      ),
      (
        """
        extends: [law, law]
        ages:
          birthday: before
          bands:
            - {under: 14, up-to: 14, clause: Art. 9}
            - {under: 0, clause: 1}
        clauses: {1: definition}
        """,
        [
          "1:16 repeated law, 1", "3:13 not a word: before",
          "5:7 band: an age is either under N years or up-to N years, which holds N",
          "5:38 no clause Art. 9, -", "6:15 out of range 0",
        ]
      ),
      (
        """
        text: {file: t.txt, sha256: 12AB}
        clauses: {Art. 1: definition}
        status: {dated: 2024-02-30}
        definition: {class: personal, clause: Art. 1}
        ages: none-stated
        """,
        [
          "1:29 12AB: a SHA-256 is 64 lower-case hexadecimal digits",
          "3:17 2024-02-30: a day is written YYYY-MM-DD",
        ]
      ),
      (
        """
        text: {file: t.txt, sha256: \(String(repeating: "0f", count: 32))}
        clauses: {Art. 1: definition}
        definition: {class: personal, clause: Art. 1}
        ages: none-stated
        """, ["2:11 Art. 1: a clause of a text ends in @L and the number of its line"]
      ),
      (
        """
        ages: none-stated
        """,
        [
          "1:1 address email resident-id: "
            + "neither the policy nor what it extends gives these types a class"
        ]
      ),
      (
        """
        extends: [law]
        ages: none-stated
        clauses: {1: collected}
        classes:
          - {clause: 1, class-from: gdpr, basis: by position, data: {email: mail}}
        """, ["5:29 gdpr: class-from names a policy in extends that gives email a class"]
      ),
      (
        """
        extends: [law]
        clauses: {1: age}
        ages:
          bands:
            - {under: 16, class: sensitive, basis: listed, clause: 1}
        """,
        [
          "5:7 16: a class can begin under 14, 15 or 18 years, and with birthday: after under 14"
        ]
      ),
      (
        """
        extends: [law]
        ages: none-stated
        cases:
          - {type: email, class: personal, clause: "law:Art. 3", basis: fallback}
          - {type: email, age: 3, born: 2020-01-01, class: none, clause: "law:Art. 1", basis: x}
          - {type: email, born: 2020-01-02, as-of: 2020-01-01, class: none,
             clause: "law:Art. 1", basis: listed}
        """,
        [
          "4:44 no clause law:Art. 3, law:Art. 1",
          "5:5 age: an age is given as age, or as born and as-of", "5:87 not a word: x",
          "6:5 2020-01-02: the birth is after as-of, or 150 years before it",
        ]
      ),
      (
        """
        extends: [law]
        ages: none-stated
        clauses: {1: facts}
        facts:
          - statement: a sentence is cited
            clause: 1
            words: this is not a term of the text but a whole sentence that says much
        """,
        [
          "7:12 this is not a term of the text but a whole sentence that says much: "
            + "a citation has at most 60 characters, never a sentence"
        ]
      ),
    ]
    for row in table {
      let found = try faults(of: row.text)
      #expect(found == row.faults, "\(row.text)")
    }
  }

  @Test("Policies that extend one another in a circle are refused, each at its place")
  func cycle() throws {
    let (policies, faults) = try load([
      ("a.yaml", "extends: [b]\nages: none-stated"),
      ("b.yaml", "extends: [c]\nages: none-stated"),
      ("c.yaml", "ages: none-stated\nextends: [a]"),
    ])
    #expect(policies == [])
    #expect(
      faults.map { "\($0.file):\($0.mark.line):\($0.mark.column)" }
        == ["a.yaml:1:11", "b.yaml:1:11", "c.yaml:2:11"])
    #expect(
      faults.first?.problem
        == .unsound(value: "a → b → c → a", reason: "a policy cannot extend itself"))
  }

  @Test("A file's name is the policy's id and must be a word that reports can print")
  func names() throws {
    for name in ["Own.yaml", "own_law.yaml", "own--law.yaml", "法.yaml"] {
      let (policies, faults) = try load([(name, Self.law)])
      #expect(policies == [])
      #expect(faults.count == 1)
    }
    #expect(try load([("policies/own-2.yaml", Self.law)]).policies.map(\.id) == ["own-2"])
    let twice = try load([("law.yaml", Self.law), ("more/law.yaml", Self.law)])
    #expect(twice.policies.count == 1)
    #expect(twice.faults.map(\.problem) == [.repeated("law", first: nil)])
  }

  @Test("A file that rests on a faulty one gives no policy and no fault of its own")
  func faultyFallback() throws {
    let (policies, faults) = try load([
      ("law.yaml", "ages: some"), ("own.yaml", "extends: [law]\nages: none-stated"),
    ])
    #expect(policies == [])
    #expect(faults.map(\.file) == ["law.yaml"])
  }
}
