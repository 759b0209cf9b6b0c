import Findings
import Policies

/// Encodes what the run's policies declare, exclude and promise, held against what was found.
struct PageDeclared {
  private let run: RunDescription
  private let chinese = DeclaredWords(.chinese)
  private let english = DeclaredWords(.english)

  init(_ run: RunDescription) { self.run = run }

  /// The member `declared`, a list in the order of the comparison.
  func append(_ found: FoundData, to document: inout JSONDocument) {
    let comparison = DeclaredComparison(found, judge: run.judge, types: run.types)
    document.array("declared") {
      for item in comparison.items {
        $0.object { append(item, to: &$0) }
      }
    }
  }

  private func append(_ item: DeclaredItem, to document: inout JSONDocument) {
    document.text("policy", run.judge.policies[item.policy].id)
    document.text("outcome", item.outcome.rawValue)
    document.boolean("fault", item.outcome.isFault)
    document.text("type", item.datum?.type.rawValue)
    document.text("zh", title(of: item, .chinese))
    document.text("en", title(of: item, .english))
    document.text("class", item.dataClass?.name)
    document.number("low", item.matches.lowerBound)
    document.number("high", item.matches.upperBound)
    document.number("under14", item.under14)
    document.array("citations") {
      for citation in item.citations {
        $0.object {
          $0.text("clause", citation.clause)
          $0.array("words") { for words in citation.words { $0.text(nil, words) } }
        }
      }
    }
    document.array("places") {
      for place in item.places.places { $0.text(nil, Self.line(place)) }
    }
    document.object("note") {
      $0.text("zh", chinese.note(on: item))
      $0.text("en", english.note(on: item))
    }
  }

  /// The datum; where an item is about none, the promise.
  private func title(of item: DeclaredItem, _ language: RunDescription.Language) -> String? {
    if let type = item.type { return DatumTitle.of(run.types[type], item.datum?.kind, language) }
    if let datum = item.datum { return datum.name }
    if case .promise(let promise) = item.subject { return PromiseName.of(promise, language) }
    return nil
  }

  /// `path!member  table.field`, as far as there are such.
  private static func line(_ place: FoundPlace) -> [UInt8] {
    var line = place.path
    if let member = place.member { line += Array("!".utf8) + Array(member.utf8) }
    let names = [place.table, place.field].filter { !$0.isEmpty }
    if !names.isEmpty { line += Array(("  " + names.joined(separator: ".")).utf8) }
    return line
  }
}
