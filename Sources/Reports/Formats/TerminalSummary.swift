package import Findings
import Policies

/// `--format text`: what a person wants to know at the end of a run, in one screen.
///
/// It counts and points; it lists no finding and holds no value. Names from outside are shown, not
/// obeyed (`VisibleText`), and lines keep to the terminal's width.
package struct TerminalSummary: ReportFormat {
  private let run: RunDescription
  private let display: Display
  private let words: SummaryWords
  private let paint: Paint

  package init(run: RunDescription, display: Display) {
    self.run = run
    self.display = display
    words = SummaryWords(run.language)
    paint = Paint(useColor: display.useColor)
  }

  package mutating func end(
    _ totals: RunTotals, _ outcome: RunOutcome, to output: BufferedOutput
  ) throws(OutputError) {
    let sections = [
      findings(totals), ages(totals), persons(totals), top(totals), gaps(totals),
      ending(totals, outcome),
    ]
    let lines = sections.filter { !$0.isEmpty }.joined(separator: [""])
    for line in lines { output.bytes += Array((line + "\n").utf8) }
    try output.drain()
  }

  // MARK: Findings

  private func findings(_ totals: RunTotals) -> [String] {
    let counts = totals.counts
    let lines =
      counts.total == 0
      ? [paint(words.nothingFound(atOrAbove: run.minimumLevel), .bold)] : table(totals, counts)
    return lines + remarks(totals).map { paint($0, .dim) }
  }

  private func table(_ totals: RunTotals, _ counts: ClassCounts) -> [String] {
    let levels = Level.allCases.reversed().filter { $0 >= run.minimumLevel }
    var table = TextTable(
      [.init(words.type, isFlexible: true), .init(words.dataClass)]
        + ([words.findings] + levels.map(words.name) + [words.distinct])
        .map { .init($0, isNumber: true) },
      paint: paint, limit: display.widthInColumns)
    let order = totals.types.indices.sorted {
      (totals.types[$1].counts.total, $0) < (totals.types[$0].counts.total, $1)
    }
    for index in order where totals.types[index].counts.total > 0 {
      let type = totals.types[index]
      var isFirst = true
      for dataClass in ClassCounts.classes where type.counts[dataClass] > 0 {
        table.add(
          [
            .init(isFirst ? VisibleText.of(Array(run.title(ofType: index).utf8)) : ""),
            .init(words.name(of: dataClass), Self.color(of: dataClass)),
            .init(Quantity.grouped(type.counts[dataClass])),
          ] + levels.map { Self.number(type.counts[dataClass, $0]) } + [
            .init(isFirst ? Self.distinct(type.distinct) : "")
          ])
        isFirst = false
      }
    }
    table.add(
      [.init(words.total, .bold), .init(""), .init(Quantity.grouped(counts.total), .bold)]
        + levels.map { level in
          Self.number(ClassCounts.classes.reduce(0) { $0 + counts[$1, level] })
        } + [.init("")])
    return table.lines(hasTotal: true)
  }

  private func remarks(_ totals: RunTotals) -> [String] {
    let remarks = [
      (words.below, totals.types.reduce(0) { $0 + $1.possible }),
      (words.testData, totals.types.reduce(0) { $0 + $1.testData }),
      (words.masked, totals.types.reduce(0) { $0 + $1.masked }),
    ].filter { $0.1 > 0 }.map(counted)
    return LineFilling.lines(remarks, separator: Self.dot, width: display.widthInColumns)
  }

  // MARK: Persons and places

  private func ages(_ totals: RunTotals) -> [String] {
    let under14 = totals.findings(.under14)
    let fourteen = totals.findings(.fourteen)
    let minors = fourteen + totals.findings(.from15To17)
    let adults = totals.findings(.adult)
    guard under14 + minors + adults > 0 else { return [] }
    let counts = [under14, under14 + fourteen, minors, adults, totals.findings(.unknown)]
    let numbers = counts.map(Quantity.grouped)
    return [paint(words.ages(on: run.asOf.iso), .bold)]
      + zip(numbers.indices, words.ageLabels).map { index, label in
        let isGrave = index == 0 && under14 > 0
        return Self.padded(numbers[index], numbers) + TextTable.gap
          + paint(label, isGrave ? .red : .plain)
      }
  }

  private func persons(_ totals: RunTotals) -> [String] {
    PersonSection(run: run, words: words, paint: paint, width: display.widthInColumns)
      .lines(totals)
  }

  private func top(_ totals: RunTotals) -> [String] {
    guard !totals.top.entries.isEmpty else { return [] }
    let hasMinors = totals.findings(.under14) > 0
    var table = TextTable(
      [.init(words.findings, isNumber: true), .init(words.sensitive, isNumber: true)]
        + (hasMinors ? [.init(words.under14, isNumber: true)] : [])
        + [.init(words.mostFindings, isFlexible: true)],
      paint: paint, limit: display.widthInColumns)
    for entry in totals.top.entries {
      table.add(
        [.init(Quantity.grouped(entry.findings)), Self.number(entry.sensitive)]
          + (hasMinors ? [Self.number(entry.under14)] : [])
          + [.init(VisibleText.of(entry.identity))])
    }
    return table.lines()
  }

  // MARK: Coverage and end

  private func gaps(_ totals: RunTotals) -> [String] {
    let grave = totals.gaps.filter(\.reason.makesIncomplete)
    if grave.isEmpty { return [] }
    let numbers = grave.map { Quantity.grouped($0.sources) }
    let indent = Self.padded("", numbers) + TextTable.gap
    var lines = [paint(words.notRead, .bold)]
    for gap in grave {
      let gapWords = GapWords(gap.reason, run.language)
      lines.append(
        Self.padded(Quantity.grouped(gap.sources), numbers) + TextTable.gap
          + paint(gap.reason.name, .yellow) + words.colon + gapWords.meaning)
      lines.append(indent + gapWords.advice)
      for example in gap.examples {
        let name = VisibleText.of(example)
        let width = display.widthInColumns - indent.utf8.count
        lines.append(indent + paint(VisibleText.fitted(name, to: width), .dim))
      }
      let others = gap.sources - UInt64(gap.examples.count)
      if others > 0 { lines.append(indent + paint(words.more(Quantity.grouped(others)), .dim)) }
    }
    return lines
  }

  private func ending(_ totals: RunTotals, _ outcome: RunOutcome) -> [String] {
    let policy = run.judge.policies[0]
    let title = run.language == .chinese ? policy.titleInChinese : policy.titleInEnglish
    var facts = [
      (words.policy, words.policyLine(policy.id, title, run.asOf.iso)),
      (words.read, read(totals).joined(separator: Self.dot)),
    ]
    let harmless = totals.gaps.filter { !$0.reason.makesIncomplete }.map {
      counted(GapWords($0.reason, run.language).meaning, $0.sources)
    }
    if !harmless.isEmpty { facts.append((words.leftOut, harmless.joined(separator: Self.dot))) }
    if let directory = display.reportDirectory {
      facts.append((words.reports, VisibleText.of(Array(directory.utf8))))
      facts.append(("", words.whereToLook))
    }
    facts += verdict(outcome)
    let labelWidth = facts.reduce(0) { max($0, DisplayWidth.of($1.0)) }
    var lines = facts.flatMap { label, fact in
      let padding = String(repeating: " ", count: labelWidth - DisplayWidth.of(label))
      let width = display.widthInColumns - labelWidth - TextTable.gap.count
      return LineFilling.wrapped(fact, width: width).enumerated().map { index, line in
        (index == 0 ? paint(label, .dim) + padding : String(repeating: " ", count: labelWidth))
          + TextTable.gap + line
      }
    }
    let isComplete = totals.isComplete && !outcome.isInterrupted
    lines.append(
      paint(
        words.ending(isComplete: isComplete, isInterrupted: outcome.isInterrupted),
        isComplete ? .green : .yellow))
    return lines
  }

  private func read(_ totals: RunTotals) -> [String] {
    let members = totals.sources - totals.files
    return [counted(words.files, totals.files) + " (" + Quantity.bytes(totals.bytes) + ")"]
      + [(words.members, members), (words.records, totals.records)]
      .filter { $0.1 > 0 }.map(counted)
  }

  private func verdict(_ outcome: RunOutcome) -> [(String, String)] {
    guard let verdict = outcome.verdict else { return [] }
    let color: Paint.Color =
      switch verdict.outcome {
      case .pass: .green
      case .fail: .red
      case .incomplete: .yellow
      }
    return [(words.verdict, paint(words.name(of: verdict.outcome), color))]
      + verdict.breaches.map { check in
        let breach = words.breach(
          LimitName.of(check.item.limit.subject), check.item.origin,
          found: Quantity.grouped(check.count.upperBound),
          most: Quantity.grouped(check.item.limit.most))
        return ("", breach)
      }
  }

  // MARK: Cells

  private static let dot = " · "

  /// `records: 1,200`: a form that no plural can spoil.
  private func counted(_ what: String, _ count: UInt64) -> String {
    what + words.colon + Quantity.grouped(count)
  }

  private static func color(of dataClass: DataClass) -> Paint.Color {
    switch dataClass {
    case .sensitive: .red
    case .personal: .plain
    case .none: .dim
    }
  }

  /// A zero says less than the numbers around it.
  private static func number(_ number: UInt64) -> TextTable.Cell {
    .init(Quantity.grouped(number), number == 0 ? .dim : .plain)
  }

  private static func distinct(_ counter: DistinctCounter) -> String {
    (counter.isExact ? "" : "~") + Quantity.grouped(counter.count)
  }

  /// `text` to the right of a column as wide as the widest of `column`.
  private static func padded(_ text: String, _ column: [String]) -> String {
    let width = column.reduce(8) { max($0, $1.utf8.count) }
    return String(repeating: " ", count: width - text.utf8.count) + text
  }
}

extension Report {
  static let terminalSummary = Report(fileName: nil, formatOption: "text") { run, display in
    TerminalSummary(run: run, display: display)
  }
}
