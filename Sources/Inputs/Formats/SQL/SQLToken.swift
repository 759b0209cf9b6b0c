/// A word of the part of SQL that is not data. Its text, where it has one, is `SQLLexer.text`.
enum SQLToken: Equatable {
  /// A name or keyword that is not quoted, or a number.
  case word
  /// A quoted name, without its quotes.
  case name
  /// A string, its escapes undone.
  case string
  case symbol(UInt8)
  /// A line that begins a new statement: the one before was cut short, or ends without a mark.
  case statementStart
  /// The end of the text.
  case end
}
