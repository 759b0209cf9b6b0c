/// Units that follow a number: the rows of `decoy_terms.tsv` whose form begins with `after-`.
///
/// `after-zh` stands directly behind the number or a blank, and no further Chinese character follows
/// (元 is a unit, 元旦 is none); `after-en` is a word of its own behind one blank.
struct UnitTerms: Sendable {
  private var terms: Set<UInt64> = []
  private var longestInBytes = 0

  init(_ tables: FactTables) {
    let table = tables.table("decoy_terms")
    guard !table.isEmpty else { return }
    let (form, term) = (table.column("form"), table.column("term"))
    let after = Array("after-".utf8)
    table.forEachRow { cells in
      guard table.begins(cells[form], with: after) else { return }
      terms.insert(TermHash.of(table.bytes.span, cells[term]))
      longestInBytes = max(longestInBytes, cells[term].count)
    }
  }

  /// Whether a unit begins at `end`, behind a blank or none.
  func follow(_ end: Int, in text: Span<UInt8>) -> Bool {
    var start = end
    if start < text.count, text[start] == 0x20 { start += 1 }
    guard start < text.count else { return false }
    let isChinese = Self.isChinese(text, at: start)
    var hash = TermHash.seed
    var i = start
    while i < text.count, i - start <= longestInBytes {
      if isChinese, Self.isChinese(text, at: i) {
        for k in 0..<3 { hash = TermHash.adding(text[i + k], to: hash) }
        i += 3
      } else if !isChinese, Self.isLetter(text[i]) {
        hash = TermHash.adding(text[i] | 0x20, to: hash)
        i += 1
      } else {
        break
      }
    }
    // `b=2`, `ms_1`, `days: 3` and 批次260917 are keys.
    guard i > start, !Self.endsKey(text, at: i) else { return false }
    return terms.contains(hash)
  }

  /// U+3400–9FFF, characters of three bytes.
  private static func isChinese(_ text: Span<UInt8>, at i: Int) -> Bool {
    guard i + 2 < text.count else { return false }
    let lead = text[i]
    return lead == 0xE3 && text[i + 1] >= 0x90 || lead &- 0xE4 <= 5
  }

  /// A digit, `:` or its full-width form, `=`, `-`, `_`.
  private static func endsKey(_ text: Span<UInt8>, at i: Int) -> Bool {
    guard i < text.count else { return false }
    return switch text[i] {
    case 0x30...0x39, 0x3A, 0x3D, 0x2D, 0x5F: true
    case 0xEF: i + 2 < text.count && text[i + 1] == 0xBC && text[i + 2] == 0x9A
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
