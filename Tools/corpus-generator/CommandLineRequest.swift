import Foundation

/// What the command line asks for.
struct CommandLineRequest {
  /// A command line that makes no sense, and why.
  struct Refusal: Error {
    let reason: String
  }

  private static let valued = [
    "--seed", "--as-of", "--bytes", "--out", "--expected", "--size",
  ]
  private var words: [String] = []
  private var options: [String: String] = [:]

  init(_ arguments: [String]) throws {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if argument.hasPrefix("--") {
        guard Self.valued.contains(argument) else {
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
    case "trial" where words.count == 2:
      let count = try number("--size", default: 150)
      guard (1...100_000).contains(count) else { throw Refusal(reason: "--size asks 1 to 100000") }
      try Trial(seed: seed, asOf: asOf, count: Int(count)).write(to: URL(filePath: words[1]))
    case "negatives" where words.count == 2:
      let lines = try number("--size", default: 20_000)
      guard (1...10_000_000).contains(lines) else {
        throw Refusal(reason: "--size asks 1 to 10000000")
      }
      var material = NegativeMaterial(seed: seed, lines: Int(lines))
      try material.write(to: URL(filePath: words[1]))
    case "big" where words.count == 2:
      guard let kind = BigFile.Kind(rawValue: words[1]) else {
        throw Refusal(reason: "no such kind of file: \(words[1])")
      }
      try writeBig(kind, seed: seed, asOf: asOf)
    default:
      throw Refusal(reason: "no such command")
    }
  }

  private func writeBig(_ kind: BigFile.Kind, seed: UInt64, asOf: CalendarDay) throws {
    guard let out = options["--out"] else { throw Refusal(reason: "--out is missing") }
    let size = try size()
    let target = URL(filePath: out)
    try Data().write(to: target)
    let handle = try FileHandle(forWritingTo: target)
    var file = BigFile(kind: kind, seed: seed, asOf: asOf, file: handle)
    try file.write(bytes: size)
    try handle.close()
    if let expected = options["--expected"] {
      try Data(file.expectation(path: target.lastPathComponent).utf8)
        .write(to: URL(filePath: expected))
    }
  }

  /// Bytes, with K, M or G for powers of 1,024.
  private func size() throws -> Int {
    let text = options["--bytes"] ?? ""
    let powers: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let power = text.last.flatMap { powers[$0] }
    guard let count = Int(power == nil ? text : String(text.dropLast())),
      (1...(1 << 30)).contains(count)
        || (power == nil && count > 0)
    else { throw Refusal(reason: "--bytes asks a size such as 1500000, 64M or 1G") }
    return count << (power ?? 0)
  }

  private func number(_ name: String, default other: UInt64) throws -> UInt64 {
    guard let text = options[name] else { return other }
    guard let value = UInt64(text) else { throw Refusal(reason: "\(name) asks a whole number") }
    return value
  }
}
