import Foundation
import TestSupport
import Testing

@Suite struct InterruptTests {
  /// Files of which every one takes a good while to scan.
  private func place(sizes: [Int]) throws -> Workplace {
    let place = try Workplace()
    for (index, size) in sizes.enumerated() {
      try place.write("\(index).log", sizeInBytes: size)
    }
    return place
  }

  /// Sends the signal once, when the first findings are on the disk.
  private func sending(_ signal: Int32, to place: Workplace) -> (pid_t, Duration) -> Void {
    nonisolated(unsafe) var isSent = false
    return { pid, _ in
      guard unsafe !isSent, place.hasBegun else { return }
      unsafe isSent = true
      kill(pid, signal)
    }
  }

  /// Every line whole, every finding of a source that coverage.csv lists, none listed as read whole
  /// that was not.
  private func check(_ reports: Reports, of place: Workplace, files: Int) throws {
    #expect(reports.summary["interrupted"] == .boolean(true))
    #expect(reports.summary["complete"] == .boolean(false))
    let schema = try JSONSchema(named: "findings.schema.json")
    for finding in [reports.findings.first, reports.findings.last].compactMap({ $0 }) {
      #expect(schema.faults(of: finding) == [])
    }
    let listed = Set(reports.findings.compactMap { $0["path"]?.text })
    #expect(listed.isSubset(of: reports.fates.keys), "findings of a source that is not listed")
    for row in reports.coverage.rows where row["status"] == "scanned" {
      #expect(row["bytes"] == row["bytes_scanned"], "\(row["path"] ?? "")")
    }
    let whole = reports.coverage.rows.count { $0["status"] == "scanned" }
    #expect(whole < files)
    let counted = reports.inventory.rows.reduce(0) { $0 + (Int($1["matches"] ?? "") ?? 0) }
    #expect(counted == reports.findings.count)
  }

  @Test(
    "Ctrl-C in a large file ends the run with 130 and writes what was finished, marked incomplete",
    arguments: [SIGINT, SIGTERM], [1, 2])
  func largeFile(signal: Int32, threads: Int) throws {
    let place = try place(sizes: [48 << 20])
    let (outcome, reports) = try place.report(
      "data", "--threads", String(threads), limit: .seconds(60),
      whileRunning: sending(signal, to: place))
    #expect(!outcome.hasTimedOut)
    #expect(outcome.status == 130)
    try check(reports, of: place, files: 1)
    #expect(reports.fate("0.log") == "partly/interrupted")
  }

  @Test("Ctrl-C among many files keeps those that were finished")
  func manyFiles() throws {
    let place = try place(sizes: Array(repeating: 1 << 20, count: 40))
    let (outcome, reports) = try place.report(
      "data", limit: .seconds(60), whileRunning: sending(SIGINT, to: place))
    #expect(!outcome.hasTimedOut)
    #expect(outcome.status == 130)
    try check(reports, of: place, files: 40)
  }

  @Test("An audit that is interrupted ends with 130 too")
  func audit() throws {
    let place = try place(sizes: [48 << 20])
    let (outcome, _) = try place.report(
      "data", command: "audit", limit: .seconds(60),
      whileRunning: sending(SIGINT, to: place))
    #expect(outcome.status == 130)
  }

  @Test("The second Ctrl-C ends a run at once, even one that waits for input")
  func silentInput() throws {
    let place = try Workplace()
    let pipe = place.scratch.path + "/pipe"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    // Opened for both ends, so that neither side waits for the other.
    let descriptor = unsafe open(pipe, O_RDWR)
    defer { close(descriptor) }
    nonisolated(unsafe) var signalsSent = 0
    let outcome = try place.scan(
      "-", input: pipe, limit: .seconds(30),
      whileRunning: { pid, age in
        guard unsafe age > .seconds(2 + signalsSent) else { return }
        unsafe signalsSent += 1
        kill(pid, SIGINT)
      })
    #expect(!outcome.hasTimedOut)
    #expect(outcome.status == 130)
  }
}
