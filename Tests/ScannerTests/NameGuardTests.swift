import Detectors
import Findings
import Testing

@testable import Scanner

@Suite struct NameGuardTests {
  private func guarded(_ name: String, reveals: Bool = false) -> GuardedName {
    NameGuard(Bench.options(reveals: reveals)).guarded(Array(name.utf8))
  }

  private func text(_ name: GuardedName) -> String { String(decoding: name.text, as: UTF8.self) }

  @Test("A name without a value stays as it is")
  func clean() {
    for name in ["data/a.txt", "", "表/客户名单.csv", "v1.2.3-20180307.tar", "\u{1B}[31m"] {
      let guarded = guarded(name)
      #expect(text(guarded) == name)
      #expect(guarded.hits.isEmpty)
    }
  }

  @Test("Values in a name are masked and told apart by eight digits of their fingerprints")
  func masked() throws {
    let name = guarded("客户\(Invented.phone)/身份证\(Invented.childID).txt")
    #expect(name.hits.count == 2)
    let pattern =
      /客户139\*{6}18~(?<phone>[0-9a-f]{8})\/身份证11\*{15}1~(?<id>[0-9a-f]{8})\.txt/
    let match = try #require(text(name).wholeMatch(of: pattern))
    #expect(match.phone != match.id)
    #expect(name.hits.map { $0.hit.fingerprint.hex.prefix(8) } == [match.phone, match.id])
    #expect(name.hits.allSatisfy { $0.value.isEmpty })
  }

  @Test("A number in one part of a path is no context of a number in the next")
  func parts() {
    for path in [
      "客户\(Invented.phone)/\(Invented.childID).txt", "/\(Invented.phone)/\(Invented.childID)",
      "a//手机\(Invented.phone)/1/\(Invented.childID)/",
    ] {
      let name = guarded(path)
      #expect(name.hits.count == 2, "\(path)")
      #expect(!text(name).contains(Invented.phone) && !text(name).contains(Invented.childID))
      #expect(text(name).count { $0 == "/" } == path.count { $0 == "/" })
    }
  }

  @Test("Two numbers that look alike when masked stay two names")
  func apart() {
    #expect(text(guarded("13907554218.txt")) != text(guarded("13907564218.txt")))
    #expect(text(guarded("13907554218.txt")) == text(guarded("13907554218.txt")))
  }

  @Test("Even with --reveal a name is printed masked; the value is the finding's")
  func revealed() {
    let name = guarded("客户\(Invented.phone).txt", reveals: true)
    #expect(!text(name).contains(Invented.phone))
    #expect(name.hits.map { String(decoding: $0.value, as: UTF8.self) } == [Invented.phone])
  }

  @Test("Bytes that are no UTF-8 pass through beside a masked value")
  func broken() {
    let name = NameGuard(Bench.options()).guarded(
      [0xFF, 0x2F] + Array(Invented.phone.utf8) + [0x2F, 0xC4])
    #expect(name.hits.count == 1)
    #expect(name.text.starts(with: [0xFF, 0x2F]))
    #expect(Array(name.text.suffix(2)) == [0x2F, 0xC4])
  }

  @Test("Names of tables and columns are findings, and are printed masked")
  func tables() throws {
    let bench = Bench().run(
      Script([
        .table("客户_\(Invented.phone)", ["备注", "电话\(Invented.phone)"]), .row(["x", "y"]),
      ]))
    #expect(bench.findings.map(\.field) == [-1, 1])
    #expect(
      bench.findings.allSatisfy { $0.labels.contains(.inName) && $0.line == 0 && $0.record == 0 })
    let shape = try #require(bench.tally.tables.first?.shape)
    for name in [shape.name, shape.columns[1].name] {
      #expect(!name.contains(Invented.phone))
      #expect(name.contains("139******18~"))
    }
    #expect(shape.columns[0].name == "备注")
  }

  @Test("A column whose name is learnt later is masked all the same")
  func learntLater() throws {
    let bench = Bench().run(
      Script([
        .table("t", []), .row(["x"]), .table("t", ["电话\(Invented.phone)"]), .row(["x"]),
        .table("t", ["电话\(Invented.phone)"]), .row(["x"]),
      ]))
    let shape = try #require(bench.tally.tables.first?.shape)
    #expect(!shape.columns[0].name.contains(Invented.phone))
    #expect(bench.findings.count == 1)
  }
}
