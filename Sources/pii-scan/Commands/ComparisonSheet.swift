import Findings
import Policies
import Reports

/// Policies side by side for a person: a block for each datum, a line for each policy.
struct ComparisonSheet {
  private let comparison: Comparison
  private let policies: [Policy]
  private let types: [TypeInfo]
  private let words: PolicyWords
  private var page: Page
  /// Columns of the longest class and of the longest id.
  private let classWidth: Int
  private let idWidth: Int

  init(_ comparison: Comparison, _ judge: Judge, types: [TypeInfo], page: Page) {
    self.comparison = comparison
    self.types = types
    self.page = page
    policies = judge.policies
    let words = PolicyWords(language: page.language)
    self.words = words
    classWidth = DataClass.allCases.reduce(0) { max($0, DisplayWidth.of(words.name(of: $1))) }
    idWidth = comparison.policies.reduce(0) { max($0, DisplayWidth.of(Page.visible($1))) }
  }

  /// - Parameter showsAll: every row, the ones too in which all policies agree. Otherwise data whose
  ///   class turns on the age in the same way share a block.
  mutating func written(showsAll: Bool) -> Page {
    for policy in policies {
      page.entry(
        policy.id, words.title(of: policy) + page.pick("，", ", ") + words.status(of: policy),
        indent: 0, column: idWidth + 2)
    }
    if showsAll {
      for row in comparison.rows { write(row) }
    } else {
      for row in comparison.differing where row.band == .adult { write(row) }
      for group in groupsByAge { write(group) }
    }
    writeSummary(showsAll: showsAll)
    return page
  }

  private mutating func writeSummary(showsAll: Bool) {
    let general = comparison.rows.filter { $0.band == .adult }
    let differing = general.count { $0.differs }
    page.line()
    page.paragraph(
      page.pick(
        "\(general.count) 项数据中有 \(differing) 项类别不同，未成年人的情形另计。@L 后是文本的行号。",
        "The policies disagree on \(differing) of \(general.count) data, minors apart. The number "
          + "behind @L is the line of the text."), color: .dim)
    if !showsAll {
      page.paragraph(
        page.pick(
          "--all 列出每项数据和每个年龄段的条款。",
          "--all shows the clauses of every datum and every age."), color: .dim)
    }
  }

  // MARK: - Blocks

  private mutating func write(_ row: Comparison.Row) {
    let info = types[row.type]
    let band = words.name(of: row.band).map { page.pick("，\($0)", ", \($0)") } ?? ""
    page.heading("\(words.title(of: info, row.kind))\(band)  [\(name(of: row))]")
    for (index, verdict) in row.verdicts.enumerated() {
      write(verdict.dataClass, index, reasons(verdict, row.differingFallbacks[index]))
    }
  }

  /// Differing rows of one age whose policies give the same classes, and by the same age rules.
  private var groupsByAge: [[Comparison.Row]] {
    var groups: [[Comparison.Row]] = []
    for row in comparison.differing where row.band != .adult {
      if let index = groups.firstIndex(where: { isAlike($0[0], row) }) {
        groups[index].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups.sorted { $0[0].band.rawValue > $1[0].band.rawValue }
  }

  private func isAlike(_ a: Comparison.Row, _ b: Comparison.Row) -> Bool {
    a.band == b.band
      && zip(a.verdicts, b.verdicts).allSatisfy { one, other in
        one.dataClass == other.dataClass && (isByAge(one) ? one == other : !isByAge(other))
      }
  }

  private func isByAge(_ verdict: ClassVerdict) -> Bool { verdict.reason.cause == .minor }

  private mutating func write(_ group: [Comparison.Row]) {
    let row = group[0]
    page.heading(
      page.pick(
        "\(words.name(of: row.band) ?? "")者", "Persons of \(words.name(of: row.band) ?? "")"))
    page.paragraph(group.map(name).joined(separator: ", "), indent: 2, color: .dim)
    for (index, verdict) in row.verdicts.enumerated() {
      let reasons =
        isByAge(verdict)
        ? self.reasons(verdict, []) : [page.pick("与成年人相同", "as for adults")]
      write(verdict.dataClass, index, reasons)
    }
  }

  private func name(of row: Comparison.Row) -> String {
    Datum(type: types[row.type].id, kind: row.kind == .none ? nil : row.kind).name
  }

  // MARK: - Lines

  private mutating func write(_ dataClass: DataClass, _ index: Int, _ reasons: [String]) {
    let (name, id) = (words.name(of: dataClass), Page.visible(comparison.policies[index]))
    let column = 2 + classWidth + 2 + idWidth + 2
    let head =
      "  " + page.paint(name, words.color(of: dataClass)) + blanks(classWidth, name) + "  " + id
      + blanks(idWidth, id) + "  "
    let reasons = lines(reasons, column)
    page.line(head + (reasons.first ?? ""))
    for line in reasons.dropFirst() { page.line(String(repeating: " ", count: column) + line) }
  }

  private func blanks(_ width: Int, _ text: String) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// Parts stay together where they can; one that is too long is broken.
  private func lines(_ parts: [String], _ column: Int) -> [String] {
    let width = max(24, page.widthInColumns - column)
    return LineFilling.lines(parts, separator: " · ", width: width).flatMap {
      LineBreaks.lines($0, width: width)
    }
  }

  /// Clause, basis, the words that decide, and what the fallbacks say otherwise.
  private func reasons(_ verdict: ClassVerdict, _ fallbacks: [ClassVerdict]) -> [String] {
    let reason = verdict.reason
    var parts = [verdict.clause, words.name(of: verdict.basis)]
    if reason.cause == .minor {
      parts.append(page.pick("因年龄", "by age"))
    }
    if !reason.words.isEmpty { parts.append(words.quoted([reason.words])) }
    if let note = reason.note { parts.append(note) }
    if let clause = reason.namedAt {
      parts.append(page.pick("见于 \(clause)", "named at \(clause)"))
    }
    let others = Dictionary(grouping: fallbacks, by: \.dataClass)
    for dataClass in DataClass.allCases.reversed() {
      guard let clauses = others[dataClass]?.map(\.clause) else { continue }
      parts.append(
        page.pick(
          "\(clauses.joined(separator: "、")) 则为\(words.name(of: dataClass))",
          "but \(words.name(of: dataClass)) by \(clauses.joined(separator: ", "))"))
    }
    return parts.map(Page.visible)
  }
}
