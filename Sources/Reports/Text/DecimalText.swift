/// Decimal digits of whole numbers, without locale and without a string on the way.
enum DecimalText {
  @inline(__always)
  static func append(_ number: UInt64, to out: inout [UInt8]) {
    guard number >= 10 else {
      out.append(0x30 + UInt8(truncatingIfNeeded: number))
      return
    }
    // 20 digits hold every UInt64.
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var count = 0
    var rest = number
    while rest > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits[count] = 0x30 + UInt8(truncatingIfNeeded: digit)
      count += 1
      rest = quotient
    }
    while count > 0 {
      count -= 1
      out.append(digits[count])
    }
  }

  @inline(__always)
  static func append(_ number: Int, to out: inout [UInt8]) {
    if number < 0 { out.append(0x2D) }
    append(UInt64(number.magnitude), to: &out)
  }

  /// `part / whole` with exactly three decimals, rounded half up, by whole numbers alone so that
  /// the bytes are the same on every machine. `whole` must not be 0.
  static func appendRatio(_ part: UInt64, to whole: UInt64, into out: inout [UInt8]) {
    let thousandths = (UInt128(part) * 1000 + UInt128(whole / 2)) / UInt128(whole)
    append(UInt64(truncatingIfNeeded: thousandths / 1000), to: &out)
    out.append(0x2E)
    let decimals = UInt64(truncatingIfNeeded: thousandths % 1000)
    if decimals < 100 { out.append(0x30) }
    if decimals < 10 { out.append(0x30) }
    append(decimals, to: &out)
  }
}
