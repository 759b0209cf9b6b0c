import Dispatch
import Findings
import TestSupport
import Testing

@testable import Scanner

@Suite(.timeLimit(.minutes(1))) struct CoordinatorTests {
  private func coordinator(
    _ sources: SourceQueue, _ output: RecordingOutput, workers: Int, findingsLimit: Int = .max
  ) -> Coordinator {
    Coordinator(
      sources: sources,
      ledger: Ledger(output: output, encoder: PlaceEncoder(), findingsLimit: findingsLimit),
      workers: workers)
  }

  private func batch(findings: Int, from first: Int = 0) -> FindingBatch {
    var batch = FindingBatch()
    for index in first..<first + findings {
      batch.findings.append(
        FindingRecord(
          type: 0, kind: .none, level: .certain, basis: .value, role: .subject, labels: [],
          age: .unknown, decibans: 20, start: UInt64(index), end: UInt64(index + 1), line: 1,
          column: 1, table: -1, field: -1, record: 0, fingerprint: Fingerprint(high: 0, low: 0),
          masked: 0..<0, value: 0..<0, evidence: 0..<0))
    }
    return batch
  }

  private func piece(_ work: Work, batch: FindingBatch, isEnd: Bool = true) -> Piece {
    guard case .source(let id, let source) = work else { fatalError("no source") }
    var end = WorkEnd(isLastPart: true)
    end.lines = 1
    return Piece(
      id: id, identity: SourceIdentity(path: source.path), batch: batch, tables: [],
      end: isEnd ? end : nil)
  }

  @Test("Whatever the order in which workers finish, sources come out in their own")
  func order() throws {
    let seed = TestSeed.value
    var random = SeededGenerator(seed: seed)
    let folder = try LedgerFolder(count: 60)
    for workers in 1...6 {
      let output = RecordingOutput()
      let coordinator = coordinator(folder.sources, output, workers: workers)
      var running: [(work: Work, pieces: Int)] = []
      var started = 0
      while started < 60 || !running.isEmpty {
        // `next` waits where too much is unfinished; a single thread must not ask then.
        let waiting = started - running.count - output.reports.count
        let mayStart = started < 60 && running.count < workers && waiting < 4 * workers
        if running.isEmpty || mayStart && Bool.random(using: &random) {
          let work = try #require(coordinator.next())
          running.append((work, Int.random(in: 1...3, using: &random)))
          started += 1
          continue
        }
        let index = Int.random(in: running.indices, using: &random)
        running[index].pieces -= 1
        let (work, pieces) = running[index]
        coordinator.submit(
          piece(work, batch: batch(findings: 1, from: 9 - pieces), isEnd: pieces == 0),
          decides: pieces == 0)
        if pieces == 0 { running.remove(at: index) }
      }
      let isEnd = coordinator.next() == nil
      #expect(isEnd, "seed \(seed)")
      #expect(output.names == (0..<60).map { String(10_000 + $0) }, "seed \(seed)")
      #expect(output.lines == output.lines.sorted(), "seed \(seed)")
    }
  }

  @Test(
    "While the first source is slow, only so many others are read ahead: more where they are small",
    arguments: [1, 2, 4], [true, false])
  func ahead(workers: Int, areSmall: Bool) throws {
    let folder = try LedgerFolder(count: 200)
    // Two megabytes for all that may wait.
    let batch = batch(findings: areSmall ? 0 : 4000 / workers)
    let limit = areSmall ? 32 * workers : 4 * workers
    let output = RecordingOutput()
    let coordinator = coordinator(folder.sources, output, workers: workers)
    let first = try #require(coordinator.next())
    let group = DispatchGroup()
    let counted = Counter()
    for _ in 0..<max(1, workers - 1) {
      DispatchQueue.global().async(group: group) {
        while let work = coordinator.next() {
          counted.add()
          coordinator.submit(piece(work, batch: batch), decides: true)
        }
      }
    }
    counted.wait(for: limit)
    #expect(group.wait(timeout: .now() + 0.2) == .timedOut)
    #expect(counted.value <= limit + workers)
    #expect(output.reports.isEmpty)
    coordinator.submit(piece(first, batch: FindingBatch()), decides: true)
    #expect(group.wait(timeout: .now() + 10) == .success)
    #expect(output.reports.count == 200)
  }

  @Test("A worker that is ahead waits when it has handed over a few megabytes")
  func bytesAhead() throws {
    let folder = try LedgerFolder(count: 2)
    let output = RecordingOutput()
    let coordinator = coordinator(folder.sources, output, workers: 2)
    let first = try #require(coordinator.next())
    let second = try #require(coordinator.next())
    let (more, last) = (
      piece(second, batch: batch(findings: 4000), isEnd: false),
      piece(second, batch: FindingBatch())
    )
    let counted = Counter()
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      for _ in 0..<20 {
        coordinator.submit(more, decides: counted.value == 0)
        counted.add()
      }
      coordinator.submit(last, decides: false)
    }
    counted.wait(for: 3)
    #expect(group.wait(timeout: .now() + 0.2) == .timedOut)
    #expect(counted.value * more.batch.sizeInBytes <= 2 << 20)
    coordinator.submit(piece(first, batch: FindingBatch()), decides: true)
    #expect(group.wait(timeout: .now() + 10) == .success)
    #expect(output.lines.count == 80_000)
    #expect(output.names == ["10000", "10001"])
  }

  @Test("While the first source is slow, finished ones wait in bounded memory")
  func allBytesAhead() throws {
    let folder = try LedgerFolder(count: 100)
    let output = RecordingOutput()
    let coordinator = coordinator(folder.sources, output, workers: 8)
    let first = try #require(coordinator.next())
    let model = batch(findings: 4000)
    let group = DispatchGroup()
    let counted = Counter()
    DispatchQueue.global().async(group: group) {
      while let work = coordinator.next() {
        coordinator.submit(piece(work, batch: model), decides: true)
        counted.add()
      }
    }
    counted.wait(for: 4)
    #expect(group.wait(timeout: .now() + 0.5) == .timedOut)
    #expect((counted.value - 1) * model.sizeInBytes <= 4 << 20)
    coordinator.submit(piece(first, batch: FindingBatch()), decides: true)
    #expect(group.wait(timeout: .now() + 50) == .success)
    #expect(output.reports.count == 100)
  }

  @Test("What one worker hands over, one that waits for work may write, in order and whole")
  func idleWorker() throws {
    let folder = try LedgerFolder(count: 1)
    let output = RecordingOutput()
    let coordinator = coordinator(folder.sources, output, workers: 2)
    let work = try #require(coordinator.next())
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      while coordinator.next() != nil {}
    }
    for index in 0..<1000 {
      coordinator.submit(
        piece(work, batch: batch(findings: 20, from: index * 20), isEnd: index == 999),
        decides: index == 0)
    }
    #expect(coordinator.next() == nil)
    #expect(group.wait(timeout: .now() + 50) == .success)
    #expect(output.lines == (0..<20_000).map { "10000 1 1 0 \($0)" })
    #expect(output.reports.count == 1)
  }

  @Test("The limit of listed findings holds for a source as a whole")
  func limit() throws {
    let folder = try LedgerFolder(count: 2)
    let output = RecordingOutput()
    let coordinator = coordinator(folder.sources, output, workers: 2, findingsLimit: 3)
    for _ in 0..<2 {
      let work = try #require(coordinator.next())
      for index in 0..<3 {
        coordinator.submit(
          piece(work, batch: batch(findings: 2, from: index * 2), isEnd: index == 2),
          decides: index == 0)
      }
    }
    #expect(
      output.lines == [
        "10000 1 1 0 0", "10000 1 1 0 1", "10000 1 1 0 2", "10001 1 1 0 0", "10001 1 1 0 1",
        "10001 1 1 0 2",
      ])
  }

  @Test("An output that fails ends the handing out, and is not called again")
  func failingOutput() throws {
    let folder = try LedgerFolder(count: 20)
    let output = RecordingOutput(failingCall: 3)
    let coordinator = coordinator(folder.sources, output, workers: 1)
    var done = 0
    while let work = coordinator.next() {
      coordinator.submit(piece(work, batch: batch(findings: 1)), decides: true)
      done += 1
    }
    #expect(done == 2)
    #expect(coordinator.failure?.errno == 28)
    #expect(output.callsAfterFailure == 0)
  }
}

/// Counts from many threads.
private final class Counter: @unchecked Sendable {
  // @unchecked: `count` is touched inside `monitor` only.
  private let monitor = Monitor()
  private var count = 0

  func add() {
    monitor.enter()
    count += 1
    monitor.announce()
    monitor.leave()
  }

  /// Waits until `add` was called so often.
  func wait(for enough: Int) {
    monitor.enter()
    while count < enough { monitor.wait() }
    monitor.leave()
  }

  var value: Int {
    monitor.enter()
    defer { monitor.leave() }
    return count
  }
}
