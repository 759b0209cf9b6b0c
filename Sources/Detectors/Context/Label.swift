/// What the words before a value say of it.
struct Label: Equatable {
  /// Index of the term that stands directly before the value (or names its column); nil when none
  /// of the table does.
  var direct: Int?
  /// Where the text before the direct label, or before the value's separators, ends.
  var end: Int
  /// Where the value's line, or the reach, begins.
  var floor: Int
}
