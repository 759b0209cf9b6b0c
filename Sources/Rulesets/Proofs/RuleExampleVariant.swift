/// One of the ways in which an example of a rule is tried.
package enum RuleExampleVariant: Hashable, Sendable {
  case asWritten
  /// Behind characters of three and four bytes: every offset moves by exactly their bytes.
  case behindPrefix
  /// A Chinese character directly before or after the value: still found.
  case beforeChinese
  case afterChinese
  /// An ASCII digit or letter directly before or after the value: the value is part of a longer
  /// word and gone.
  case afterLetterOrDigit(String)
  case beforeLetterOrDigit(String)
  /// The text belongs to two calls, the second from this byte on: found once.
  case cut(atByte: Int)
  /// The value's digits full-width: found, and known to be the same value.
  case fullWidth
  /// The digit at this byte of the value replaced: a check digit refuses it.
  case changedDigit(atByte: Int, to: String)
}
