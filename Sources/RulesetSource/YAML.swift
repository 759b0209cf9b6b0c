import Yams

/// Reads the small YAML that rulesets are written in: text, lists and mappings, one document a file.
///
/// Anchors, aliases, tags of one's own and keys that are not text are refused: no rule needs them,
/// and through aliases a file of a few lines stands for gigabytes.
package enum YAML {
  /// Ample: the longest built-in file has some tens of kilobytes.
  package static let limitInBytes = 1 << 20

  /// Levels of lists and mappings. libyaml itself stops at 1,000, so its recursion is bounded too.
  package static let limitInLevels = 64

  /// Reads the bytes of a file, which must be UTF-8; a byte order mark is allowed.
  package static func parse(_ bytes: [UInt8], file: String) throws(RulesetSyntaxError) -> Node {
    guard bytes.count <= limitInBytes else {
      throw RulesetSyntaxError(
        file: file, mark: .start,
        reason: .tooLarge(sizeInBytes: bytes.count, limitInBytes: limitInBytes))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      // The text with its broken places replaced shows where the first one is.
      let repaired = String(decoding: bytes, as: UTF8.self)
      var offset = 0
      for scalar in repaired.unicodeScalars {
        let encoded = UTF8.encode(scalar).map(Array.init) ?? []
        guard bytes[offset...].starts(with: encoded) else { break }
        offset += encoded.count
      }
      let sound = String(decoding: bytes[..<offset], as: UTF8.self)
      throw RulesetSyntaxError(file: file, mark: sound.endMark, reason: .notUTF8)
    }
    return try parse(text, file: file)
  }

  /// Reads the text of a file; `file` only names it in errors.
  ///
  /// Throws on the first fault, with its place. Cost: linear in the text.
  package static func parse(_ text: String, file: String) throws(RulesetSyntaxError) -> Node {
    func refused(_ reason: RulesetSyntaxError.Reason, at mark: Mark) -> RulesetSyntaxError {
      RulesetSyntaxError(file: file, mark: mark, reason: reason)
    }
    guard text.utf8.count <= limitInBytes else {
      throw refused(
        .tooLarge(sizeInBytes: text.utf8.count, limitInBytes: limitInBytes), at: .start)
    }
    let body = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    if let mark = AliasGuard.explosion(in: body) { throw refused(.anchor, at: mark) }

    let document: Yams.Node?
    let parser: Parser
    do {
      // The encoding is named, since the default one asks the environment and may print. The basic
      // resolver leaves every plain scalar text; the default one runs regular expressions over each.
      parser = try Parser(yaml: body, resolver: .basic, encoding: .utf8)
      document = try parser.singleRoot()
    } catch {
      throw RulesetSyntaxError(error, file: file)
    }
    // Anchors are held weakly by their nodes; the parser owns them.
    defer { withExtendedLifetime(parser) {} }
    guard let document else { throw refused(.empty, at: .start) }
    return try YamsConversion(file: file).node(document, level: 1)
  }
}
