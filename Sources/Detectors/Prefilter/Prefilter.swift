/// Says at which marks a form's pattern is tried.
///
/// Its contract is one sentence: *it proposes every position at which the pattern can match.* A
/// property test compares it with PCRE2 alone.
package enum Prefilter: Equatable, Sendable {
  /// At the first digit of a number (and at the `+` or bracket before it) that fits the gate.
  case number(NumberGate)
  /// At the first digit of four groups of one to three digits joined by full stops.
  case dottedQuad
  /// At the beginnings of groups of hexadecimal digits, at least one of them decimal, joined by colons
  /// or hyphens, or of three groups of four joined by full stops.
  case hexGroups
  /// At the first digit of two decimal fractions of four places and more, joined by a comma, a semicolon
  /// or blanks, and of a number of degrees (39°, 39度).
  case decimalPair
  /// At the beginning of a run of letters, digits, `_` and `-` that holds a digit and has a label of the
  /// rule's kinds before it; at the digit that such a label is glued to; at the beginning of a cell
  /// whose column is named so.
  case labelledWord
  /// At the first character of a word of letters and digits that fits the gate.
  case word(WordGate)
  /// At a Chinese character of the gate that leads a number or a word with a digit, and at each of up to
  /// two letters directly before it.
  case lead(LeadGate)
  /// At every letter or digit that may begin the local part before an at-sign.
  case at
  /// At the starts that `PlaceProposer` tells from the place marks.
  case place
  /// Behind a label of the rule (`姓名：`, `"realName":"`), and at the values of a cell whose column has
  /// such a name.
  case label
}

/// What a number must look like for a form to be tried: a superset of what its pattern accepts.
package struct NumberGate: Equatable, Sendable {
  /// Bit *n*: the pattern can end after the *n*-th digit (extensions behind the number do not
  /// count).
  package let lengths: UInt64
  /// Bit *d*: the first digit can be *d*.
  package let firstDigits: UInt16
  /// The character that follows the first group of digits: three bytes of UTF-8 (年), 0 for any.
  private let follower: UInt32
  /// Bit *n*: a byte can stand before the first digit whose six low bits are *n*.
  let preceders: UInt64

  /// - Parameters:
  ///   - lengths: digit counts, each 1...63.
  ///   - firstDigits: each 0...9.
  ///   - follower: what always follows the first group of digits: one character of three bytes, such
  ///     as any Chinese one; nil where anything may.
  ///   - preceders: the characters of which one always stands directly before the first digit; nil where
  ///     anything may.
  package init(
    lengths: [Int], firstDigits: [Int], follower: Character? = nil, preceders: String? = nil
  ) {
    let bytes = follower.map { Array(String($0).utf8) } ?? []
    precondition(bytes.isEmpty || bytes.count == 3, "a follower has three bytes of UTF-8")
    self.preceders = preceders.map(Self.bits) ?? .max
    self.follower = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    self.lengths = lengths.reduce(0) { $0 | 1 << UInt64($1) }
    self.firstDigits = firstDigits.reduce(0) { $0 | 1 << UInt16($1) }
  }

  /// The last bytes of characters, and of the full-width forms that fold to them.
  private static func bits(before characters: String) -> UInt64 {
    characters.reduce(0) { bits, character in
      let last = UInt64(Array(String(character).utf8).last ?? 0)
      // Blanks, dashes and dots have many forms.
      if [0x20, 0x2D, 0x2E].contains(last) { return .max }
      return bits | 1 << (last & 63) | (character.isASCII ? 1 << (last &+ 32 & 63) : 0)
    }
  }

  /// Whether a number may be meant that has this byte before it, 0 where the text begins.
  @inline(__always)
  func admits(behind byte: UInt8) -> Bool { preceders >> UInt64(byte & 63) & 1 == 1 }

  /// The pattern reads on behind the first group, over digits that the shape has not seen and that may
  /// be full-width.
  var readsOn: Bool { follower != 0 }

  @inline(__always)
  func admits(_ shape: NumberShape) -> Bool {
    lengths & shape.lengths != 0 && firstDigits >> UInt16(shape.firstDigit) & 1 == 1
      && (follower == 0 || follower == shape.follower)
  }
}
