import CSodium
package import Findings

/// The key of a run's fingerprints.
///
/// The hash is SipHash-2-4 with 128 bits of output (Aumasson, Bernstein 2012), keyed by a subkey that
/// BLAKE2b derives from the 32-byte master key. It is libsodium's; HMAC-SHA256 gave 3 million values
/// a second, too few for every value of a dense dump.
package struct FingerprintKey: Sendable {
  package static let masterKeySizeInBytes = 32

  private var key = InlineArray<16, UInt8>(repeating: 0)

  /// - Parameter master: 32 bytes.
  package init(master: [UInt8]) {
    precondition(master.count == Self.masterKeySizeInBytes, "a master key has 32 bytes")
    var subkey = [UInt8](repeating: 0, count: 16)
    // Context and number are part of the format: reports made with one key file can be linked.
    _ = unsafe crypto_kdf_derive_from_key(&subkey, 16, 1, "pii-scan", master)
    for i in 0..<16 { key[i] = subkey[i] }
  }

  /// A key that no other run will have.
  package static func random() -> FingerprintKey {
    _ = sodium_init()
    var master = [UInt8](repeating: 0, count: masterKeySizeInBytes)
    unsafe randombytes_buf(&master, master.count)
    return FingerprintKey(master: master)
  }

  /// Tells two keys apart and nothing else about them.
  package var check: Fingerprint { fingerprint(of: Array("key of the fingerprints".utf8)) }

  /// A fingerprint of what is no value: the paths that a run was given.
  package func fingerprint(of bytes: [UInt8]) -> Fingerprint { fingerprint(bytes.span) }

  /// The fingerprint of `bytes`. About 40 ns for a number.
  func fingerprint(_ bytes: Span<UInt8>) -> Fingerprint {
    var digest: (UInt64, UInt64) = (0, 0)
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe withUnsafeMutableBytes(of: &digest) { output in
        unsafe key.span.withUnsafeBufferPointer { key in
          guard let output = output.baseAddress, let key = key.baseAddress else { return }
          _ = unsafe crypto_shorthash_siphashx24(
            output.assumingMemoryBound(to: UInt8.self), input.baseAddress,
            UInt64(input.count), key)
        }
      }
    }
    return Fingerprint(high: digest.0.bigEndian, low: digest.1.bigEndian)
  }
}
