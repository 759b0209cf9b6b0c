/// A ruleset file that cannot be read as the small YAML that rulesets are written in.
package struct RulesetSyntaxError: Error, Hashable, Sendable {
  package let file: String
  package let mark: Mark
  package let reason: Reason

  package init(file: String, mark: Mark, reason: Reason) {
    self.file = file
    self.mark = mark
    self.reason = reason
  }

  package enum Reason: Hashable, Sendable {
    case empty
    case tooLarge(sizeInBytes: Int, limitInBytes: Int)
    case tooDeep(limit: Int)
    case notUTF8
    /// A character that YAML does not allow in a text (most control characters).
    case forbiddenCharacter(scalar: UInt32)
    case duplicateKey(String)
    case keyIsNotText
    /// Anchors and aliases: a file of a few lines can stand for gigabytes through them.
    case anchor
    case tag(String)
    case severalDocuments
    /// Not YAML; `problem` is the parser's own short phrase, in English.
    case malformed(problem: String)
    // Of tables.
    /// The last line does not end with a line feed: perhaps the file was cut.
    case unfinishedLine
    case missingHeader
    /// A built-in table does not begin with remarks on its source.
    case missingSource
    case carriageReturn
    case columnCount(found: Int, expected: Int)
    /// A table that adds to a built-in one has other columns than it.
    case otherColumns(expected: [String])
  }
}
