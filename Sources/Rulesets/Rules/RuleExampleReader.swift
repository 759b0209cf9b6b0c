import Detectors
import Findings
import RulesetSource

/// Reads the mapping `examples` of a rule file.
struct RuleExampleReader {
  struct Read {
    var positive: [(example: Examples.Positive, place: RuleSource.Place)] = []
    var negative: [(example: Examples.Negative, place: RuleSource.Place)] = []
  }

  func examples(_ mapping: MappingReader?) -> Read {
    guard let mapping else { return Read() }
    defer { mapping.finish() }
    return Read(
      positive: mapping.optionalList("match").compactMap { reader in
        positive(reader).map { ($0, place(of: reader)) }
      },
      negative: mapping.optionalList("no-match").compactMap { reader in
        negative(reader).map { ($0, place(of: reader)) }
      })
  }

  private func place(of reader: NodeReader) -> RuleSource.Place {
    RuleSource.Place(file: reader.file, mark: reader.node.mark)
  }

  private func positive(_ reader: NodeReader) -> Examples.Positive? {
    guard let mapping = reader.mapping() else { return nil }
    defer { mapping.finish() }
    let textReader = mapping.required("text")
    let marked = textReader?.string()
    let level = mapping.word("level", from: Level.allCases.map { (name: $0.name, value: $0) })
    let column = mapping.optionalString("column")
    let birthReader = mapping.optional("birth")
    let birth = birthReader?.string().flatMap { text -> CivilDate? in
      let date = CivilDate(iso: text)
      if date == nil {
        birthReader?.report(
          .unsound(value: text, reason: "A date is YYYY-MM-DD, a day that exists."))
      }
      return date
    }
    let kind =
      mapping.optionalWord(
        "kind",
        from: Kind.allCases.compactMap { kind in kind.name.map { (name: $0, value: kind) } })
      ?? .none
    guard let textReader, let marked, let level else { return nil }
    guard let (text, span) = Self.unmarked(marked) else {
      textReader.report(
        .unsound(value: marked, reason: "One « and, after it, one » mark the expected value."))
      return nil
    }
    return Examples.Positive(
      text: text, span: span, level: level, column: column, birth: birth, kind: kind)
  }

  private func negative(_ reader: NodeReader) -> Examples.Negative? {
    guard let mapping = reader.mapping() else { return nil }
    defer { mapping.finish() }
    let text = mapping.string("text")
    let because = mapping.string("because")
    let column = mapping.optionalString("column")
    let fails = mapping.optionalString("fails")
    guard let text, let because else { return nil }
    return Examples.Negative(text: text, column: column, reason: because, fails: fails)
  }

  /// The text without its marks, and the byte range between them.
  static func unmarked(_ marked: String) -> (text: String, span: Range<Int>)? {
    let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let rest = parts[1].split(separator: "»", omittingEmptySubsequences: false)
    guard rest.count == 2, !rest[0].isEmpty else { return nil }
    let start = parts[0].utf8.count
    return (String(parts[0] + rest[0] + rest[1]), start..<start + rest[0].utf8.count)
  }
}
