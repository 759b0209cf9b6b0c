import Foundation
import Glibc

/// Runs a built program from outside, as a shell would, with a limit on everything.
///
/// Standard output and error go to files, so that no pipe fills up. The peak of the memory is read
/// from /proc while the program runs: the `ru_maxrss` that `wait4` gives begins with the size of the
/// parent, which is this test bundle.
struct Program {
  /// Where the tests' own executable and its siblings stand: `.build/<configuration>`.
  static let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()
  static let scanner = Program(folder.appending(path: "pii-scan").path)
  static let accuracy = Program(folder.appending(path: "accuracy").path)
  static let shell = Program("/bin/sh")

  let path: String

  init(_ path: String) { self.path = path }

  /// Runs the program to its end, or kills it after `limit`.
  ///
  /// - Parameters:
  ///   - input: the file that is its standard input.
  ///   - output: the file that is its standard output, if not one of ours.
  ///   - whileRunning: is called every few milliseconds with the process id and the time since the start.
  func run(
    _ arguments: [String], input: String = "/dev/null", output: String? = nil,
    in directory: String? = nil, environment: [String: String] = [:],
    limit: Duration = .seconds(60), whileRunning: (pid_t, Duration) throws -> Void = { _, _ in }
  ) throws -> Outcome {
    let scratch = try Scratch()
    let (out, error) = (output ?? scratch.path + "/out", scratch.path + "/error")
    let pid = try start(arguments, input, out, error, directory, environment)
    let clock = ContinuousClock()
    let begin = clock.now
    var (status, peak, hasTimedOut): (Int32, Int, Bool) = (0, 0, false)
    while unsafe waitpid(pid, &status, WNOHANG) == 0 {
      peak = max(peak, Self.peakMemory(of: pid))
      if begin.duration(to: clock.now) > limit {
        hasTimedOut = true
        kill(pid, SIGKILL)
      }
      try whileRunning(pid, begin.duration(to: clock.now))
      usleep(2000)
    }
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: output == nil ? try scratch.bytes(of: "out") : [],
      error: try scratch.bytes(of: "error"), peakMemoryInBytes: peak, hasTimedOut: hasTimedOut)
  }

  private func start(
    _ arguments: [String], _ input: String, _ output: String, _ error: String,
    _ directory: String?, _ environment: [String: String]
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, error, O_WRONLY | O_CREAT, 0o600)

    // The signals as a shell leaves them, whatever the test runner does with its own.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    // `env` becomes the program; the C library's own way into a directory is hidden from Swift.
    let command = directory.map { ["/usr/bin/env", "-C", $0, path] } ?? [path]
    var words = unsafe (command + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var settings = Self.environment
    settings.merge(environment) { $1 }
    var variables = unsafe settings.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer { unsafe variables.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let failure = unsafe posix_spawn(&pid, command[0], &actions, &attributes, &words, &variables)
    guard failure == 0 else { throw ProgramError(path: path, errno: failure) }
    return pid
  }

  /// Of the environment of the tests only what a program needs to start.
  private static let environment: [String: String] = {
    let own = ProcessInfo.processInfo.environment
    return ["PATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR"].reduce(into: ["LANG": "C.UTF-8"]) {
      $0[$1] = own[$1]
    }
  }()

  /// `VmHWM` of the process: a high-water mark, so that the last look tells nearly all.
  private static func peakMemory(of pid: pid_t) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let size = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    else { return 0 }
    return (Int(size) ?? 0) * 1024
  }
}

/// A program that cannot be started.
struct ProgramError: Error {
  let path: String
  let errno: Int32
}
