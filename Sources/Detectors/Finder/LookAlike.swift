import Findings

/// What a form's pattern and checks accepted, before overlaps are settled.
struct LookAlike {
  /// Index of the compiled form.
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

  /// The most that the verdict of a column lifts its hits by; look-alikes of a cell below minus this
  /// can never become findings.
  static let liftLimitDecibans = 20
}
