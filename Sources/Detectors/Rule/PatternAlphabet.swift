/// Tells which patterns mean the same in bytes and in characters: bytes are cheaper to match.
enum PatternAlphabet {
  /// Whether every character of the pattern beyond ASCII stands for the bytes of its UTF-8: none in a
  /// class (`[路街]` would be a set of bytes), none with a quantifier of its own, and neither `.` nor a
  /// class of Unicode's beside them.
  ///
  /// - Parameter pattern: PCRE2 in free-spacing form.
  static func runsOnBytes(_ pattern: String) -> Bool {
    var isEscaped = false
    var isInClass = false
    var isRemark = false
    var isBehindCharacter = false
    var hasCharacters = false
    var needsCharacters = false
    for scalar in pattern.unicodeScalars {
      if isRemark {
        isRemark = scalar != "\n"
        continue
      }
      if isEscaped {
        isEscaped = false
        needsCharacters = needsCharacters || "pPXRNCo".unicodeScalars.contains(scalar)
        isBehindCharacter = false
        continue
      }
      guard scalar.isASCII else {
        if isInClass { return false }
        hasCharacters = true
        isBehindCharacter = true
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "[": isInClass = true
      case "]": isInClass = false
      case "#" where !isInClass: isRemark = true
      case " ", "\n", "\t": continue
      case "?", "*", "+", "{": if isBehindCharacter { return false }
      case "." where !isInClass: needsCharacters = true
      default: break
      }
      isBehindCharacter = false
    }
    // Of a pattern of ASCII the bytes are meant: it was always so.
    return !hasCharacters || !needsCharacters
  }
}

extension Form {
  /// The pattern is matched in bytes rather than in characters.
  package var runsOnBytes: Bool {
    prefilter != .place && prefilter != .label && PatternAlphabet.runsOnBytes(pattern)
  }
}
