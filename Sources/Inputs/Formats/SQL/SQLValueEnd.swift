/// How the reading of a value, a row or a block of rows ended.
enum SQLValueEnd {
  /// With the mark that ends it.
  case closed
  /// With the text, before it was complete: the dump is cut.
  case cut
  /// With the text, where a statement may end that needs no mark behind it.
  case open
  /// At a line that begins a new statement, or at a `;`: what was pushed is a part of it at best.
  case broken
}
