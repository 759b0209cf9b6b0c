import Dispatch
import Glibc
import Synchronization

/// Turns Ctrl-C and `kill` into a wish to end soon; the second one ends at once.
final class Interrupt: @unchecked Sendable {
  // @unchecked: `sources` is never changed after `init`; Dispatch sources may be used from any thread.
  /// 128 + SIGINT, for either signal.
  static let exitCode: Int32 = 130

  private let sources: [any DispatchSourceSignal]
  private let hasHappened = Atomic<Bool>(false)

  var isRequested: Bool { hasHappened.load(ordering: .relaxed) }

  /// Calls `onRequest` on a queue of its own when the first signal comes.
  init(onRequest: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "interrupt")
    sources = [SIGINT, SIGTERM].map { number in
      _ = signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for source in sources {
      source.setEventHandler { [weak self] in
        guard let self else { return }
        if hasHappened.exchange(true, ordering: .relaxed) { _exit(Self.exitCode) }
        onRequest()
      }
      source.resume()
    }
  }

  deinit { for source in sources { source.cancel() } }

  /// A reader of our output that goes away is an error of `write`, not the death of the process.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }
}
