import Foundation
import Testing

@Suite("pii-scan rules")
struct RulesCommandTests {
  private static let staff = """
    id: staff-number
    title: {zh: 工号, en: Staff number}
    standard: house rule
    canonical: digits
    mask: {first: 2, last: 0}
    context: {kinds: [imei], strong: 20, weak: 10, near: 0, against: 0}
    forms:
      - name: six
        prefilter: {number: {digits: [6], first: [1]}}
        pattern: "(?<![0-9A-Za-z])1\\\\d{5}(?![0-9A-Za-z])"
        prior: {text: 5, cell: 5}
        checks: []
    examples:
      match:
        - {text: "«123456»", level: possible}
      no-match:
        - {text: "1234567", because: seven digits}

    """

  @Test("The built-in rules pass their own examples")
  func builtin() throws {
    let run = try CommandRun("rules", "check")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try /\d+ rules, \d+ examples checked\n/.wholeMatch(in: run.output) != nil)
    #expect(run.errors.isEmpty)
  }

  @Test("The list names every type of the mission, in both languages and in 80 columns")
  func list() throws {
    for (language, title) in [("en_GB.UTF-8", "Mobile phone number"), ("zh_CN.UTF-8", "手机号码")] {
      let run = try CommandRun("rules", "list", language: language)
      #expect(run.status == 0)
      #expect(run.output.contains(title))
      for id in [
        "resident-id", "mobile-phone", "landline-phone", "bank-card", "address", "imei", "imsi",
        "email",
      ] {
        #expect(run.output.lines.contains { $0.hasPrefix(id + " ") }, "\(id)")
      }
      #expect(run.output.lines.allSatisfy { String($0).columns <= 80 })
    }
  }

  @Test("A rule is shown with its standard, its checks and their weights")
  func show() throws {
    let run = try CommandRun("rules", "show", "bank-card")
    #expect(run.status == 0)
    for text in ["ISO/IEC 7812-1", "luhn: passes +10", "card-prefix: passes +26, fails −10"] {
      #expect(run.output.contains(text), "\(text)")
    }
  }

  @Test("An unknown rule is wrong usage, and the nearest spelling is offered")
  func unknown() throws {
    let run = try CommandRun("rules", "show", "imeii")
    #expect(run.status == 64)
    #expect(run.errors.contains("Did you mean 'imei'?"))
    #expect(try CommandRun("rules", "show", "imeii", "--lang", "zh").errors.contains("「imei」"))
  }

  @Test("A sound rule of the user's passes, and only its examples are counted")
  func sound() throws {
    let folder = try CommandRun.Folder()
    let file = try folder.file("staff.yaml", Self.staff)
    let run = try CommandRun("rules", "check", file.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "1 rule, 2 examples checked\n")
  }

  @Test("Every fault of every file is told with file, line and column, and the status is 65")
  func faults() throws {
    let folder = try CommandRun.Folder()
    let misspelt = try folder.file(
      "a.yaml",
      Self.staff.replacing("canonical: digits", with: "canonical: digit")
        .replacing("standard:", with: "standart:"))
    let broken = try folder.file("b.yaml", "a: [1\nb: 2\n")
    let run = try CommandRun("rules", "check", misspelt.path, broken.path)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    for text in [
      "a.yaml:3:1: Nothing reads the key 'standart'. Did you mean 'standard'?",
      "a.yaml:4:12: canonical: 'digit' is none of the words allowed here. Did you mean 'digits'?",
      "b.yaml:2:2: This is not YAML",
    ] { #expect(run.errors.contains(text), "\(text)") }
  }

  @Test("An example that comes out otherwise is a fault at its line")
  func example() throws {
    let folder = try CommandRun.Folder()
    let file = try folder.file(
      "staff.yaml", Self.staff.replacing("level: possible", with: "level: certain"))
    let run = try CommandRun("rules", "check", file.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("staff.yaml:15:7: examples.match[1]: As written, the level is"))
    #expect(!run.errors.contains("123456"))
  }
}
