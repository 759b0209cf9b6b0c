import Glibc

/// A shared library that is loaded when it is needed, and stays.
@safe
struct DynamicLibrary {
  private let handle: UnsafeMutableRawPointer

  /// - Parameter name: the file name with the version of the interface (`libpq.so.5`), looked for where
  ///   the system looks for libraries.
  /// - Throws: `missingLibrary`.
  init(_ name: String) throws(DatabaseError) {
    guard let handle = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
      throw DatabaseError(.missingLibrary, detail: name)
    }
    unsafe self.handle = unsafe handle
  }

  /// The function of this name; `F` must be its type in C.
  ///
  /// - Throws: `unfitLibrary`.
  func function<F>(_ name: String, as type: F.Type = F.self) throws(DatabaseError) -> F {
    guard let address = unsafe dlsym(handle, name) else {
      throw DatabaseError(.unfitLibrary, detail: name)
    }
    return unsafe unsafeBitCast(address, to: type)
  }
}
