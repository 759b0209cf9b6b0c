/// The characters whose occurrence may belong to an address: a bit per scalar of U+4E00–9FFF.
package struct PlaceAlphabet: Sendable {
  private var bits = ContiguousArray<UInt64>(repeating: 0, count: 0x5200 / 64)

  /// The tables of `csieve_order.buckets`, then those of `wide_buckets`.
  private var buckets = ContiguousArray<UInt8>(repeating: 0, count: wideTables + 192)
  static let wideTables = 80

  /// - Parameter characters: CJK unified ideographs; others are ignored.
  package init(_ characters: String) {
    for scalar in characters.unicodeScalars where (0x4E00...0x9FFF).contains(scalar.value) {
      let index = Int(scalar.value - 0x4E00)
      bits[index >> 6] |= 1 << UInt64(index & 63)
    }
    // Neighbours share a bucket: their first bytes are alike, so that a bucket admits few others.
    let scalars = Set(characters.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) })
      .sorted()
    for (i, scalar) in scalars.enumerated() {
      let bucket: UInt8 = 1 << UInt8(i * 8 / scalars.count)
      let bytes = Array(String(scalar).utf8)
      let halves = [
        bytes[0] & 0x0F, bytes[1] & 0x0F, bytes[1] >> 4, bytes[2] & 0x0F, bytes[2] >> 4,
      ]
      for (table, half) in halves.enumerated() { buckets[16 * table + Int(half)] |= bucket }
      for table in 0..<3 {
        buckets[Self.wideTables + 64 * table + Int(bytes[table] & 0x3F)] |= bucket
      }
    }
  }

  /// Whether the three-byte UTF-8 character `a b c` (E4–E9 …) is in the alphabet.
  @inline(__always)
  package func contains(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    let scalar = Int(a & 0x0F) << 12 | Int(b & 0x3F) << 6 | Int(c & 0x3F)
    let index = scalar - 0x4E00
    guard index >= 0, index < 0x5200 else { return false }
    return bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  /// The bits and the tables of buckets, for the kernels.
  func withUnsafeTables<R>(
    _ body: (UnsafePointer<UInt64>?, UnsafePointer<UInt8>?) -> R
  ) -> R {
    unsafe bits.withUnsafeBufferPointer { bits in
      unsafe buckets.withUnsafeBufferPointer { buckets in
        unsafe body(bits.baseAddress, buckets.baseAddress)
      }
    }
  }
}
