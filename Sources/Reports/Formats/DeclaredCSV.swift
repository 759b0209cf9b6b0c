package import Findings
import Policies

/// `declared.csv`: what the texts of the run's policies declare, exclude and promise, held against
/// what was found.
///
/// A row for each item of `DeclaredComparison`, in its order. What a reader may need to know:
/// - `outcome` is a word of `DeclaredOutcome`.
/// - `clause` and `words` hold as many entries as there are clauses, split by `; `; several words of
///   one clause by ` / `.
/// - `matches` are those that the outcome is about, the upper bound where they cannot be told apart;
///   `sources`, `fields`, `under_14` and `level` are those of the datum as a whole. Findings at
///   `likely` or above count. All are blank where nothing was found.
/// - `path` to `field` name the first place by bytes, `further_places` at most two more, a line each.
package struct DeclaredCSV: ReportFormat {
  static let columns = [
    "policy", "outcome", "type", "kind", "title", "class", "clause", "words", "matches", "sources",
    "fields", "under_14", "level", "path", "member", "table", "field", "further_places", "note",
  ]

  private let run: RunDescription
  private let words: DeclaredWords
  private var cells = CSVCells()

  package init(run: RunDescription) {
    self.run = run
    words = DeclaredWords(run.language)
  }

  package mutating func begin(_ output: BufferedOutput) throws(OutputError) {
    output.bytes += CSVCells.byteOrderMark
    for name in Self.columns { cells.text(name, to: &output.bytes) }
    cells.endRow(&output.bytes)
  }

  package mutating func end(
    _ totals: RunTotals, _ outcome: RunOutcome, to output: BufferedOutput
  ) throws(OutputError) {
    let comparison = DeclaredComparison(totals.found, judge: run.judge, types: run.types)
    for item in comparison.items {
      append(item, to: &output.bytes)
      try output.drain()
    }
  }

  private mutating func append(_ item: DeclaredItem, to out: inout [UInt8]) {
    cells.text(run.judge.policies[item.policy].id, to: &out)
    cells.text(item.outcome.rawValue, to: &out)
    cells.text(item.datum?.type.rawValue ?? "", to: &out)
    cells.text(item.datum?.kind?.name ?? "", to: &out)
    let title = item.type.map { DatumTitle.of(run.types[$0], item.datum?.kind, run.language) }
    cells.text(title ?? "", to: &out)
    cells.text(item.dataClass?.name ?? "", to: &out)
    cells.text(item.citations.map(\.clause).joined(separator: "; "), to: &out)
    let quotes = item.citations.map { $0.words.joined(separator: " / ") }
    cells.text(quotes.allSatisfy(\.isEmpty) ? "" : quotes.joined(separator: "; "), to: &out)
    if let found = item.found {
      cells.number(item.matches.upperBound, to: &out)
      cells.number(found.sources, to: &out)
      cells.number(found.fields, to: &out)
      cells.number(item.under14, to: &out)
      cells.text(found.level.name, to: &out)
    } else {
      cells.blank(5, to: &out)
    }
    appendPlaces(item.places.places, to: &out)
    cells.text(words.note(on: item), to: &out)
    cells.endRow(&out)
  }

  private mutating func appendPlaces(_ places: [FoundPlace], to out: inout [UInt8]) {
    guard let first = places.first else {
      cells.blank(5, to: &out)
      return
    }
    cells.text(first.path, to: &out)
    cells.text(first.member ?? "", to: &out)
    cells.text(first.table, to: &out)
    cells.text(first.field, to: &out)
    let further = places.dropFirst().map(Self.line)
    cells.text(Array(further.joined(separator: [0x0A])), to: &out)
  }

  /// `path!member table field`, as far as there are such.
  private static func line(_ place: FoundPlace) -> [UInt8] {
    var line = place.path
    if let member = place.member { line += Array("!".utf8) + Array(member.utf8) }
    for name in [place.table, place.field] where !name.isEmpty {
      line += Array(" ".utf8) + Array(name.utf8)
    }
    return line
  }
}

extension Report {
  static let declaredCSV = Report(fileName: "declared.csv", formatOption: nil) { run, _ in
    DeclaredCSV(run: run)
  }
}
