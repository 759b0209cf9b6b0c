import Glibc

/// The calls of the system that writing reports needs, each wrapped once: names and descriptors in,
/// error numbers out, EINTR retried.
///
/// This is the one file of the module with unsafe expressions, since C takes pointers.
enum SystemCalls {
  /// A call failed with this `errno`.
  struct Failure: Error {
    let errno: Int32
  }

  /// `mkdir(2)`.
  static func makeDirectory(_ path: String, mode: mode_t) throws(Failure) {
    try check { unsafe mkdir(path, mode) }
  }

  /// A descriptor of an existing directory, for the `...at` calls.
  static func openDirectory(_ path: String) throws(Failure) -> Int32 {
    try check { unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  /// Creates `name` anew for writing: never follows a link, never opens what is there already.
  static func create(_ name: String, in directory: Int32, mode: mode_t) throws(Failure) -> Int32 {
    try check {
      unsafe openat(
        directory, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    }
  }

  /// Takes the directory for this process until the descriptor is closed; fails with EWOULDBLOCK
  /// where another process has it.
  static func lock(_ directory: Int32) throws(Failure) {
    try check { flock(directory, LOCK_EX | LOCK_NB) }
  }

  static func rename(_ name: String, to newName: String, in directory: Int32) throws(Failure) {
    try check { unsafe renameat(directory, name, directory, newName) }
  }

  static func remove(_ name: String, in directory: Int32) throws(Failure) {
    try check { unsafe unlinkat(directory, name, 0) }
  }

  /// Closes; on Linux the descriptor is gone even when the call fails, so it is not retried.
  static func close(_ descriptor: Int32) throws(Failure) {
    if Glibc.close(descriptor) != 0, errno != EINTR { throw Failure(errno: errno) }
  }

  /// Writes all of `bytes`, in as many calls as it takes.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw Failure(errno: errno)
      }
    }
  }

  /// A descriptor of an existing file, for reading.
  static func openFile(_ path: String) throws(Failure) -> Int32 {
    try check { unsafe open(path, O_RDONLY | O_CLOEXEC) }
  }

  /// The next bytes, at most `count`; none at the end.
  static func read(_ descriptor: Int32, upTo count: Int) throws(Failure) -> [UInt8] {
    var failure: Failure?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while true {
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress, count)
        if got >= 0 {
          filled = got
          return
        }
        if errno != EINTR {
          failure = Failure(errno: errno)
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// The names in a directory but for `.` and `..`, as bytes, in no order.
  static func names(inDirectory path: String) throws(Failure) -> [[UInt8]] {
    guard let stream = unsafe opendir(path) else { throw Failure(errno: errno) }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw Failure(errno: errno) }
        return names
      }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe [UInt8](bytes.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
  }

  @discardableResult
  private static func check(_ call: () -> Int32) throws(Failure) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw Failure(errno: errno) }
    }
  }
}
