import Findings
import Policies

/// The summary's lines on persons: how many, how many minors, which lines of law are reached.
struct PersonSection {
  let run: RunDescription
  let words: SummaryWords
  let paint: Paint
  let width: Int

  func lines(_ totals: RunTotals) -> [String] {
    let counts = totals.legalCounts
    guard counts.persons.upper > 0 else { return [] }
    var lines = [paint(words.persons, .bold)]
    lines.append(Self.indent + Self.text(counts.persons))
    let children = totals.people.persons(.under14)
    if children.upper > 0 {
      lines.append(Self.indent + paint(words.ofThemUnder14(Self.text(children)), .red))
    }
    for line in LegalLine.all {
      let standing = line.standing(counts)
      guard standing != .below else { continue }
      let sentence =
        run.language == .chinese ? line.consequenceInChinese : line.consequenceInEnglish
      let head = paint(words.name(of: standing), standing == .near ? .yellow : .red)
      let word = DisplayWidth.of(words.name(of: standing)) + 2
      for (index, text) in wrapped(line.source, after: word).enumerated() {
        let start = index == 0 ? head + "  " : String(repeating: " ", count: word)
        lines.append(Self.indent + start + text)
      }
      lines += wrapped(sentence, after: Self.indent.utf8.count).map {
        Self.indent + Self.indent + $0
      }
    }
    return lines
  }

  private static let indent = "    "

  /// Lines that fit behind the indent and so many columns more.
  private func wrapped(_ text: String, after columns: Int) -> [String] {
    LineFilling.wrapped(text, width: width - Self.indent.utf8.count - columns)
  }

  /// `1,234`, or `~5,012,300 (4,931,000 to 5,093,600)`.
  private static func text(_ count: PersonCount) -> String {
    if count.isExact { return Quantity.grouped(count.count) }
    return "~" + Quantity.grouped(count.count) + " (" + Quantity.grouped(count.lower) + " – "
      + Quantity.grouped(count.upper) + ")"
  }
}
