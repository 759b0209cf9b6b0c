import Foundation
import TestSupport
import Testing

@Suite struct AuditTests {
  private func verdict(
    _ content: String, _ options: [String] = [], incomplete: Bool = false
  ) throws -> (status: Int32, verdict: JSONValue) {
    let place = try Workplace()
    try place.write("a.csv", content)
    let report = place.scratch.path + "/report"
    let outcome = try Program.scanner.run(
      ["audit", "data", "--report", report, "--as-of", Invented.asOf]
        + (incomplete ? ["data/missing"] : []) + options, in: place.scratch.path)
    let summary = try Reports(report).summary
    return (outcome.status, try #require(summary["verdict"]))
  }

  private func limits(_ verdict: JSONValue) -> [String] {
    guard case .array(let limits)? = verdict["limits"] else { return [] }
    return limits.map {
      let isBreached = $0["breached"] == .boolean(true)
      return "\($0["of"]?.text ?? "") \($0["found"]?.int ?? -1)/\($0["most"]?.int ?? -1) "
        + "\($0["origin"]?.text ?? "")\(isBreached ? " breached" : "")"
    }
  }

  private static let phone = "姓名,手机号\n甲,\(Invented.phone)\n"
  private static let adult = "姓名,身份证号\n甲,\(Invented.adultID)\n"
  private static let child = "姓名,身份证号,手机号\n甲,\(Invented.childID),\(Invented.phone)\n"

  @Test("Without limits the tool's own hold, and say that they are no law")
  func defaults() throws {
    let clean = try verdict("a,b\n1,2\n")
    #expect(clean.status == 0)
    #expect(clean.verdict["outcome"] == .text("pass"))
    #expect(limits(clean.verdict) == ["sensitive 0/0 tool-default", "minor 0/0 tool-default"])
    let personal = try verdict(Self.phone)
    #expect(personal.status == 0)
    let adult = try verdict(Self.adult)
    #expect(adult.status == 1)
    #expect(adult.verdict["outcome"] == .text("fail"))
    #expect(
      limits(adult.verdict) == ["sensitive 1/0 tool-default breached", "minor 0/0 tool-default"])
    let child = try verdict(Self.child)
    #expect(
      limits(child.verdict) == [
        "sensitive 2/0 tool-default breached", "minor 2/0 tool-default breached",
      ])
  }

  @Test("The user's limits stand instead of all others")
  func ofTheUser() throws {
    let personal = try verdict(Self.phone, ["--fail-on", "personal"])
    #expect(personal.status == 1)
    #expect(limits(personal.verdict) == ["personal 1/0 user breached"])
    let minor = try verdict(Self.adult, ["--fail-on", "minor"])
    #expect(minor.status == 0)
    #expect(limits(minor.verdict) == ["minor 0/0 user"])
    let enough = try verdict(Self.child, ["--max", "mobile-phone=1", "--max", "resident-id=1"])
    #expect(enough.status == 0)
    #expect(limits(enough.verdict) == ["type:mobile-phone 1/1 user", "type:resident-id 1/1 user"])
    let many = try verdict(Self.child, ["--max", "mobile-phone=0"])
    #expect(many.status == 1)
    #expect(limits(many.verdict) == ["type:mobile-phone 1/0 user breached"])
  }

  @Test("A policy's own limits are named as its own")
  func ofAPolicy() throws {
    let child = try verdict(Self.child, ["--policy", "ccm-engineering-machinery"])
    #expect(child.status == 1)
    #expect(limits(child.verdict).first == "minor 2/0 policy:ccm-engineering-machinery breached")
    #expect(limits(child.verdict).count == 3)
    // An ID number is not sensitive by that text.
    let adult = try verdict(Self.adult, ["--policy", "ccm-engineering-machinery"])
    #expect(adult.status == 0)
  }

  @Test("A fault wins over what could not be read, and both are stated")
  func incomplete() throws {
    let clean = try verdict("a,b\n1,2\n", incomplete: true)
    #expect(clean.status == 2)
    #expect(clean.verdict["outcome"] == .text("incomplete"))
    let adult = try verdict(Self.adult, incomplete: true)
    #expect(adult.status == 1)
    #expect(adult.verdict["outcome"] == .text("fail"))
    #expect(adult.verdict["incomplete"] == .boolean(true))
  }

  @Test("Findings that are not listed count all the same")
  func unlisted() throws {
    for options in [["--findings", "none"], ["--min-confidence", "certain"]] {
      #expect(try verdict(Self.adult, options).status == 1, "\(options)")
    }
  }

  @Test("A scan has no verdict")
  func scan() throws {
    let place = try Workplace()
    try place.write("a.csv", Self.child)
    let (outcome, reports) = try place.report("data")
    #expect(outcome.status == 0)
    #expect(reports.summary["verdict"] == .null)
  }
}
