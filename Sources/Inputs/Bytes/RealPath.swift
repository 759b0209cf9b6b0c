import Glibc

/// Names of files as the system resolves them.
enum RealPath {
  /// `path` without links, `.` and `..`; nil when it does not exist or cannot be resolved.
  static func resolving(_ path: [UInt8]) -> [UInt8]? {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    guard let resolved = unsafe realpath(name, nil) else { return nil }
    defer { unsafe free(resolved) }
    let length = unsafe strlen(resolved)
    return unsafe UnsafeBufferPointer(start: resolved, count: length).map {
      UInt8(bitPattern: $0)
    }
  }
}
