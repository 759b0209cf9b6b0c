import Foundation
import Testing

@Suite struct ReportDirectoryTests {
  private func mode(_ path: String) throws -> Int {
    try #require(
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test("The report directory is private, and so is every file in it")
  func modes() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    let (outcome, reports) = try place.report("data")
    #expect(outcome.status == 0)
    #expect(try mode(place.scratch.path + "/report") == 0o700)
    let names = try place.scratch.names(in: "report")
    #expect(
      names == [
        "coverage.csv", "data-map.html", "declared.csv", "findings.jsonl", "inventory.csv",
        "minors.csv", "state.bin", "summary.json",
      ])
    for name in names { #expect(try mode(place.scratch.path + "/report/" + name) == 0o600) }
    #expect(reports.findings.count >= Invented.labelled.count)
  }

  @Test("A directory that holds something else is refused before the scan, and taken with --force")
  func foreign() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    try place.scratch.write("report/thesis.txt", "mine")
    let refused = try place.scan("data", "--report", place.scratch.path + "/report")
    #expect(refused.status == 74)
    #expect(refused.text == "")
    #expect(refused.errorText.contains("thesis.txt"))
    #expect(refused.errorText.contains("--force"))
    #expect(try place.scratch.names(in: "report") == ["thesis.txt"])
    let (forced, _) = try place.report("data", "--force")
    #expect(forced.status == 0)
    #expect(try place.scratch.bytes(of: "report/thesis.txt") == Array("mine".utf8))
  }

  @Test("An older report is replaced")
  func older() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    let (_, first) = try place.report("data")
    try place.write("b.txt", Invented.text)
    let (outcome, second) = try place.report("data")
    #expect(outcome.status == 0)
    #expect(second.findings.count == 2 * first.findings.count)
  }

  @Test("A report directory inside a path is left out of the scan, and listed as such")
  func inside() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    let directory = place.data + "/out"
    for _ in 0..<2 {
      let outcome = try place.scan("data", "--report", directory)
      #expect(outcome.status == 0)
      let reports = try Reports(directory)
      #expect(reports.fates == ["data/a.txt": "scanned", "data/out/": "excluded/excluded"])
    }
  }

  @Test("A run that fails leaves the older report as it was")
  func failing() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    let (_, before) = try place.report("data")
    try place.write("b.txt", String(repeating: Invented.text, count: 2000))
    let outcome = try place.scan(
      "data", "--report", place.scratch.path + "/report", "--format", "jsonl",
      output: "/dev/full")
    #expect(outcome.status == 74)
    let isSame = try Reports(place.scratch.path + "/report").files == before.files
    #expect(isSame)
  }
}
