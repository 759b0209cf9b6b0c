/// Holds the citations of a policy against the text that it reads.
package struct TextCheck: Sendable, Hashable {
  package enum Fault: Sendable, Hashable {
    /// The text at hand is another than the one that was read; its lines may have moved.
    case digestDiffers(expected: String, found: String)
    /// The clause's line is beyond the last.
    case noSuchLine(clause: String, lineCount: Int)
    /// Words that are cited do not stand on the clause's line.
    case wordsNotOnLine(clause: String, words: String)
  }

  /// The policy reads a text; a law or a standard has none at hand to check.
  package let isChecked: Bool
  /// Words that were looked for, each on its line.
  package let citationCount: Int
  package let faults: [Fault]

  /// - Parameters:
  ///   - sha256Hex: of the bytes of the text, lower-case; the caller computes it.
  ///   - lines: the text's lines, without their ends; line 1 first.
  ///
  /// Case is ignored. Cost: every cited line is read once per cited word.
  package init(_ policy: Policy, sha256Hex: String, lines: [String]) {
    guard let text = policy.text else {
      isChecked = false
      citationCount = 0
      faults = []
      return
    }
    isChecked = true
    var faults: [Fault] = []
    if text.sha256Hex != sha256Hex {
      faults.append(.digestDiffers(expected: text.sha256Hex, found: sha256Hex))
    }
    var count = 0
    var seen: Set<Citation> = []
    for citation in policy.citations where seen.insert(citation).inserted {
      guard let line = Clause.line(of: citation.clause) else { continue }
      guard line <= lines.count else {
        faults.append(.noSuchLine(clause: citation.clause, lineCount: lines.count))
        continue
      }
      let folded = Array(lines[line - 1].lowercased().utf8)
      for words in citation.words {
        count += 1
        if !Self.stands(Array(words.lowercased().utf8), in: folded) {
          faults.append(.wordsNotOnLine(clause: citation.clause, words: words))
        }
      }
    }
    citationCount = count
    self.faults = faults
  }

  private static func stands(_ words: [UInt8], in line: [UInt8]) -> Bool {
    guard words.count <= line.count else { return false }
    return (0...(line.count - words.count)).contains { line[$0...].starts(with: words) }
  }
}
