/// A 64-bit FNV-1a hash of bytes: the key of the tables of terms, so that looking a word up needs no
/// String. With some 10,000 terms two of them collide once in 10^11 tables; a test asserts that
/// none do.
package enum TermHash {
  package static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  package static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  package static func of(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = seed
    for i in range { hash = adding(bytes[i], to: hash) }
    return hash
  }
}
