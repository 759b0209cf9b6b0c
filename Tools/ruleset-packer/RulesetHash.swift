import CSodium

/// The hash that names a state of the rulesets: what this prints, in SHA-256.
///
///     cd rulesets && LC_ALL=C sha256sum detectors/*.yaml policies/*.yaml tables/*.tsv | sha256sum
struct RulesetHash {
  private var listing = ""

  /// Adds a file; files are added in the order of their names' bytes.
  mutating func add(name: String, bytes: [UInt8]) {
    listing += "\(Self.sha256(bytes))  \(name)\n"
  }

  var hex: String { Self.sha256(Array(listing.utf8)) }

  private static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    let status = unsafe crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    precondition(status == 0, "crypto_hash_sha256 cannot fail")
    return digest.map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 2 ? hex : "0\(hex)"
    }.joined()
  }
}
