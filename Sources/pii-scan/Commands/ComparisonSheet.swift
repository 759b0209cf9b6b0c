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

  /// - Parameter showsAll: the rows too in which all policies agree.
  mutating func written(showsAll: Bool) -> Page {
    let rows = showsAll ? comparison.rows : comparison.differing
    for policy in policies {
      page.entry(
        policy.id, words.title(of: policy) + page.pick("，", ", ") + words.status(of: policy),
        indent: 0, column: idWidth + 2)
    }
    for row in rows { write(row) }
    page.line()
    let counts = (comparison.differing.count, comparison.rows.count)
    page.paragraph(
      page.pick(
        "\(counts.1) 项中有 \(counts.0) 项类别不同。@L 后是文本的行号。",
        "The policies disagree on \(counts.0) of \(counts.1) data. The number behind @L is the "
          + "line of the text."), color: .dim)
    return page
  }

  private mutating func write(_ row: Comparison.Row) {
    let info = types[row.type]
    let band = words.name(of: row.band).map { page.pick("，\($0)", ", \($0)") } ?? ""
    let id = Datum(type: info.id, kind: row.kind == .none ? nil : row.kind).name
    page.heading("\(words.title(of: info, row.kind))\(band)  [\(id)]")
    let column = 2 + classWidth + 2 + idWidth + 2
    for (index, verdict) in row.verdicts.enumerated() {
      let (name, id) = (words.name(of: verdict.dataClass), Page.visible(comparison.policies[index]))
      let head =
        "  " + page.paint(name, words.color(of: verdict.dataClass)) + blanks(classWidth, name)
        + "  "
        + id + blanks(idWidth, id) + "  "
      let reasons = lines(reasons(verdict, row.differingFallbacks[index]), column)
      page.line(head + (reasons.first ?? ""))
      for line in reasons.dropFirst() {
        page.line(String(repeating: " ", count: column) + line)
      }
    }
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
