import Foundation
import Testing

@Suite(.serialized) struct SameBytesTests {
  private static let generator = Program(Program.folder.appending(path: "corpus-generator").path)

  /// The report files of `paths`, and the peak of the memory.
  private func files(
    of paths: [String], threads: Int, in folder: String
  ) throws -> (files: [String: [UInt8]], peakMemoryInBytes: Int) {
    let scratch = try Scratch()
    let key = try scratch.write("key", [UInt8](repeating: 7, count: 32))
    let report = scratch.path + "/report"
    let outcome = try Program.scanner.run(
      paths + [
        "--report", report, "--key-file", key, "--as-of", Invented.asOf, "--threads",
        String(threads), "--quiet",
      ], in: folder, limit: .seconds(Size.choose(90, full: 1800)))
    #expect([0, 2].contains(outcome.status), "\(outcome.errorText)")
    #expect(outcome.text == "")
    var files: [String: [UInt8]] = [:]
    for name in try scratch.names(in: "report") {
      files[name] = try scratch.bytes(of: "report/" + name)
    }
    #expect(files.count == 8)
    return (files, outcome.peakMemoryInBytes)
  }

  private func compare(_ paths: [String], in folder: String) throws {
    // Each run of the program seeds its hashing anew.
    let runs = try [1, 2, 8].map { try files(of: paths, threads: $0, in: folder) }
    for run in runs {
      for (name, bytes) in runs[0].files {
        let isSame = run.files[name] == bytes
        #expect(isSame, "\(name) differs")
      }
      #expect(run.peakMemoryInBytes < 128 << 20, "\(run.peakMemoryInBytes) bytes of memory")
    }
  }

  @Test("The corpus gives the same report files on any number of threads")
  func corpus() throws {
    try compare(["corpus"], in: Repository.folder)
  }

  @Test(
    "A mix of large files gives the same report files on any number of threads, in little memory")
  func large() throws {
    let scratch = try Scratch()
    let total = Size.choose(Build.isRelease ? 40 << 20 : 7 << 20, full: 1 << 30)
    for (kind, name) in [("log", "a.log"), ("csv", "b.csv"), ("mysqldump", "c.sql")] {
      let made = try Self.generator.run(
        ["big", kind, "--bytes", String(total / 3), "--out", scratch.path + "/" + name],
        limit: .seconds(Size.choose(60, full: 600)))
      try #require(made.status == 0, "\(made.errorText)")
    }
    try compare(["."], in: scratch.path)
  }

  @Test("A log with objects in its lines has one row a path, with the counts of all its parts")
  func objectsInLines() throws {
    // Paths are met in another order in every part of about a megabyte.
    let paths = ["phone", "user.phone", "tel", "contact.tel", "mobile"]
    var lines = ""
    var counts = [String: Int](), distinct = [String: Set<Int>]()
    var random = SplitMix(state: 7)
    for index in 0..<Size.choose(40_000, full: 400_000) {
      let path = paths[(index / 1000 + Int(random.next() % 2)) % paths.count]
      let number = 13_800_100_000 + Int(random.next() % 50_000)
      counts[path, default: 0] += 1
      distinct[path, default: []].insert(number)
      let names = path.split(separator: ".")
      let value =
        names.count == 2
        ? "{\"\(names[0])\":{\"\(names[1])\":\"\(number)\"}}" : "{\"\(path)\":\"\(number)\"}"
      let object =
        index % 3 == 0 ? "\"" + value.replacing("\"", with: "\\\"") + "\"" : value
      lines += "2026-05-01 10:00:00.123 INFO [http-nio-1] c.example.Log - request \(object) 3 ms\n"
    }
    let scratch = try Scratch()
    _ = try scratch.write("app.log", Array(lines.utf8))
    try compare(["."], in: scratch.path)
    let reports = scratch.path + "/out"
    let outcome = try Program.scanner.run(
      [".", "--report", reports, "--as-of", Invented.asOf, "--quiet"], in: scratch.path,
      limit: .seconds(Size.choose(90, full: 900)))
    #expect(outcome.status == 0)
    let rows = try CSVTable(scratch.bytes(of: "out/inventory.csv"))
    var seen = [String: [String]]()
    for row in rows.rows where row["type"] == "mobile-phone" {
      seen[row["field"] ?? ""] = [row["values"] ?? "", row["matches"] ?? "", row["distinct"] ?? ""]
    }
    for path in paths {
      let count = counts[path].map(String.init) ?? ""
      #expect(seen[path] == [count, count, distinct[path].map { "\($0.count)" } ?? ""], "\(path)")
    }
    #expect(seen.count == paths.count)
  }
}
