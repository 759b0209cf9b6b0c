/// The places of the sources that are under way among all that the walk met, for the reports of a share.
///
/// Filled in the order in which sources are handed out and emptied in the same, by other threads.
final class SourceNumbers: @unchecked Sendable {
  // @unchecked: `numbers` is touched inside `monitor` only.
  private let monitor = Monitor()
  private var numbers: [UInt64] = []
  private var taken = 0

  func append(_ number: UInt64) {
    monitor.enter()
    defer { monitor.leave() }
    numbers.append(number)
  }

  /// The number of the source whose turn it is.
  var current: UInt64 {
    monitor.enter()
    defer { monitor.leave() }
    precondition(taken < numbers.count, "a source was closed that was not handed out")
    return numbers[taken]
  }

  /// The source whose turn it was is done.
  func advance() {
    monitor.enter()
    defer { monitor.leave() }
    taken += 1
    guard taken > 1024 else { return }
    numbers.removeFirst(taken)
    taken = 0
  }
}
