/// The number that a digit or an upper-case letter counts in check sums: 0–9, then A as 10 to Z as 35; nil
/// for other bytes.
@inline(__always)
func alphanumeric(_ byte: UInt8) -> Int? {
  switch byte {
  case 0x30...0x39: Int(byte) - 0x30
  case 0x41...0x5A: Int(byte) - 0x37
  default: nil
  }
}
