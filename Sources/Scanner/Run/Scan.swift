import Dispatch
package import Findings

/// A run: workers on their queues, between the sources and the output.
package struct Scan {
  private let options: WorkbenchOptions
  private let workers: Int
  private let splits: Bool

  /// - Parameters:
  ///   - workers: at least 1; what is written does not depend on it.
  package init(_ options: WorkbenchOptions, workers: Int, splits: Bool = true) {
    precondition(workers > 0, "a scan has a worker")
    self.options = options
    self.workers = workers
    self.splits = splits
  }

  /// Scans `sources` and hands everything to `output`, in path and offset order. Returns when all
  /// is done, or soon after `progress.cancel()`.
  ///
  /// - Throws: what the output threw; the run is stopped then.
  package func run(
    _ sources: SourceQueue, output: any ScanOutput, encoder: (any FindingEncoder)?,
    progress: Progress
  ) throws(OutputError) {
    let coordinator = Coordinator(
      sources: sources,
      ledger: Ledger(output: output, encoder: encoder, findingsLimit: options.findingsLimit),
      workers: workers)
    let group = DispatchGroup()
    for index in 0..<workers {
      // A serial queue each: blocking reads under `concurrentPerform` came out one after another
      // (802 ms against 202 ms for the same work).
      let queue = DispatchQueue(label: "worker-\(index)")
      let (options, splits) = (options, splits)
      queue.async(group: group) {
        Worker(coordinator, options, progress, splits: splits).run()
      }
    }
    group.wait()
    if let failure = coordinator.failure { throw failure }
  }
}
