import Foundation
import Glibc

/// A database server that lives as long as this object, and never longer than the tests.
///
/// A shell stands between: it kills the server by its process id when its own standard input closes,
/// which the system sees to even if the tests crash, and removes the server's folder. As root, servers
/// run as another user, since they refuse to run as root.
final class LiveProcess: @unchecked Sendable {
  private let process = Process()
  private let lifeline = Pipe()

  init(_ command: [String], as user: String, in folder: String) throws {
    process.executableURL = URL(filePath: "/bin/sh")
    let script = """
      folder=$1; shift; "$@" </dev/null >"$folder/log" 2>&1 & server=$!
      read -r end; kill -9 $server; sleep 0.1; rm -rf "$folder"
      """
    process.arguments = ["-c", script, "sh", folder] + Self.words(command, as: user)
    process.standardInput = lifeline
    try process.run()
  }

  deinit {
    try? lifeline.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The words that run `command` as `user` where that can be done.
  static func words(_ command: [String], as user: String) -> [String] {
    guard getuid() == 0 else { return command }
    return ["setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"] + command
  }

  /// Runs `words` to the end with `input`; gives the rows it wrote, cells apart at tabs.
  @discardableResult
  static func rows(_ words: [String], input: String = "") throws -> [[String]] {
    let scratch = try Scratch()
    let source = try scratch.write("in", input)
    let outcome = try Program("/usr/bin/env").run(
      words, input: source, environment: ["LC_ALL": "C.UTF-8"], limit: .seconds(120))
    guard outcome.status == 0 else { throw LiveError(text: outcome.errorText) }
    return outcome.text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A folder that `user` may write into.
  static func folder(of user: String) throws -> Scratch {
    let scratch = try Scratch()
    try rows(["chmod", "0777", scratch.path])
    if getuid() == 0 { try rows(["chown", user, scratch.path]) }
    return scratch
  }

  /// Asks `isReady` until it is so.
  static func wait(for isReady: () -> Bool) throws {
    for _ in 0..<600 {
      if isReady() { return }
      usleep(100_000)
    }
    throw LiveError(text: "the server does not answer")
  }

  /// A port of the loopback that nobody listens on now.
  static func freePort() -> UInt16 {
    let listener = FakeServer.listener()
    defer { close(listener.descriptor) }
    return listener.port
  }
}

struct LiveError: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}
