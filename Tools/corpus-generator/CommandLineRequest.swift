import Foundation

/// What the command line asks for.
struct CommandLineRequest {
  /// A command line that makes no sense, and why.
  struct Refusal: Error {
    let reason: String
  }

  private var words: [String] = []
  private var options: [String: String] = [:]

  init(_ arguments: [String]) throws {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if argument.hasPrefix("--") {
        guard ["--seed", "--as-of", "--bytes", "--out", "--expected"].contains(argument) else {
          throw Refusal(reason: "unknown option \(argument)")
        }
        guard index + 1 < arguments.count else { throw Refusal(reason: "\(argument) asks a value") }
        options[argument] = arguments[index + 1]
        index += 1
      } else {
        words.append(argument)
      }
      index += 1
    }
  }

  func run() throws {
    let seed = try number("--seed", default: 1)
    guard let asOf = CalendarDay(iso: options["--as-of"] ?? "2026-11-22") else {
      throw Refusal(reason: "--as-of asks a day such as 2026-11-22")
    }
    switch words.first {
    case "write" where words.count == 2:
      try Corpus(seed: seed, asOf: asOf).write(to: URL(filePath: words[1]))
    default:
      throw Refusal(reason: "no such command")
    }
  }

  private func number(_ name: String, default other: UInt64) throws -> UInt64 {
    guard let text = options[name] else { return other }
    guard let value = UInt64(text) else { throw Refusal(reason: "\(name) asks a whole number") }
    return value
  }
}
