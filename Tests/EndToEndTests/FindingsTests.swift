import Foundation
import TestSupport
import Testing

@Suite struct FindingsTests {
  @Test("Every line fits the schema, and so does the summary")
  func schemas() throws {
    let (_, reports) = try CorpusReport.revealed.get()
    let schema = try JSONSchema(named: "findings.schema.json")
    #expect(reports.findings.count > 1000)
    for finding in reports.findings {
      let faults = schema.faults(of: finding)
      #expect(faults == [])
      if !faults.isEmpty { return }
    }
    #expect(try JSONSchema(named: "summary.schema.json").faults(of: reports.summary) == [])
  }

  @Test("Findings stand in the order of paths by bytes, then of offsets")
  func order() throws {
    let (_, reports) = try CorpusReport.revealed.get()
    let keys = reports.findings.map {
      (Array(($0["path"]?.text ?? "").utf8), $0["start"]?.int ?? -1)
    }
    for (a, b) in zip(keys, keys.dropFirst()) {
      #expect(a.0 == b.0 ? a.1 <= b.1 : a.0.lexicographicallyPrecedes(b.0))
    }
  }

  /// Findings of the content, by path, in the order of their offsets.
  private func byPath(_ reports: Reports) -> [String: [JSONValue]] {
    Dictionary(
      grouping: reports.findings.filter { $0["line"] != .null }
    ) { $0["path"]?.text ?? "" }
  }

  @Test("The bytes from start to end of the file as stored are the value, in every encoding")
  func offsets() throws {
    let (_, reports) = try CorpusReport.revealed.get()
    var encodings: Set<String> = []
    for row in reports.coverage.rows where row["status"] != "excluded" {
      let (path, encoding) = (row["path"] ?? "", row["encoding"] ?? "")
      guard let findings = byPath(reports)[path] else { continue }
      encodings.insert(encoding)
      let raw = [UInt8](try Data(contentsOf: URL(filePath: Repository.folder + "/" + path)))
      for finding in findings {
        let (start, end) = (finding["start"]?.int ?? -1, finding["end"]?.int ?? -1)
        try #require(start >= 0 && start < end && end <= raw.count, "\(path) \(start)..<\(end)")
        let text = RawText.decode(raw[start..<end], encoding)
        let value = try #require(finding["value"]?.text)
        #expect(
          text == value || text.map(Self.withoutEscapes) == value, "\(path) at \(start)")
      }
    }
    #expect(encodings == ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"])
  }

  /// A stored value with the escapes of dumps and CSV undone, as far as the corpus needs it.
  private static func withoutEscapes(_ text: String) -> String {
    text.replacing("\\\\", with: "\u{0}").replacing("\\n", with: "\n").replacing("\\t", with: "\t")
      .replacing("\\", with: "").replacing("\u{0}", with: "\\").replacing("''", with: "'")
      .replacing("\"\"", with: "\"")
  }

  @Test("Lines count line feeds, columns Unicode scalars")
  func linesAndColumns() throws {
    let (_, reports) = try CorpusReport.revealed.get()
    for row in reports.coverage.rows where row["status"] != "excluded" {
      let (path, encoding) = (row["path"] ?? "", row["encoding"] ?? "")
      // How many scalars broken bytes are is nobody's business.
      guard let findings = byPath(reports)[path], !path.contains("invalid-utf8") else { continue }
      let raw = [UInt8](try Data(contentsOf: URL(filePath: Repository.folder + "/" + path)))
      var (line, column, place) = (1, 1, 0)
      for finding in findings {
        let start = finding["start"]?.int ?? 0
        let passed = try #require(RawText.decode(raw[place..<start], encoding), "\(path) \(start)")
        for scalar in passed.unicodeScalars {
          if scalar == "\n" {
            (line, column) = (line + 1, 1)
          } else if scalar != "\u{FEFF}" {
            column += 1
          }
        }
        place = start
        #expect(finding["line"]?.int == line, "\(path) at \(start)")
        #expect(finding["column"]?.int == column, "\(path) at \(start)")
      }
    }
  }

  @Test("A value that is wholly shown is nowhere in its own finding but in value")
  func masks() throws {
    let (_, reports) = try CorpusReport.revealed.get()
    for finding in reports.findings {
      let (masked, value) = (finding["masked"]?.text ?? "", finding["value"]?.text ?? "")
      #expect(!value.isEmpty)
      #expect(masked.contains("*"))
      #expect(!masked.contains(value))
    }
  }

  @Test("Evidence adds up to the level and its confidence")
  func evidence() throws {
    let (_, reports) = try CorpusReport.revealed.get()
    for finding in reports.findings {
      guard case .array(let items)? = finding["evidence"] else { continue }
      let sum = items.reduce(0) { sum, item in
        guard case .array(let pair) = item, pair.count == 2 else { return sum }
        return sum + (pair[1].int ?? 0)
      }
      let odds = pow(10, Double(sum) / 10)
      let confidence = odds / (1 + odds)
      guard case .number(let stated)? = finding["confidence"] else { continue }
      #expect(abs(stated - confidence) <= 0.0011, "\(sum) decibans are not \(stated)")
      let level = sum < 10 ? "possible" : sum < 20 ? "likely" : "certain"
      #expect(finding["level"]?.text == level, "\(sum) decibans")
    }
  }

  @Test("Limits of the listing cut lines, never counts")
  func listing() throws {
    let place = try Workplace()
    try place.write(
      "a.csv", "手机号\n" + (0..<50).map { "139075542\(10 + $0)\n" }.joined())
    let (_, all) = try place.report("data")
    #expect(all.findings.count == 50)
    let (_, some) = try place.report("data", "--findings", "first:3")
    #expect(some.findings.map { $0["record"]?.int } == [1, 2, 3])
    let (_, none) = try place.report("data", "--findings", "none")
    #expect(none.findings.count == 0)
    for reports in [all, some, none] {
      #expect(reports.inventory.rows.map { $0["matches"] } == ["50"])
      #expect(reports.inventory.rows.map { $0["distinct"] } == ["50"])
    }
  }

  @Test("Types that were left out are not looked for")
  func types() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    func found(_ options: String...) throws -> Set<String> {
      let outcome = try Program.scanner.run(
        ["data", "--format", "jsonl"] + options, in: place.scratch.path)
      return Set(try JSONValue.lines(outcome.output).compactMap { $0["type"]?.text })
    }
    let every = try found()
    #expect(try found("--types", "email,imei") == ["email", "imei"])
    #expect(try found("--exclude-types", "email") == every.subtracting(["email"]))
    #expect(try found("--types", "email,imei", "--exclude-types", "email") == ["imei"])
  }

  @Test("The key decides the fingerprint: one key links two runs, another does not")
  func fingerprints() throws {
    let place = try Workplace()
    try place.write("a.txt", "手机号：\(Invented.phone)\n")
    try place.write("b.txt", "手机号：+86 \(Invented.phone)\n手机号：\(Leaks.fullWidth(Invented.phone))\n")
    func prints(_ options: String...) throws -> Set<String> {
      let outcome = try Program.scanner.run(
        ["data", "--format", "jsonl"] + options, in: place.scratch.path)
      return Set(try JSONValue.lines(outcome.output).compactMap { $0["fingerprint"]?.text })
    }
    let one = try prints("--key-file", place.keyFile)
    #expect(one.count == 1)
    #expect(try prints("--key-file", place.keyFile) == one)
    let (first, second) = (try prints(), try prints())
    #expect(first != one && first != second)
  }
}
