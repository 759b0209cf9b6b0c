import Foundation

/// The same results for programs.
struct TrialJSON: Encodable {
  struct Row: Encodable {
    let type: String
    let surrounding: String
    let tp: Int
    let fp: Int
    let fn: Int
    let exact: Int
    let precision: Double
    let recall: Double
    let f1: Double
  }

  struct Average: Encodable {
    let surrounding: String
    let microPrecision: Double
    let microRecall: Double
    let microF1: Double
    let macroF1: Double
  }

  struct Level: Encodable {
    let level: String
    let promised: Double
    let right: Int
    let wrong: Int
    let observed: Double
  }

  struct Columns: Encodable {
    let surrounding: String
    let columns: Int
    let right: Int
    let decoys: Int
    let clean: Int
  }

  let rows: [Row]
  let averages: [Average]
  let reliability: [Level]
  let columns: [Columns]
  let gates: [String: [String]]

  init(_ report: TrialReport) {
    let scores = report.scores
    rows = scores.places.flatMap { place in
      scores.types.compactMap { type in
        scores.score(type, place).map { score in
          Row(
            type: type, surrounding: place, tp: score.found, fp: score.falseAlarms,
            fn: score.missed, exact: score.exact, precision: score.precision,
            recall: score.recall, f1: score.f1)
        }
      }
    }
    averages = (scores.places.map { Optional($0) } + [nil]).map { place in
      let micro = scores.micro(TrialScores.mission, place)
      return Average(
        surrounding: place ?? "all", microPrecision: micro.precision, microRecall: micro.recall,
        microF1: micro.f1, macroF1: scores.macro(TrialScores.mission, place, .f1))
    }
    reliability = report.reliability.map {
      Level(
        level: $0.level, promised: $0.promised, right: $0.right, wrong: $0.wrong,
        observed: $0.observed)
    }
    columns = (report.columns?.tallies ?? [:]).sorted { $0.key < $1.key }.map {
      Columns(
        surrounding: $0.key, columns: $0.value.columns, right: $0.value.right,
        decoys: $0.value.decoys, clean: $0.value.cleanDecoys)
    }
    gates = Dictionary(
      report.gates.map { ($0.text, report.failures(of: $0)) }, uniquingKeysWith: { a, _ in a })
  }

  func write(to url: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    try encoder.encode(self).write(to: url)
  }
}
