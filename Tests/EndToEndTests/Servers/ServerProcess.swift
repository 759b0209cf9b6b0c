import Foundation
import Glibc

/// A server that lives as long as this object, and never longer than the tests.
///
/// A shell stands between: it kills the server by its process id when its own standard input
/// closes, which the system sees to even if the tests crash, and removes the server's folder. As
/// root, servers run as another user, since they refuse to run as root.
final class ServerProcess: @unchecked Sendable {
  private let process = Process()
  private let lifeline = Pipe()

  /// - Parameters:
  ///   - user: whom the server runs as where the tests run as root.
  ///   - folder: goes with the server; what that writes goes to `log` in it.
  init(_ command: [String], as user: String, in folder: String) throws {
    let log = folder + "/log"
    try Data().write(to: URL(filePath: log))
    let output = try FileHandle(forWritingTo: URL(filePath: log))
    process.executableURL = URL(filePath: "/bin/sh")
    // No `wait`: Foundation starts it with SIGCHLD blocked.
    let script = """
      folder=$1; shift; "$@" </dev/null & server=$!
      read -r end; kill -9 $server; sleep 0.1; rm -rf "$folder"
      """
    process.arguments = ["-c", script, "sh", folder] + Self.words(command, as: user)
    process.standardInput = lifeline
    process.standardOutput = output
    process.standardError = output
    try process.run()
  }

  deinit {
    try? lifeline.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The words that run `command` as `user` where that can be done.
  static func words(_ command: [String], as user: String) -> [String] {
    guard getuid() == 0 else { return command }
    // mariadbd and postgres have no children of root's to keep groups for.
    return ["setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"] + command
  }

  /// Gives `folder` to `user` where the tests run as root, and opens it to everybody: servers write
  /// some dumps themselves, which the tests read.
  static func open(_ folder: String, to user: String) throws {
    try Command.run(["chmod", "0777", folder])
    if getuid() == 0 { try Command.run(["chown", user, folder]) }
  }

  /// Asks `isReady` until it is so.
  static func wait(limit: Duration = .seconds(60), for isReady: () -> Bool) throws {
    let clock = ContinuousClock()
    let begin = clock.now
    while !isReady() {
      guard begin.duration(to: clock.now) < limit else { throw CommandError(text: "no server") }
      usleep(100_000)
    }
  }
}
