import Findings

/// What a form's pattern and checks accepted, before overlaps are settled.
struct LookAlike {
  /// Index of the compiled form; beyond all where `told` is set.
  var form: Int
  /// Byte range in the text.
  var range: Range<Int>
  var decibans: Int
  var facts: Facts
  var kind: Kind
  var role: Role
  /// Ranges in the finder's scratch.
  var canonical: Range<Int>
  var evidence: Range<Int>
  /// Bytes at the start that the mask may show (an address's administrative part).
  var visiblePrefix: Int
  /// Index of the rule of a value that a label or the name of its column told; it has no form.
  var told: Int?
  var basis = Basis.value
  /// How the source hides the value.
  var concealment = Concealment.none

  /// The most that the verdict of a column lifts its hits by; look-alikes of a cell below minus this
  /// can never become findings.
  static let liftLimitDecibans = 20
}
