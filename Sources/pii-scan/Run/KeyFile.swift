import Detectors
import Glibc

/// The key of the fingerprints, from `--key-file` or new.
enum KeyFile {
  static func key(_ path: String?) throws -> FingerprintKey {
    guard let path else { return .random() }
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try RulesetFiles.bytes(of: path)
    } catch {
      throw UnreadableKeyFile(cause: error)
    }
    guard bytes.count == FingerprintKey.masterKeySizeInBytes else {
      throw KeyFileError(path: path, sizeInBytes: bytes.count)
    }
    return FingerprintKey(master: bytes)
  }
}

/// A key file that holds something else than 32 bytes (exit status 64).
struct KeyFileError: Error {
  let path: String
  let sizeInBytes: Int
}

/// A key file that cannot be read (exit status 64).
struct UnreadableKeyFile: Error {
  let cause: InputError
}

/// How many processors this process may use.
enum Processors {
  static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// Device and inode: what a file is, whatever its name.
enum FileIdentity {
  static func of(path: String) -> (device: UInt64, inode: UInt64)? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return (UInt64(status.st_dev), UInt64(status.st_ino))
  }
}
