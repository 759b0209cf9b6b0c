import Foundation
import TestSupport
import Testing

@Suite("Archives, from outside") struct ArchiveTests {
  /// What rows of the inventory must differ in, since the file is another.
  private static let own: Set<String> = [
    "path", "member", "format", "size", "modified", "first_seen",
  ]

  private static let dump = """
    -- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
    CREATE TABLE `people` (`id` int NOT NULL, `phone` varchar(20), `mail` varchar(60)) ENGINE=InnoDB;
    INSERT INTO `people` VALUES \((0..<200).map { "(\($0),'139\(30_000_000 + $0 * 7919)','u\($0)@mail-host.cn')" }.joined(separator: ","));
    -- Dump completed on 2026-06-15 10:00:00

    """

  private func run(_ line: String, in place: Workplace) throws {
    let outcome = try Program.shell.run(["-e", "-c", line], in: place.data)
    try #require(outcome.status == 0, "\(line): \(outcome.errorText)")
  }

  private func rows(_ reports: Reports) -> [[String: String]] {
    reports.inventory.rows.map { row in row.filter { !Self.own.contains($0.key) } }
  }

  @Test(
    "A dump gives the same inventory in whatever it is packed",
    arguments: [
      ("gzip d.sql", "d.sql"), ("xz d.sql", "d.sql"), ("zstd -q --rm d.sql", "d.sql"),
      ("bzip2 d.sql", "d.sql"), ("lz4 -q --rm d.sql d.sql.lz4", "d.sql"),
      ("compress -f d.sql", "d.sql"),
      ("zip -qm d.zip d.sql", "d.sql"), ("7z a d.7z d.sql; rm d.sql", "d.sql"),
      ("tar czf d.tgz d.sql; rm d.sql", "d.sql"), ("tar cJf d.tar.xz d.sql; rm d.sql", "d.sql"),
      ("gzip d.sql; zip -qm a.zip d.sql.gz; tar cf b.tar a.zip; rm a.zip", "a.zip!d.sql.gz!d.sql"),
    ])
  func sameInventory(_ command: String, _ member: String) throws {
    let plain = try Workplace()
    try plain.write("d.sql", Self.dump)
    let expected = try plain.report("data")
    #expect(expected.outcome.status == 0)
    let packed = try Workplace()
    try packed.write("d.sql", Self.dump)
    try run(command, in: packed)
    let found = try packed.report("data")
    #expect(found.outcome.status == 0, "\(found.outcome.errorText)")
    #expect(rows(found.reports) == rows(expected.reports))
    #expect(rows(expected.reports).count >= 2)
    #expect(found.reports.inventory.rows.allSatisfy { $0["member"] == member })
    let places = { (reports: Reports) in reports.findings.map { [$0["start"], $0["line"]] } }
    #expect(places(found.reports) == places(expected.reports))
    let last = found.reports.coverage.rows.last
    #expect(last?["member"] == "" && last?["status"] == "scanned")
  }

  @Test("A value in the name of a member is found, and no report shows it")
  func names() throws {
    let place = try Workplace()
    try place.write("客户\(Invented.phone)/身份证\(Invented.childID).txt", "nothing\n")
    try run("zip -qr a.zip 客户*; tar czf b.tgz 客户*; 7z a c.7z 客户*; rm -r 客户*", in: place)
    let (outcome, reports) = try place.report("data")
    #expect(outcome.status == 0)
    #expect(reports.findings.count == 6)
    let leaks = Leaks([Invented.phone, Invented.childID])
    for (name, bytes) in reports.files { #expect(leaks.found(in: bytes) == [], "\(name)") }
    #expect(leaks.found(in: outcome.output + outcome.error) == [])
  }

  @Test("A compressed tar archive may come through standard input")
  func standardInput() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    try run("tar czf ../x.tgz a.txt; rm a.txt", in: place)
    let outcome = try place.scan("-", "--format", "jsonl", input: place.scratch.path + "/x.tgz")
    #expect(outcome.status == 0)
    let findings = try JSONValue.lines(outcome.output)
    #expect(findings.count >= Invented.labelled.count - 1)
    #expect(findings.allSatisfy { $0["member"]?.text == "a.txt" })
  }

  @Test("The reports do not depend on the number of threads")
  func threads() throws {
    let place = try Workplace()
    for name in ["a", "b", "c"] { try place.write(name + ".log", sizeInBytes: 3 << 20) }
    try place.write("d.sql", Self.dump)
    try run(
      "gzip -k a.log; tar cJf x.tar.xz b.log c.log; zip -qr y.zip a.log d.sql x.tar.xz", in: place)
    var first: [String: [UInt8]]?
    for threads in ["1", "2", "8"] {
      let (outcome, reports) = try place.report("data", "--threads", threads, "--force")
      #expect(outcome.status == 0)
      if let first { #expect(reports.files == first) }
      first = first ?? reports.files
    }
  }

  @Test("What is encrypted, a bomb or too deep is a gap of its member, in bounded memory")
  func gaps() throws {
    let place = try Workplace()
    try place.write("a.txt", Invented.text)
    try run(
      """
      zip -qP secret e.zip a.txt; 7z a -psecret -mhe=on h.7z a.txt
      head -c 40M /dev/zero | zstd -q >z.zst
      cp a.txt 0.zip; for i in 1 2 3 4 5 6 7 8 9; do zip -q $i.zip $((i-1)).zip; rm $((i-1)).zip; done
      """, in: place)
    let (outcome, reports) = try place.report("data", "--max-archive-size", "8M")
    #expect(outcome.status == 2)
    #expect(outcome.peakMemoryInBytes < 128 << 20, "\(outcome.peakMemoryInBytes)")
    var fates: [String: String] = [:]
    for row in reports.coverage.rows {
      fates[(row["path"] ?? "") + "!" + (row["member"] ?? "")] = row["reason"]
    }
    #expect(fates["data/e.zip!a.txt"] == "encrypted")
    #expect(fates["data/h.7z!"] == "encrypted")
    #expect(fates["data/9.zip!8.zip!7.zip!6.zip!5.zip!4.zip!3.zip!2.zip!1.zip"] == "limit")
    let bomb = reports.coverage.rows.first { $0["path"] == "data/z.zst" && $0["member"] == "z" }
    #expect(bomb?["status"] == "partly")
  }

  @Test("The parts of an office document are read as text, and the document is a gap")
  func document() throws {
    let place = try Workplace()
    try place.write("[Content_Types].xml", "<Types/>")
    try place.write("word/document.xml", "<w:t>手机号：\(Invented.phone)</w:t>")
    try run("zip -qmr w.docx '[Content_Types].xml' word", in: place)
    let (outcome, reports) = try place.report("data")
    #expect(outcome.status == 2)
    #expect(reports.findings.map { $0["member"]?.text } == ["word/document.xml"])
    #expect(reports.coverage.rows.last?["reason"] == "unsupported-data")
  }
}
