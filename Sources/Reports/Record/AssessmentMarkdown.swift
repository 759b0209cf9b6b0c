package import Findings
import Policies

/// The assessment beside the record of processing: what a scan can tell of one after GB/T 39335-2020
/// and PIPL Art. 55 and 56, with the judgements left blank.
///
/// Counts, names of types and places, never values. Names from outside stand in code spans, so that
/// none can add a link or a tag.
package struct AssessmentMarkdown: ReportFormat {
  private static let faultLimit = 40

  private let run: RunDescription
  private let words: AssessmentWords
  private let standards: [GBT43697?]

  package init(run: RunDescription) {
    self.run = run
    words = AssessmentWords(language: run.language)
    standards = run.types.map { GBT43697(type: $0.id) }
  }

  package mutating func end(
    _ totals: RunTotals, _ outcome: RunOutcome, to output: BufferedOutput
  ) throws(OutputError) {
    let lines =
      opening(totals, outcome) + triggers(totals) + data(totals) + persons(totals)
      + places(totals) + declared(totals) + judgements
    for line in lines { output.bytes += Array((line + "\n").utf8) }
    try output.drain()
  }

  private func opening(_ totals: RunTotals, _ outcome: RunOutcome) -> [String] {
    let policies = run.judge.policies.map { policy in
      "\(run.language == .chinese ? policy.titleInChinese : policy.titleInEnglish) (\(policy.id))"
    }
    let isComplete = totals.isComplete && !outcome.isInterrupted
    return ["# " + words.title, "", words.basis, ""]
      + table(
        [words.item, words.content],
        [
          [words.asOf, run.asOf.iso], [words.policies, policies.joined(separator: "; ")],
          [
            words.read,
            words.sources(totals.files, records: totals.records, isComplete: isComplete),
          ],
        ] + words.openingBlanks.map { [$0, ""] })
  }

  /// The cases of PIPL Art. 55; a scan sees the first.
  private func triggers(_ totals: RunTotals) -> [String] {
    let sensitive = totals.found.keys.filter { dataClass($0, totals) == .sensitive }
    let seen =
      sensitive.isEmpty
      ? words.noSensitive
      : sensitive.map { title($0) }.joined(separator: words.comma)
    return ["", "## " + words.triggersHeading, ""]
      + table(
        [words.triggerCase, words.seen, words.toFillIn],
        words.triggers.enumerated().map { [$1, $0 == 0 ? seen : words.unseen, ""] })
  }

  private func data(_ totals: RunTotals) -> [String] {
    let rows = totals.found.keys.compactMap { key -> [String]? in
      guard let found = totals.found[key], let dataClass = dataClass(key, totals),
        dataClass > .none
      else { return nil }
      let standard = standards[key.type]
      return [
        title(key), words.name(of: dataClass), standard?.dataClass ?? "",
        standard.map { String($0.level(of: dataClass)) } ?? "", String(found.matches),
        String(found.sources), String(found.under14(.on)), clear(found), "", "",
      ]
    }
    return ["", "## " + words.dataHeading, "", words.dataNote, ""]
      + table(words.dataColumns, rows)
  }

  /// How much of a datum stands in plain text.
  private func clear(_ found: FoundDatum) -> String {
    let bounds = found.inClear
    return bounds.lowerBound == bounds.upperBound
      ? String(bounds.upperBound) : "\(bounds.lowerBound)–\(bounds.upperBound)"
  }

  private func persons(_ totals: RunTotals) -> [String] {
    let people = totals.people
    let (under14, fourteen) = (people.persons(.under14), people.persons(.fourteen))
    let counts = [
      (words.allPersons, totals.persons), (words.under14, under14),
      (words.upTo14, under14 + fourteen), (words.minors, fourteen + people.persons(.from15To17)),
    ]
    let lines = LegalLine.all.map { line in
      [
        line.source,
        run.language == .chinese ? line.consequenceInChinese : line.consequenceInEnglish,
        words.name(of: line.standing(totals.legalCounts)), "",
      ]
    }
    return ["", "## " + words.personsHeading, ""]
      + table(
        [words.whom, words.number],
        counts.map { [$0.0, text($0.1)] } + [[words.guardianBeside, String(people.guardianBeside)]])
      + [""] + table(words.lineColumns, lines)
  }

  private func places(_ totals: RunTotals) -> [String] {
    ["", "## " + words.placesHeading, "", words.placesNote, ""]
      + table(
        words.placeColumns,
        totals.top.entries.map {
          [
            MarkdownText.code($0.identity), String($0.findings), String($0.sensitive),
            String($0.under14), "", "",
          ]
        })
  }

  private func declared(_ totals: RunTotals) -> [String] {
    let items = DeclaredComparison(totals.found, judge: run.judge, types: run.types).items
    let faults = items.filter(\.outcome.isFault)
    if faults.isEmpty { return ["", "## " + words.declaredHeading, "", words.noFaults] }
    let declaredWords = DeclaredWords(run.language)
    let rows = faults.prefix(Self.faultLimit).map { item in
      [
        run.judge.policies[item.policy].id, declaredWords.name(of: item.outcome),
        item.type.map { DatumTitle.of(run.types[$0], item.datum?.kind, run.language) } ?? "",
        item.citations.map(\.clause).joined(separator: "; "), String(item.matches.upperBound), "",
      ]
    }
    let others = faults.count - rows.count
    return ["", "## " + words.declaredHeading, ""] + table(words.declaredColumns, Array(rows))
      + (others > 0 ? ["", words.more(others)] : [])
  }

  /// What a person has to judge, blank.
  private var judgements: [String] {
    words.judgements.flatMap { judgement in
      ["", "## " + judgement.heading, ""]
        + table(
          judgement.columns, judgement.rows.map { [$0] + blanks(judgement.columns.count - 1) })
    }
  }

  // MARK: -

  private func blanks(_ count: Int) -> [String] { Array(repeating: "", count: count) }

  private func title(_ key: FoundData.Key) -> String {
    DatumTitle.of(run.types[key.type], key.kind, run.language)
  }

  /// The gravest class of what was found, by the first policy.
  private func dataClass(_ key: FoundData.Key, _ totals: RunTotals) -> DataClass? {
    guard let found = totals.found[key] else { return nil }
    return run.judge.gravestClass(of: found, key, policy: 0)
  }

  private func text(_ count: PersonCount) -> String {
    count.isExact ? String(count.count) : "~\(count.count) (\(count.lower)–\(count.upper))"
  }

  private func table(_ columns: [String], _ rows: [[String]]) -> [String] {
    [columns, columns.map { _ in "---" }].map(Self.line)
      + rows.map { Self.line($0.map(MarkdownText.cell)) }
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}

extension Report {
  static let record = Report(fileName: nil, formatOption: nil) { run, _ in RecordCSV(run: run) }
  static let assessment = Report(fileName: nil, formatOption: nil) { run, _ in
    AssessmentMarkdown(run: run)
  }
}
