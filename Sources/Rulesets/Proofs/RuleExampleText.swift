/// An example's text with the byte range of its value, and the texts that its variants are.
///
/// Nothing here looks for anything: these are the multiplications only.
package struct RuleExampleText: Hashable, Sendable {
  package let text: String
  package let span: Range<Int>

  package init(text: String, span: Range<Int>) {
    self.text = text
    self.span = span
  }

  /// Characters of three and of four bytes, ended by a line feed so that they are no label.
  static let prefix = "甲𠮷乙\n"

  /// What stands before the value, the value, and what stands after it.
  var parts: (before: String, value: String, after: String) {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: span.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: span.upperBound)
    return (String(text[..<start]), String(text[start..<end]), String(text[end...]))
  }

  package var behindPrefix: RuleExampleText {
    let shift = Self.prefix.utf8.count
    return RuleExampleText(
      text: Self.prefix + text, span: span.lowerBound + shift..<span.upperBound + shift)
  }

  /// The value with `glue` directly before it; the range is the value's.
  package func after(_ glue: String) -> RuleExampleText {
    let (before, value, after) = parts
    let start = span.lowerBound + glue.utf8.count
    return RuleExampleText(
      text: before + glue + value + after, span: start..<start + span.count)
  }

  /// The value with `glue` directly after it; the range is the value's.
  package func before(_ glue: String) -> RuleExampleText {
    let (before, value, after) = parts
    return RuleExampleText(text: before + value + glue + after, span: span)
  }

  /// The value with its ASCII digits written full-width (U+FF10 to U+FF19).
  package var fullWidth: RuleExampleText {
    replacingValue { scalar in
      guard (0x30...0x39).contains(scalar.value) else { return nil }
      return Unicode.Scalar(scalar.value + 0xFEE0)
    }
  }

  private func replacingValue(
    _ replacement: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> RuleExampleText {
    let (before, value, after) = parts
    var scalars = String.UnicodeScalarView()
    for scalar in value.unicodeScalars { scalars.append(replacement(scalar) ?? scalar) }
    let replaced = String(scalars)
    return RuleExampleText(
      text: before + replaced + after,
      span: span.lowerBound..<span.lowerBound + replaced.utf8.count)
  }

  /// Every text that differs from this one in a single digit of the value: for each ASCII digit the
  /// nine others, and for an `X` at the end (a check character) all ten.
  package var changedDigits: [(byteInValue: Int, digit: String, text: RuleExampleText)] {
    let (before, value, after) = parts
    let bytes = Array(value.utf8)
    var changed: [(byteInValue: Int, digit: String, text: RuleExampleText)] = []
    for (index, byte) in bytes.enumerated() {
      let isDigit = (0x30...0x39).contains(byte)
      let isCheckCharacter = index == bytes.count - 1 && byte | 0x20 == UInt8(ascii: "x")
      guard isDigit || isCheckCharacter else { continue }
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != byte {
        var other = bytes
        other[index] = digit
        changed.append(
          (
            byteInValue: index, digit: String(UnicodeScalar(digit)),
            text: RuleExampleText(
              text: before + String(decoding: other, as: UTF8.self) + after, span: span)
          ))
      }
    }
    return changed
  }

  /// Whether the value begins or ends with an ASCII letter or digit, so that another one glued to it
  /// makes it a part of a longer word.
  package var beginsWithLetterOrDigit: Bool { parts.value.utf8.first.map(Self.isWord) ?? false }
  package var endsWithLetterOrDigit: Bool { parts.value.utf8.last.map(Self.isWord) ?? false }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
