import Findings
import Policies
import Reports

/// A policy in full: what it says of which datum, and where.
struct PolicySheet {
  /// Where the texts beside labels begin.
  static let column = 16

  private let judge: Judge
  private let types: [TypeInfo]
  let words: PolicyWords
  var page: Page

  /// - Parameter judge: of this one policy.
  init(_ judge: Judge, types: [TypeInfo], page: Page) {
    self.judge = judge
    self.types = types
    self.page = page
    words = PolicyWords(language: page.language)
  }

  var policy: Policy { judge.policies[0] }

  /// The page with the whole policy.
  mutating func written() -> Page {
    writeIdentity()
    writeClauses()
    writeClasses()
    writeAges()
    writeCombinations()
    writeDeclarations()
    writeExclusions()
    writePromises()
    writeFacts()
    writeLimits()
    return page
  }

  mutating func entry(_ label: String, _ text: String, column: Int = Self.column) {
    page.entry(label, text, column: column, color: .dim)
  }

  private mutating func writeIdentity() {
    page.heading(policy.id)
    page.paragraph(page.pick(policy.titleInChinese, policy.titleInEnglish))
    if policy.titleInEnglish != policy.titleInChinese {
      page.paragraph(page.pick(policy.titleInEnglish, policy.titleInChinese), color: .dim)
    }
    page.line()
    let at = policy.status.citation.map { "  " + words.cited($0) } ?? ""
    entry(page.pick("状态", "Status"), words.status(of: policy) + at)
    if let text = policy.text {
      entry(page.pick("文本", "Text"), text.file)
      entry("SHA-256", text.sha256Hex)
    }
    for (index, fallback) in policy.fallbacks.enumerated() {
      let inferred = fallback.isInferred ? page.pick("（推定）", " (inferred)") : ""
      let at = fallback.citation.map { "  " + words.cited($0) } ?? ""
      entry(
        index == 0 ? page.pick("依据", "Extends") : "", fallback.policy + inferred + at)
    }
    if let definition = policy.definition {
      entry(
        page.pick("一般定义", "Definition"),
        words.name(of: definition.dataClass) + "  " + words.cited(definition.citation))
    }
  }

  private mutating func writeClauses() {
    guard !policy.clauses.isEmpty else { return }
    page.heading(page.pick("条款", "Clauses"))
    let longest = policy.clauses.reduce(0) { max($0, DisplayWidth.of(Page.visible($1.id))) }
    for clause in policy.clauses {
      entry(clause.id, clause.heading, column: min(longest, 40) + 4)
    }
  }

  private mutating func writeClasses() {
    page.heading(page.pick("类别", "Classes"))
    var table = TextTable(
      [
        .init(page.pick("数据", "Datum")), .init(page.pick("类别", "Class")),
        .init(page.pick("理由", "Basis")), .init(page.pick("条款", "Clause")),
      ], paint: page.paint, limit: page.widthInColumns)
    for (index, info) in types.enumerated() {
      for kind in Datum.kinds(of: info.id) {
        let verdict = judge.verdict(
          policy: 0, type: index, kind: kind, age: .unknown, role: .subject)
        table.add([
          .init(Datum(type: info.id, kind: kind == .none ? nil : kind).name),
          .init(words.name(of: verdict.dataClass), words.color(of: verdict.dataClass)),
          .init(words.name(of: verdict.basis)), .init(Page.visible(verdict.clause)),
        ])
      }
    }
    page.table(table)
  }

  private mutating func writeAges() {
    page.heading(page.pick("年龄", "Ages"))
    if policy.ages.bands.isEmpty {
      let at = policy.ages.citation.map { "  " + words.cited($0) } ?? ""
      page.paragraph(
        page.pick("文本没有写明年龄。", "The text names no age.") + at, indent: 2)
    }
    for band in policy.ages.bands {
      let dataClass = band.dataClass.map {
        page.pick(
          "\(words.name(of: $0))（\(words.name(of: band.basis))）",
          "\(words.name(of: $0)) (\(words.name(of: band.basis)))")
      }
      let says = [dataClass].compactMap { $0 } + band.consequences.map { words.name(of: $0) }
      entry(
        words.below(band.belowYears),
        says.joined(separator: page.pick("，", ", ")) + "  " + words.cited(band.citation))
    }
    if let birthday = policy.ages.birthday {
      page.paragraph(words.name(of: birthday), indent: 2)
    }
  }
}
