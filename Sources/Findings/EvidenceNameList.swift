/// The names that the evidence of a run has, by number: those of rules, then for each term of the tables
/// `label:<term>`, then `column:<term>`.
///
/// A name of a term is put together when it is asked for: there are some 14,000 and a run tells of few.
package struct EvidenceNameList: RandomAccessCollection, Sendable {
  private let names: [String]
  private let terms: [String]

  /// - Parameters:
  ///   - names: the first ones, as they are.
  ///   - terms: words that stand before a value or name its column.
  package init(_ names: [String], terms: [String] = []) {
    self.names = names
    self.terms = terms
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { names.count + 2 * terms.count }

  package subscript(_ number: Int) -> String { kind(of: number) + rest(of: number) }

  /// What a name of a term begins with; empty for those of rules.
  package func kind(of number: Int) -> String {
    let term = number - names.count
    return term < 0 ? "" : term < terms.count ? "label:" : "column:"
  }

  /// What follows `kind(of:)`.
  package func rest(of number: Int) -> String {
    let term = number - names.count
    return term < 0 ? names[number] : terms[term < terms.count ? term : term - terms.count]
  }
}
