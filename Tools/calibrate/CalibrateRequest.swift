import Findings
import Foundation

/// What the command line asks for.
struct CalibrateRequest {
  /// A command line that makes no sense, and why.
  struct Refusal: Error {
    let reason: String
  }

  private static let valued = [
    "--ours", "--external", "--corpus", "--weights", "--samples", "--rule", "--as-of",
  ]
  private var word = ""
  private var options: [String: String] = [:]
  private var isCheck = false
  private var showsEvidence = false

  init(_ arguments: [String]) throws {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if Self.valued.contains(argument) {
        guard index + 1 < arguments.count else { throw Refusal(reason: "\(argument) asks a value") }
        options[argument] = arguments[index + 1]
        index += 1
      } else if argument == "--check" {
        isCheck = true
      } else if argument == "--evidence" {
        showsEvidence = true
      } else if argument.hasPrefix("-") || !word.isEmpty {
        throw Refusal(reason: "unknown: \(argument)")
      } else {
        word = argument
      }
      index += 1
    }
  }

  /// Prints what was measured; false where something is not as it is stated.
  func run() throws -> Bool {
    guard let asOf = CivilDate(iso: options["--as-of"] ?? "2026-11-22") else {
      throw Refusal(reason: "--as-of asks a day such as 2026-11-22")
    }
    switch word {
    case "weights": return try weights(asOf)
    case "reliability":
      let corpora = try corpora("--corpus", isOurs: false)
      guard !corpora.isEmpty else { throw Refusal(reason: "no corpus") }
      return try ReliabilityTable(corpora, asOf: asOf, showsEvidence: showsEvidence).printed()
    case "chances":
      guard let samples = Int(options["--samples"] ?? "600000"), samples > 0 else {
        throw Refusal(reason: "--samples asks a number")
      }
      let ids = options["--rule"].map { Set($0.split(separator: ",").map(String.init)) }
      return try ChanceTable(samples: samples, rules: ids, asOf: asOf).printed()
    default: throw Refusal(reason: "no such command: \(word)")
    }
  }

  private func weights(_ asOf: CivilDate) throws -> Bool {
    guard let path = options["--weights"] else { throw Refusal(reason: "--weights is missing") }
    let ours = try corpora("--ours", isOurs: true)
    guard !ours.isEmpty else { throw Refusal(reason: "--ours names no corpus") }
    let trial = try SignalTrial(asOf: asOf)
    let tallies = try (ours + corpora("--external", isOurs: false)).map { try trial.run($0) }
    let standing = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    let table = WeightsTable(tallies, standing: standing ?? "")
    print(table.comparison(), terminator: "")
    let text = table.text()
    if isCheck {
      print(text == standing ? "\(path) is as measured" : "\(path) is not as measured")
      return text == standing
    }
    try Data(text.utf8).write(to: URL(filePath: path))
    print(text == standing ? "\(path) stays as it is" : "\(path) written")
    return true
  }

  /// The corpora of an option; what is not there is named and left out.
  private func corpora(_ option: String, isOurs: Bool) throws -> [LabelledCorpus] {
    var corpora: [LabelledCorpus] = []
    for path in (options[option] ?? "").split(separator: ",").map(String.init) {
      guard FileManager.default.fileExists(atPath: path) else {
        print("left out: no corpus at \(path)")
        continue
      }
      let corpus = try LabelledCorpus(directory: path, isOurs: isOurs)
      if corpus.isEmpty {
        print("left out: no answers in \(path)")
      } else {
        corpora.append(corpus)
      }
    }
    return corpora
  }
}
