/// What a reader of a text within a value finds in it, in the order of the text.
struct NestedPart {
  /// The place among the paths of the column.
  let place: Int
  /// Where the value stands in the text, its quotes left out; empty for an absent one.
  let range: Range<Int>
  let escapes: Escapes

  enum Escapes {
    case none
    case json
    case xml
  }
}
