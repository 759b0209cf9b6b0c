/// What the words at a value say of it.
struct Label: Equatable {
  /// Index of the term that stands directly before the value (or names its column); nil when none
  /// of the table does.
  var direct: Int?
  /// Indices of up to four terms in the same line before the value, nearest first.
  var near: [Int] = []

  static let none = Label()
}
