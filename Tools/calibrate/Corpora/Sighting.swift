/// A finding as far as calibration asks: where it stands, what of, and the evidence for it.
struct Sighting {
  let path: String
  /// Index of the rule.
  let rule: Int
  /// Bytes of the file as stored.
  let range: Range<Int>
  let isInCell: Bool
  let decibans: Int
  let evidence: [(name: String, decibans: Int)]
}
