/// The characters speak for a Chinese name: a surname, and characters of given names, more than for any
/// word (`name_characters.tsv`, `surnames.tsv`, `name_like_words.tsv`).
///
/// Of the words of two or three characters that are no names 1 in 50 passes (18 decibans, 1 in 100 where
/// each counts as often as it occurs); of names, 98 in 100.
struct PersonNameCheck: Check {
  static let name = "person-name"

  let lexicon: LazyNameLexicon

  init(_ tables: FactTables) { lexicon = LazyNameLexicon(tables) }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard let decibans = lexicon.decibans(of: value) else { return .fail }
    return decibans >= NameLexicon.leastDecibans ? .pass : .fail
  }
}
