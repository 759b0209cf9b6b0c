import Foundation
import Testing

@Suite struct CrashTests {
  @Test(
    "A crash shows nothing of the memory",
    arguments: [SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGTRAP, SIGFPE])
  func crash(signal: Int32) throws {
    let place = try Workplace()
    try place.write("a.log", sizeInBytes: 16 << 20)
    nonisolated(unsafe) var isSent = false
    let outcome = try place.scan(
      "data", "--quiet", "--threads", "1", "--report", place.scratch.path + "/report",
      limit: .seconds(60),
      whileRunning: { pid, _ in
        guard unsafe !isSent, place.hasBegun else { return }
        unsafe isSent = true
        kill(pid, signal)
      })
    #expect(!outcome.hasTimedOut)
    #expect(outcome.status == 128 + signal)
    // What the runtime's handler would print: registers, a backtrace, paths of the sources.
    #expect(outcome.errorText == "", "\(outcome.errorText.count) bytes of error output")
    #expect(outcome.text == "")
  }
}
