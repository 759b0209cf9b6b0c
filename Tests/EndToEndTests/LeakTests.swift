import Foundation
import TestSupport
import Testing

@Suite struct LeakTests {
  private static let values = Invented.labelled.map(\.value)
  private static let leaks = Leaks(values)
  /// Values as a name would hold them: a date is a date of birth by its label only.
  private static let named = Invented.labelled.map { label, value in
    value == Invented.birthday ? label + value : value
  }

  /// Files with every value in the content, in several forms and encodings, and in names of files,
  /// folders, columns and tables.
  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write("plain.txt", Invented.text)
    try place.write("wide.txt", Leaks.fullWidth(Invented.text.replacing("\n", with: "")) + "\n")
    try place.write(
      "utf16.txt",
      [0xFF, 0xFE] + Invented.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let labels = Invented.labelled.map(\.label).joined(separator: ",")
    try place.write("t.csv", labels + "\n" + Self.values.joined(separator: ",") + "\n")
    // A header row of values: no header, or one that is data.
    try place.write("h.csv", Self.values.joined(separator: ",") + "\n1,2,3,4,5,6,7,8,9,10\n")
    try place.write(
      "named.csv", Self.named.map { "备注\($0)" }.joined(separator: ",") + "\n1,2,3,4,5,6,7,8,9,10\n")
    for (index, value) in Self.named.enumerated() {
      try place.write("客户\(value)/x.txt", "x\n")
      try place.write("客户回访-\(value).txt", "x\n")
      try place.write(
        "d\(index).sql",
        """
        -- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
        CREATE TABLE `t_\(value)` (`id` int COMMENT '\(value)', `c_\(value)` varchar(99)) COMMENT='\(value)';
        INSERT INTO `t_\(value)` VALUES (1,'\(value)'),(2,'\(value)');
        CREATE TABLE `cut_\(value)` (`手机号` varchar(99));
        INSERT INTO `cut_\(value)` VALUES ('\(value)'),('\(value)
        """)
    }
    return place
  }

  private func check(_ outcome: Outcome, _ what: String) {
    #expect(Self.leaks.found(in: outcome.output) == [], "standard output, \(what)")
    #expect(Self.leaks.found(in: outcome.error) == [], "standard error, \(what)")
  }

  @Test("No form of output holds a value", arguments: ["text", "jsonl", "csv"], ["zh", "en"])
  func outputs(format: String, language: String) throws {
    let place = try place()
    let report = place.scratch.path + "/report"
    for command in ["scan", "audit"] {
      let outcome = try place.scan(
        "data", "--report", report, "--format", format, "--lang", language, "--progress",
        "always", "--verbose", "--min-confidence", "possible", "--color", "always", "--policy",
        "pipl,gbt-35273-2020", command: command)
      #expect(outcome.status < 64)
      check(outcome, command)
      for (name, bytes) in try Reports(report).files {
        #expect(Self.leaks.found(in: bytes) == [], "\(name) of \(command)")
      }
    }
    // The values were found: they are there to be hidden.
    let types = Set(try Reports(report).findings.compactMap { $0["type"]?.text })
    #expect(types.count == 9, "\(types)")
  }

  @Test("Names are masked by all types, whichever of them a run looks for")
  func chosenTypes() throws {
    let place = try place()
    let report = place.scratch.path + "/report"
    for options in [["--types", "imsi"], ["--exclude-types", "mobile-phone,resident-id"]] {
      let outcome = try Program.scanner.run(
        ["data", "--report", report, "--verbose"] + options, in: place.scratch.path)
      check(outcome, "\(options)")
      for (name, bytes) in try Reports(report).files {
        #expect(Self.leaks.found(in: bytes) == [], "\(name), \(options)")
      }
    }
  }

  @Test("With --reveal findings hold the values, and a warning says so")
  func reveal() throws {
    let place = try Workplace()
    try place.write("plain.txt", Invented.text)
    let (outcome, reports) = try place.report("data", "--reveal")
    #expect(outcome.errorText.contains("--reveal"))
    check(outcome, "a summary with --reveal")
    let shown = Set(reports.findings.compactMap { $0["value"]?.text })
    #expect(shown.isSuperset(of: Self.values))
    for name in [
      "inventory.csv", "coverage.csv", "minors.csv", "declared.csv", "summary.json",
      "data-map.html", "state.bin",
    ] {
      #expect(Self.leaks.found(in: reports.files[name] ?? []) == [], "\(name)")
    }
  }

  @Test("No error tells a value")
  func errors() throws {
    let place = try Workplace()
    for value in Self.named {
      try place.write("客户\(value).txt", "x\n")
      try FileManager.default.createSymbolicLink(
        atPath: place.data + "/环\(value)", withDestinationPath: "环\(value)")
      #expect(unsafe mkfifo(place.data + "/管\(value)", 0o600) == 0)
      try place.write("表\(value).csv", "a,b\n1,2\n3,\"4\n")
      let named = "data/客户\(value)"
      for path in [named, named + ".txt/below", "data/环\(value)", "data/管\(value)"] {
        let outcome = try place.scan(path, "--verbose")
        check(outcome, "\(path)")
      }
    }
    let report = place.scratch.path + "/report"
    check(try place.scan("data", "--verbose", "--report", report), "gaps of every sort")
    for (name, bytes) in try Reports(report).files {
      #expect(Self.leaks.found(in: bytes) == [], "\(name)")
    }
    check(try place.scan("data", "--format", "jsonl", output: "/dev/full"), "a full disk")
  }

  @Test("A refused report directory does not tell the names in it")
  func foreignNames() throws {
    for value in Self.named {
      let place = try Workplace()
      try place.scratch.write("report/客户\(value).txt", "x")
      let outcome = try place.scan("data", "--report", place.scratch.path + "/report")
      #expect(outcome.status == 74)
      check(outcome, "a foreign directory")
    }
  }

  @Test("Rules and policies with faults do not make the program show the data")
  func rulesets() throws {
    let place = try place()
    try place.scratch.write("rules/one.yaml", "id: [unclosed\n")
    try place.scratch.write("own.yaml", "id: [unclosed\n")
    check(try place.scan("data", "--rules", "rules"), "a broken rule")
    check(try place.scan("data", "--policy-file", "own.yaml"), "a broken policy")
  }

  @Test("The search for leaks finds what it looks for")
  func searchItself() {
    let value = Invented.phone
    for text in ["x", "xy", "xyz", "手机号"] {
      let data = Data((text + value + "，再见").utf8)
      #expect(Leaks([value]).found(in: Array(data)) == [value + " plain"])
      #expect(
        Leaks([value]).found(in: Array(data.base64EncodedString().utf8)) == [value + " base 64"])
    }
    #expect(Leaks(["A1@"]).found(in: Array("Ａ１＠".utf8)) == ["A1@ full-width"])
  }
}
