import Findings
import Inputs
import Testing

@testable import Scanner

/// A source in memory whose Nth read fails, as that of a bad disk does.
private final class FailingSource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private var readsLeft: Int
  private let stepInBytes: Int
  private(set) var hasFailed = false

  init(_ bytes: [UInt8], stepInBytes: Int, failingRead: Int) {
    rest = bytes[...]
    self.stepInBytes = stepInBytes
    readsLeft = failingRead - 1
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    guard readsLeft > 0 else {
      hasFailed = true
      throw Gap(.unreadable, errno: 5)
    }
    readsLeft -= 1
    let count = min(stepInBytes, buffer.count, rest.count)
    unsafe buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

@Suite struct ReadingFaultTests {
  struct Example: CustomTestStringConvertible {
    let format: String
    let text: String
    var testDescription: String { format }
  }

  private static let phones = (0..<120).map { "13907\(554_000 + $0 * 37)" }

  static let examples: [Example] = [
    Example(format: "text", text: phones.map { "手机号：\($0)\n" }.joined()),
    Example(format: "csv", text: "姓名,手机号\n" + phones.map { "\"甲\n乙\",\($0)\n" }.joined()),
    Example(
      format: "mysqldump",
      text: """
        -- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
        CREATE TABLE `t` (`姓名` varchar(9), `手机号` varchar(20));
        INSERT INTO `t` VALUES \(phones.map { "('甲\\'乙','\($0)')" }.joined(separator: ","));

        -- Dump completed

        """),
  ]

  /// What is found of a source whose Nth read fails, whether it came to that, and all gaps.
  private func scan(
    _ example: Example, failingRead: Int
  ) throws -> (found: Set<String>, hasFailed: Bool, gaps: [Gap]) {
    let bytes = Array(example.text.utf8)
    let format = try #require(InputFormat.all.first { $0.name == example.format })
    let reader = try #require(format.reader(HeadSample(text: bytes, isWhole: true)))
    let source = FailingSource(bytes, stepInBytes: 500, failingRead: failingRead)
    let buffer = TextBuffer(source: source, encoding: .utf8, capacityInBytes: 4096)
    let workbench = Workbench(Bench.options()) { false }
    workbench.begin()
    reader.read(buffer, into: workbench)
    let segment = workbench.finish()
    let (batch, gaps) = (segment.batch, segment.gaps)
    let found = batch.findings.map {
      let finding = Bench.words($0, batch)
      return "\(finding.type) \(finding.start) \(finding.record) \(finding.fingerprint.hex)"
    }
    return (Set(found), source.hasFailed, gaps + [buffer.gap].compactMap { $0 })
  }

  @Test(
    "When the Nth read fails, what was found before it is found, and a gap covers the rest",
    arguments: examples)
  func nthRead(_ example: Example) throws {
    let whole = try scan(example, failingRead: .max)
    #expect(whole.found.count == Self.phones.count)
    #expect(whole.gaps == [])
    var (read, before) = (1, 0)
    while true {
      let cut = try scan(example, failingRead: read)
      guard cut.hasFailed else { break }
      #expect(cut.found.isSubset(of: whole.found), "read \(read)")
      #expect(cut.gaps.contains { $0.reason == .unreadable && $0.errno == 5 }, "read \(read)")
      #expect(cut.found.count >= before, "read \(read)")
      before = cut.found.count
      read += 1
    }
    #expect(read > 5)
    #expect(before > Self.phones.count / 2)
  }
}
