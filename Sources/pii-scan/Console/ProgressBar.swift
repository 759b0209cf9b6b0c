import Dispatch
import Inputs
import Scanner

/// Draws how far a scan has come on standard error: files, bytes, rate, time left.
final class ProgressBar: @unchecked Sendable {
  // @unchecked: everything but the constants is touched on `queue` only.
  private let queue = DispatchQueue(label: "progress")
  private let timer: any DispatchSourceTimer
  private let progress: Progress
  private let started = Clock.monotonicSeconds()
  private let totals: Totals
  private var isDrawn = false

  /// Files and bytes to come, counted by a walk of its own.
  final class Totals: @unchecked Sendable {
    // @unchecked: written once on the counting queue before `isKnown` is published on `queue`.
    fileprivate var files: UInt64 = 0
    fileprivate var bytes: UInt64 = 0
    fileprivate var isKnown = false
  }

  private static let intervalInMilliseconds = 150

  /// - Parameter sources: a second list of the same sources, to count what is to come.
  init(
    _ progress: Progress, counting sources: sending @escaping () -> (files: UInt64, bytes: UInt64)?
  ) {
    self.progress = progress
    totals = Totals()
    timer = DispatchSource.makeTimerSource(queue: queue)
    let (totals, queue) = (totals, queue)
    let count = UncheckedBox(sources)
    DispatchQueue(label: "count").async {
      guard let (files, bytes) = count.value() else { return }
      queue.async {
        totals.files = files
        totals.bytes = bytes
        totals.isKnown = true
      }
    }
    timer.setEventHandler { [unowned self] in draw() }
    timer.schedule(
      deadline: .now() + .milliseconds(Self.intervalInMilliseconds),
      repeating: .milliseconds(Self.intervalInMilliseconds))
    timer.resume()
  }

  /// Wipes the bar.
  func end() {
    timer.cancel()
    queue.sync { if isDrawn { Terminal.complain("\r\u{1B}[K") } }
  }

  private func draw() {
    isDrawn = true
    let seconds = max(Clock.monotonicSeconds() - started, 0.001)
    let (files, bytes) = (progress.filesDone, progress.bytesDone)
    let rate = Double(bytes) / seconds
    var text = "\(files) files  \(Self.size(Double(bytes)))  \(Self.size(rate))/s"
    if totals.isKnown, totals.bytes > 0 {
      let share = min(1, Double(bytes) / Double(totals.bytes))
      let left = rate > 0 ? Double(totals.bytes - min(bytes, totals.bytes)) / rate : 0
      text =
        Self.bar(share) + " \(Int(share * 100)) %  \(files)/\(totals.files) files  "
        + "\(Self.size(Double(bytes)))/\(Self.size(Double(totals.bytes)))  "
        + "\(Self.size(rate))/s  \(Self.time(left)) left"
    }
    let width = Terminal.width(of: 2) - 1
    Terminal.complain("\r" + String(text.prefix(width)) + "\u{1B}[K")
  }

  private static func bar(_ share: Double) -> String {
    let cells = 16
    let full = Int(share * Double(cells))
    return String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
  }

  /// Three significant digits with a decimal unit.
  static func size(_ bytes: Double) -> String {
    var (value, unit) = (bytes, "B")
    for next in ["kB", "MB", "GB", "TB"] where value >= 1000 {
      value /= 1000
      unit = next
    }
    if unit == "B" || value >= 100 { return "\(Int(value)) \(unit)" }
    let tenths = Int(value * 10)
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 359_999))
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return whole < 3600
      ? "\(whole / 60):\(two(whole % 60))"
      : "\(whole / 3600):\(two(whole / 60 % 60)):\(two(whole % 60))"
  }
}

/// Carries a closure to the queue that alone will call it.
private struct UncheckedBox<Value>: @unchecked Sendable {
  // @unchecked: the box is made on one queue and opened on one other.
  let value: Value
  init(_ value: Value) { self.value = value }
}
