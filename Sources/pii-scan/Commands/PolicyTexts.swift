import CSodium
import Glibc
import Policies

/// The texts that policies cite, in a directory of the user's: told by the digest that a policy pins,
/// else by the name that it records, so that a text that has changed is noticed and not just missing.
struct PolicyTexts {
  /// A text at hand.
  struct Text {
    let path: String
    /// SHA-256 of the bytes, lower-case.
    let sha256Hex: String
    let lines: [String]
  }

  private let directory: String
  /// Paths by digest. Files that are no texts of a sensible size are left out.
  private var paths: [String: String] = [:]
  private var names: Set<String> = []

  /// Reads every file of `directory` once.
  init(directory: String) throws(InputError) {
    self.directory = directory
    for name in try RulesetFiles.names(inDirectory: directory) {
      let path = directory + "/" + name
      let bytes: [UInt8]
      do throws(InputError) {
        bytes = try RulesetFiles.bytes(of: path)
      } catch  where error.errno == EISDIR || error.errno == EFBIG {
        continue
      }
      names.insert(name)
      paths[Self.sha256Hex(bytes)] = path
    }
  }

  /// The text that `policy` reads; nil where it reads none or it is not at hand.
  func text(of policy: Policy) throws(InputError) -> Text? {
    guard let wanted = policy.text else { return nil }
    let named = names.contains(wanted.file) ? directory + "/" + wanted.file : nil
    guard let path = paths[wanted.sha256Hex] ?? named else { return nil }
    let bytes = try RulesetFiles.bytes(of: path)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
    }
    return Text(path: path, sha256Hex: Self.sha256Hex(bytes), lines: lines)
  }

  /// FIPS 180-4, by libsodium.
  private static func sha256Hex(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    let status = unsafe crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    precondition(status == 0, "crypto_hash_sha256 cannot fail")
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
