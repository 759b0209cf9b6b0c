/// Reads the ASCII digits of `range` as a number; nil when one is none. At most 18 digits.
@inline(__always)
func decimal(_ value: Span<UInt8>, _ range: Range<Int>) -> Int? {
  var number = 0
  for i in range {
    let digit = value[i] &- 0x30
    guard digit <= 9 else { return nil }
    number = number * 10 + Int(digit)
  }
  return number
}
