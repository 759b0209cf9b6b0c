/// What the words before a value say of it.
struct Label: Equatable {
  /// The terms that end directly before the value.
  var direct = TermTail()
  /// The terms before a word that says nothing of its own: `order` of `"order": {"no": "`, of
  /// `order id is `, 订单 of `订单 ID：`.
  var parent = TermTail()
  /// Where the text before the value's separators ends.
  var end = 0
  /// Where the value's line, or the reach, begins.
  var floor = 0
}

/// The terms with which a name or label ends, the longest first: 监护人电话, then 电话.
///
/// Several are kept since the longest may speak of something else than the type: whose number it is,
/// say, and the shorter one what it is.
struct TermTail: Equatable {
  private static let limit = 4
  private var terms = InlineArray<4, Int32>(repeating: -1)
  private(set) var count = 0
  /// The first term is the whole name: `id`, not `order_id`.
  var coversName = false
  /// A name of ASCII characters directly behind Chinese ones: 快照ID.
  var followsChinese = false

  /// Adds a longer term; the shortest are forgotten when there are too many.
  mutating func push(_ term: Int) {
    for i in stride(from: min(count, Self.limit - 1), to: 0, by: -1) { terms[i] = terms[i - 1] }
    terms[0] = Int32(term)
    count = min(count + 1, Self.limit)
  }

  subscript(_ i: Int) -> Int { Int(terms[i]) }

  var isEmpty: Bool { count == 0 }

  static func == (a: Self, b: Self) -> Bool {
    a.count == b.count && (0..<a.count).allSatisfy { a[$0] == b[$0] }
  }
}
