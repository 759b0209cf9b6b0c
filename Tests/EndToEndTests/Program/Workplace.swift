import Foundation

/// A folder with something to scan, and the program at hand.
struct Workplace {
  let scratch: Scratch
  let keyFile: String
  /// What is scanned stands here.
  let data: String

  init() throws {
    scratch = try Scratch()
    keyFile = try scratch.write("key", [UInt8](repeating: 7, count: 32))
    data = try scratch.makeFolder("data")
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try scratch.write("data/" + name, text)
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try scratch.write("data/" + name, bytes)
  }

  /// Writes a large file: the invented values once every 32 KiB, so that it is long to scan and short
  /// to report.
  func write(_ name: String, sizeInBytes: Int) throws {
    let block = Data(
      (Invented.text + String(repeating: "平安无事 nothing to tell\n", count: 1000)).utf8)
    try write(name, "")
    let file = try FileHandle(forWritingTo: URL(filePath: data + "/" + name))
    for _ in 0..<max(1, sizeInBytes / block.count) { try file.write(contentsOf: block) }
    try file.close()
  }

  /// A scan into the report directory has written its first findings.
  var hasBegun: Bool {
    let file = scratch.path + "/report/.findings.jsonl.partial"
    let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    return (size ?? 0) > 0
  }

  /// Runs `pii-scan` in the scratch folder, with a fixed key, day and language.
  func scan(
    _ arguments: String..., command: String = "scan", input: String = "/dev/null",
    output: String? = nil, limit: Duration = .seconds(60),
    whileRunning: (pid_t, Duration) throws -> Void = { _, _ in }
  ) throws -> Outcome {
    try Program.scanner.run(
      [command, "--key-file", keyFile, "--as-of", Invented.asOf, "--lang", "en"] + arguments,
      input: input, output: output, in: scratch.path, limit: limit, whileRunning: whileRunning)
  }

  /// Scans into a report directory and reads it back.
  func report(
    _ arguments: String..., command: String = "scan", limit: Duration = .seconds(60),
    whileRunning: (pid_t, Duration) throws -> Void = { _, _ in }
  ) throws -> (outcome: Outcome, reports: Reports) {
    let outcome = try Program.scanner.run(
      [command, "--key-file", keyFile, "--as-of", Invented.asOf, "--lang", "en"] + arguments
        + ["--report", scratch.path + "/report"],
      in: scratch.path, limit: limit, whileRunning: whileRunning)
    return (outcome, try Reports(scratch.path + "/report"))
  }
}

/// The sizes of the tests: small by default, so that the suite takes minutes; gigabytes with
/// `PII_SCAN_TEST_FULL=1`.
enum Size {
  static let isFull = ProcessInfo.processInfo.environment["PII_SCAN_TEST_FULL"] == "1"
  static func choose<T>(_ usual: T, full: T) -> T { isFull ? full : usual }
}

/// The repository that the tests stand in.
enum Repository {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardized.path
  static let corpus = folder + "/corpus"
}
