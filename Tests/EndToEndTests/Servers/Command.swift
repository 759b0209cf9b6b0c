import Foundation

/// Runs the programs of the database servers.
enum Command {
  /// Runs `words` to the end with `input` on standard input; gives what it wrote.
  ///
  /// - Parameter output: the file for standard output, if it is not wanted here.
  /// - Throws: `CommandError` with what it complained of, if its exit status is not 0.
  @discardableResult
  static func run(_ words: [String], input: String = "", output: String? = nil) throws -> [UInt8] {
    let scratch = try Scratch()
    let source = try scratch.write("in", input)
    // An old file would keep its tail.
    if let output { try Data().write(to: URL(filePath: output)) }
    let outcome = try Program("/usr/bin/env").run(
      words, input: source, output: output, environment: ["LC_ALL": "C.UTF-8"],
      limit: .seconds(300))
    guard outcome.status == 0 else {
      throw CommandError(text: words.joined(separator: " ") + ": " + outcome.errorText)
    }
    return outcome.output
  }
}

struct CommandError: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}
