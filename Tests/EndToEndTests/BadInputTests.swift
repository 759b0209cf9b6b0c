import Foundation
import TestSupport
import Testing

@Suite struct BadInputTests {
  private let line = "手机号：\(Invented.phone)\n"

  @Test(
    "What is no file of text is listed with its reason, and only what counts makes the run incomplete"
  )
  func kinds() throws {
    let place = try Workplace()
    try place.write("good.txt", line)
    try place.write("plain.txt/no", "")
    try FileManager.default.removeItem(atPath: place.data + "/plain.txt")
    try place.write("plain.txt", line)
    try FileManager.default.createSymbolicLink(
      atPath: place.data + "/link.txt", withDestinationPath: "good.txt")
    try FileManager.default.createSymbolicLink(
      atPath: place.data + "/loop", withDestinationPath: "loop")
    try FileManager.default.createSymbolicLink(
      atPath: place.data + "/dangling", withDestinationPath: "nowhere")
    #expect(unsafe mkfifo(place.data + "/pipe", 0o600) == 0)
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]
    try place.write("photo.png", png + [UInt8](repeating: 3, count: 500))
    try place.write(
      "program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + [UInt8](repeating: 0, count: 999))
    try place.write("empty", "")
    let (outcome, reports) = try place.report("data")
    #expect(outcome.status == 0)
    #expect(
      reports.fates == [
        "data/good.txt": "scanned", "data/plain.txt": "scanned", "data/empty": "scanned",
        "data/link.txt": "skipped/symlink", "data/loop": "skipped/symlink",
        "data/dangling": "skipped/symlink", "data/pipe": "skipped/special",
        "data/photo.png": "skipped/no-text", "data/program": "skipped/no-text",
      ])
    let (strict, _) = try place.report("data", "--strict")
    #expect(strict.status == 2)
  }

  @Test("A named path that cannot be read is unreadable, and the others are scanned")
  func unreadable() throws {
    let place = try Workplace()
    try place.write("good.txt", line)
    try FileManager.default.createSymbolicLink(
      atPath: place.data + "/loop", withDestinationPath: "loop")
    let long = "data/" + String(repeating: "x", count: 300)
    let (outcome, reports) = try place.report(
      "data/good.txt", "data/good.txt/below", "data/loop", long, "data/missing")
    #expect(outcome.status == 2)
    #expect(reports.fate("good.txt") == "scanned")
    #expect(reports.fate("below") == "skipped/unreadable")
    #expect(reports.fate("loop") == "skipped/unreadable")
    #expect(reports.fate("x") == "skipped/unreadable")
    #expect(reports.fate("missing") == "skipped/unreadable")
    #expect(reports.findings.count == 1)
  }

  @Test(
    "A file and a directory without permission are unreadable",
    .enabled(if: geteuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"))
  )
  func permissions() throws {
    let place = try Workplace()
    try place.write("good.txt", line)
    try place.write("secret.txt", line)
    try place.write("closed/inside.txt", line)
    unsafe chmod(place.data + "/secret.txt", 0)
    unsafe chmod(place.data + "/closed", 0)
    defer { unsafe chmod(place.data + "/closed", 0o700) }
    // Root is denied nothing; so it drops that right. The copy stands where nobody may run it.
    let program = place.scratch.path + "/pii-scan"
    // Copied by another process: a file that this one has open for writing could not be run while a
    // neighbouring test starts a program of its own.
    let copied = try Program("/bin/cp").run([Program.scanner.path, program])
    #expect(copied.status == 0)
    for path in [place.scratch.path, place.data, program] { unsafe chmod(path, 0o755) }
    unsafe chmod(place.data + "/good.txt", 0o644)
    let arguments = [program, "data", "--format", "csv", "--threads", "2"]
    let outcome =
      geteuid() == 0
      ? try Program("/usr/bin/setpriv").run(
        ["--reuid=65534", "--regid=65534", "--clear-groups"] + arguments, in: place.scratch.path)
      : try Program(program).run(Array(arguments.dropFirst()), in: place.scratch.path)
    #expect(outcome.status == 2, "\(outcome.errorText)")
    let rows = CSVTable(outcome.output).rows
    #expect(rows.map { $0["path"] } == ["data/good.txt"])
  }

  @Test("A file that grows, shrinks or vanishes during the scan is a gap and no crash")
  func restless() throws {
    let place = try Workplace()
    let size = 12 << 20
    try place.write("a-slow.log", sizeInBytes: size)
    for name in ["b-grows", "b-shrinks", "b-vanishes"] {
      try place.write(name, sizeInBytes: 1 << 16)
    }
    nonisolated(unsafe) var isDone = false
    let (outcome, reports) = try place.report(
      "data", "--threads", "1", limit: .seconds(60),
      whileRunning: { _, _ in
        guard unsafe !isDone, place.hasBegun else { return }
        unsafe isDone = true
        let file = try FileHandle(forWritingTo: URL(filePath: place.data + "/a-slow.log"))
        try file.truncate(atOffset: UInt64(size - (1 << 20)))
        try file.close()
        let grown = try FileHandle(forWritingTo: URL(filePath: place.data + "/b-grows"))
        try grown.seekToEnd()
        try grown.write(contentsOf: Data(Invented.text.utf8))
        try grown.close()
        try FileManager.default.removeItem(atPath: place.data + "/b-vanishes")
      })
    #expect(outcome.status == 2)
    let fate = reports.fate("a-slow.log") ?? ""
    #expect(["partly/truncated", "partly/changed"].contains(fate), "\(fate)")
    #expect(reports.fate("b-vanishes") == "skipped/unreadable")
    #expect(reports.fate("b-shrinks") == "scanned")
    #expect(reports.fate("b-grows") != nil)
  }

  @Test("One line of many megabytes is scanned in little memory")
  func longLine() throws {
    let place = try Workplace()
    let size = Size.choose(Build.isRelease ? 64 << 20 : 8 << 20, full: 1 << 30)
    try place.write("line.txt", "")
    let file = try FileHandle(forWritingTo: URL(filePath: place.data + "/line.txt"))
    let filler = Data(String(repeating: "平安无事 lorem ipsum ", count: 1 << 12).utf8)
    var (written, planted) = (0, 0)
    while written < size {
      let value = Data("手机号：\(Invented.phone)，".utf8)
      try file.write(contentsOf: filler + value)
      written += filler.count + value.count
      planted += 1
    }
    try file.close()
    let (outcome, reports) = try place.report("data", limit: .seconds(Size.choose(60, full: 600)))
    #expect(outcome.status == 0)
    #expect(reports.findings.count == planted)
    #expect(reports.findings.allSatisfy { $0["line"] == .number(1) })
    #expect(outcome.peakMemoryInBytes < 128 << 20, "\(outcome.peakMemoryInBytes)")
  }

  @Test("NUL bytes, invalid UTF-8 and a lone surrogate do not hide what stands beside them")
  func brokenText() throws {
    let place = try Workplace()
    let value = Array(line.utf8)
    try place.write("nul.txt", value + [0, 0, 0] + value)
    try place.write("invalid.txt", [0xFF, 0xC3, 0x28, 0x0A] + value + [0xE4, 0xB8, 0x0A] + value)
    try place.write("surrogate.txt", [0xED, 0xA0, 0x80, 0x0A] + value)
    try place.write("zeros.txt", value + [UInt8](repeating: 0, count: 100_000) + value)
    let (outcome, reports) = try place.report("data")
    #expect(!outcome.hasTimedOut)
    let counts = Dictionary(grouping: reports.findings) { $0["path"]?.text ?? "" }
      .mapValues(\.count)
    #expect(
      counts == [
        "data/nul.txt": 2, "data/invalid.txt": 2, "data/surrogate.txt": 1, "data/zeros.txt": 2,
      ])
  }

  @Test("Random bytes of every sort end in a report")
  func noise() throws {
    let place = try Workplace()
    let seed = TestSeed.value
    var random = SplitMix(state: seed)
    let alphabets: [[UInt8]] = [
      Array(0...255), Array("0123456789-+() @.,\"'\\\n".utf8),
      Array("INSERT INTO VALUES('\\,);--/*#`\"\n0123".utf8), Array("a,\"\r\n;\t|1".utf8),
    ]
    for (index, alphabet) in alphabets.enumerated() {
      for (kind, start) in [
        ("sql", "-- MySQL dump 10.13\nINSERT INTO `t` VALUES ("), ("csv", "a,b\n1,2\n"),
      ] {
        let bytes = (0..<40_000).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
        try place.write("\(index).\(kind)", Array(start.utf8) + bytes)
      }
    }
    let (outcome, reports) = try place.report("data")
    #expect([0, 2].contains(outcome.status), "seed \(seed): \(outcome.errorText)")
    #expect(reports.coverage.rows.count == 2 * alphabets.count, "seed \(seed)")
  }

  @Test("A dump cut in the middle of an INSERT gives what stands before the cut, and a gap")
  func cutDump() throws {
    let place = try Workplace()
    let dump = """
      -- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
      CREATE TABLE `people` (`id` int NOT NULL, `phone` varchar(20), PRIMARY KEY (`id`)) ENGINE=InnoDB;
      INSERT INTO `people` VALUES (1,'\(Invented.phone)'),(2,'\(Invented.phone)'),(3,'1390
      """
    try place.write("cut.sql", String(dump.dropLast()))
    let (outcome, reports) = try place.report("data")
    #expect(outcome.status == 2)
    #expect(["partly/malformed", "partly/truncated"].contains(reports.fate("cut.sql") ?? ""))
    #expect(reports.findings.map { $0["record"]?.int } == [1, 2])
  }

  @Test("A ragged CSV file keeps its values in their columns, and the surplus in numbered ones")
  func raggedCSV() throws {
    let place = try Workplace()
    try place.write(
      "r.csv",
      """
      name,phone,email
      a,\(Invented.phone),\(Invented.email)
      b,\(Invented.phone)
      c,\(Invented.phone),\(Invented.email),\(Invented.phone),x

      """)
    let (outcome, reports) = try place.report("data")
    #expect([0, 2].contains(outcome.status))
    let places = reports.findings.map {
      "\($0["record"]?.int ?? 0) \($0["field"]?.text ?? "") \($0["type"]?.text ?? "")"
    }
    #expect(
      places == [
        "1 phone mobile-phone", "1 email email", "2 phone mobile-phone", "3 phone mobile-phone",
        "3 email email", "3 #4 mobile-phone",
      ])
  }

  @Test("Very many empty files are listed one by one")
  func manyFiles() throws {
    let place = try Workplace()
    let count = Size.choose(Build.isRelease ? 20_000 : 4_000, full: 1_000_000)
    for folder in 0..<(count / 1000) {
      try place.scratch.makeFolder("data/\(folder)")
      for file in 0..<1000 {
        close(unsafe open(place.data + "/\(folder)/\(file).txt", O_CREAT | O_WRONLY, 0o600))
      }
    }
    let outcome = try place.scan(
      "data", "--report", place.scratch.path + "/report",
      limit: .seconds(Size.choose(60, full: 600)))
    #expect(outcome.status == 0)
    let rows = try place.scratch.bytes(of: "report/coverage.csv").count { $0 == 0x0A }
    #expect(rows == count + 1)
    #expect(outcome.peakMemoryInBytes < 128 << 20)
  }

  @Test("A path that is not UTF-8 is scanned, and its bytes are in the report")
  func pathBytes() throws {
    let place = try Workplace()
    let made = try Program.shell.run(
      ["-c", "printf '手机号：\(Invented.phone)\\n' >\"$(printf 'data/n\\377\\304.txt')\""],
      in: place.scratch.path)
    #expect(made.status == 0)
    let (outcome, reports) = try place.report("data")
    #expect(outcome.status == 0)
    let finding = try #require(reports.findings.first)
    #expect(finding["path"]?.text == "data/n\u{FFFD}\u{FFFD}.txt")
    let bytes = finding["path_base64"]?.text.flatMap { Data(base64Encoded: $0) }
    #expect(bytes == Data(Array("data/n".utf8) + [0xFF, 0xC4] + Array(".txt".utf8)))
    let named = try Program.shell.run(
      ["-c", "\"$0\" --quiet \"$(printf 'data/n\\377\\304.txt')\"", Program.scanner.path],
      in: place.scratch.path)
    #expect(named.status == 0, "\(named.errorText)")
  }

  @Test("Names of hostile characters stay one row and one line")
  func hostileNames() throws {
    let place = try Workplace()
    let names = [
      "a\nb.txt", "=1+1.txt", "\u{1B}[31mred.txt", "q\"uote,.txt", "\u{202E}gpj.txt", "-rf", "t\tb",
    ]
    for name in names { try place.write(name, line) }
    let (outcome, reports) = try place.report("data")
    #expect(outcome.status == 0)
    #expect(
      Set(reports.findings.compactMap { $0["path"]?.text }) == Set(names.map { "data/" + $0 }))
    #expect(reports.coverage.rows.count == names.count)
    #expect(!outcome.text.contains("\u{1B}"))
  }
}
