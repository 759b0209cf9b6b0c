/// A part of a pattern, as far as strings that match it are drawn from it.
indirect enum PatternNode: Sendable {
  /// One of these characters.
  case characters([Unicode.Scalar])
  case sequence([PatternNode])
  case choice([PatternNode])
  /// So many times.
  case repeated(PatternNode, ClosedRange<Int>)
  /// A capturing group of this number.
  case group(Int, PatternNode)
  /// What the group of this number matched.
  case reference(Int)

  /// Matches nothing and takes no room: look-arounds, which the pattern itself judges afterwards.
  static let nothing = PatternNode.sequence([])
}

extension Unicode.Scalar {
  /// Whether it is one of the letters and digits that make up the length of a number.
  var isSignificant: Bool {
    switch self {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }
}
