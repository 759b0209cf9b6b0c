/// One clause of a declaration.
package struct Declaration: Sendable, Hashable {
  /// What the scanner can find of it.
  package let data: [Datum]
  /// The words of each of `data`, in its order; empty where they were not told apart.
  package let wordsOfData: [[String]]
  /// What it cannot, in the text's own words.
  package let others: [String]
  /// The clause, with the words of both.
  package let citation: Citation

  package init(
    data: [Datum], wordsOfData: [[String]] = [], others: [String], citation: Citation
  ) {
    self.data = data
    self.wordsOfData = wordsOfData
    self.others = others
    self.citation = citation
  }

  /// The clause with the words of those data that cover `datum`; nil where none does. A type without
  /// a kind covers all its kinds.
  package func citation(of datum: Datum) -> Citation? {
    let covering = data.indices.filter { data[$0].covers(datum) }
    if covering.isEmpty { return nil }
    var words: [String] = []
    for index in covering where wordsOfData.indices.contains(index) {
      for word in wordsOfData[index] where !words.contains(word) { words.append(word) }
    }
    return Citation(
      clause: citation.clause, words: wordsOfData.isEmpty ? citation.words : words)
  }
}
