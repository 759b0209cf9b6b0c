import Glibc
import Rulesets

/// Reads the user's own rules, policies and keys, which are small.
enum RulesetFiles {
  /// Larger files are none of these.
  private static let limitInBytes = 64 << 20

  /// Every `.yaml`, `.yml` and `.tsv` file of a directory, in byte order of names.
  static func read(directory: String) throws(InputError) -> [RulesetFile] {
    var files: [RulesetFile] = []
    for name in try names(inDirectory: directory)
    where [".yaml", ".yml", ".tsv"].contains(where: name.hasSuffix) {
      files.append(try read(file: directory + "/" + name))
    }
    return files
  }

  /// The names in a directory but for hidden ones, in byte order.
  static func names(inDirectory directory: String) throws(InputError) -> [String] {
    guard let handle = unsafe opendir(directory) else {
      throw InputError(path: directory, errno: errno)
    }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func read(file path: String) throws(InputError) -> RulesetFile {
    RulesetFile(path: path, bytes: try bytes(of: path))
  }

  /// The whole content of a small file.
  static func bytes(of path: String) throws(InputError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(path: path, errno: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw InputError(path: path, errno: errno)
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limitInBytes { throw InputError(path: path, errno: EFBIG) }
    }
  }
}

/// A file that the command line names cannot be read (exit status 65 for rules and policies).
struct InputError: Error {
  let path: String
  let errno: Int32
}
