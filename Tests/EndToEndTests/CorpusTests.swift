import Foundation
import Testing

@Suite struct CorpusTests {
  @Test("Every value planted in the corpus is found, nothing else is, and every fact is right")
  func findings() throws {
    let scratch = try Scratch()
    let (_, reports) = try CorpusReport.revealed.get()
    let findings = try scratch.write(
      "findings.jsonl", try #require(reports.files["findings.jsonl"]))
    let judged = try Program.accuracy.run(
      [
        "--expected", Repository.corpus, "--findings", findings, "--root", "corpus", "--require",
        "1", "--facts", "--verbose",
      ])
    #expect(judged.status == 0, "\(judged.text.suffix(6000))\(judged.errorText)")
  }

  @Test(
    "The inventory of the corpus is that of its generator",
    arguments: ["clinic", "csv", "school", "shop"])
  func inventory(folder: String) throws {
    let scratch = try Scratch()
    let (_, reports) = try CorpusReport.revealed.get()
    let inventory = try scratch.write("inventory.csv", try #require(reports.files["inventory.csv"]))
    let judged = try Program.accuracy.run(
      [
        "inventory", "--expected", Repository.corpus + "/\(folder)/expected-inventory.jsonl",
        "--inventory", inventory, "--verbose",
      ])
    #expect(judged.status == 0, "\(judged.text.suffix(3000))\(judged.errorText)")
  }
}
