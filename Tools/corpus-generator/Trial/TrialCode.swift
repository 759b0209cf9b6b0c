/// Source files: string literals, fixtures and configuration with personal values, among constants,
/// patterns and magic numbers.
struct TrialCode {
  var papers: TrialPapers
  var decoys: TrialDecoys
  let asOf: CalendarDay
  let count: Int

  init(seed: UInt64, asOf: CalendarDay, count: Int) {
    papers = TrialPapers(seed: seed, stream: "code", asOf: asOf)
    decoys = TrialDecoys(seed: seed, stream: "code", asOf: asOf)
    self.asOf = asOf
    self.count = count
  }

  private enum Language: String, CaseIterable {
    case java = "UserServiceTest.java"
    case python = "test_users.py"
    case go = "user_test.go"
    case script = "fixtures.js"
    case php = "UserSeeder.php"
    case yaml = "seed.yaml"
    case properties = "application.properties"
    case xml = "users.xml"
  }

  mutating func files() -> [Manuscript] {
    Language.allCases.map { language in
      var file = Manuscript(path: language.rawValue, surrounding: "code", asOf: asOf)
      for number in 0..<(count / 8 + 1) {
        for type in DatumType.mission { pair(language, type, to: &file) }
        if number % 4 == 0 {
          for type in DatumType.beyond { pair(language, type, to: &file) }
        }
      }
      return file
    }
  }

  private mutating func pair(
    _ language: Language, _ type: DatumType, to file: inout Manuscript
  ) {
    if papers.random.chance(60) { file.line(constant(language)) }
    let key = papers.random.pick(TypeWords.of(type).keys)
    file.line(literal(language, key, papers.datum(type).of(label: key)))
    if papers.random.chance(60) { file.line(decoy(language)) }
  }

  private mutating func literal(_ language: Language, _ key: String, _ datum: Datum) -> Passage {
    let pascal = key.prefix(1).uppercased() + key.dropFirst()
    let constant = key.uppercased()
    switch language {
    case .java:
      return papers.random.pick([
        "    user.set\(pascal)(\"\(datum)\");",
        "  private static final String \(constant) = \"\(datum)\";",
        "    assertEquals(\"\(datum)\", user.get\(pascal)());", "    .\(key)(\"\(datum)\")",
        "    params.put(\"\(key)\", \"\(datum)\");",
      ])
    case .python:
      return papers.random.pick([
        "    '\(key)': '\(datum)',", "    \(key) = \"\(datum)\"", "    \(key)=\"\(datum)\",",
        "    assert user.\(key) == '\(datum)'", "    data[\"\(key)\"] = \"\(datum)\"",
      ])
    case .go:
      return papers.random.pick([
        "\t\t\(pascal): \"\(datum)\",", "\t\(key) := \"\(datum)\"",
        "\treq.Set(\"\(key)\", \"\(datum)\")",
      ])
    case .script:
      return papers.random.pick([
        "  \(key): '\(datum)',", "const \(key) = '\(datum)';",
        "  expect(user.\(key)).toBe('\(datum)');",
      ])
    case .php:
      return papers.random.pick(["    '\(key)' => '\(datum)',", "    $\(key) = '\(datum)';"])
    case .yaml: return papers.random.pick(["  \(key): \"\(datum)\"", "- \(key): '\(datum)'"])
    case .properties: return "demo.user.\(key)=\(datum)"
    case .xml:
      return papers.random.pick([
        "  <\(key)>\(datum)</\(key)>", "  <property name=\"\(key)\" value=\"\(datum)\"/>",
      ])
    }
  }

  private mutating func decoy(_ language: Language) -> Passage {
    let pair = decoys.pair()
    return literal(
      language, pair.key, Datum(type: .age, written: pair.value, canonical: pair.value)
    ).asText
  }

  private mutating func constant(_ language: Language) -> Passage {
    let name = "K" + decoys.plain.random.letters(5, from: "ABCDEFGHKLMNPRSTUVW")
    let value: String =
      switch decoys.plain.random.below(10) {
      case 0: "0x" + decoys.plain.random.hex(16)
      case 1: "-" + decoys.plain.bare(19) + "L"
      case 2: "\"^1[3-9]\\\\d{9}$\""
      case 3: "\"^\\\\d{17}[0-9Xx]$\""
      case 4: decoys.plain.decimal()
      case 5: decoys.epoch()
      case 6: "\"" + decoys.plain.uuid() + "\""
      case 7: "\"" + decoys.plain.random.hex(40) + "\""
      case 8: "\"sha256:" + decoys.plain.random.hex(64) + "\""
      default: decoys.plain.bare(9)
      }
    switch language {
    case .java: return "  private static final Object \(name) = \(value);"
    case .python, .script: return "\(name) = \(value)"
    case .go: return "const \(name) = \(value)"
    case .php: return "    '\(name)' => \(value),"
    case .yaml: return "\(name): \(value)"
    case .properties: return "\(name)=\(value)"
    case .xml: return "  <!-- \(name) \(value) -->"
    }
  }
}

extension Passage {
  /// The same writing with nothing planted in it.
  fileprivate var asText: Passage { Passage(plain) }
}
