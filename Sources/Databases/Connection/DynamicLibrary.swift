import Glibc

/// A shared library that is loaded when it is needed, and stays.
@safe
struct DynamicLibrary {
  private let handle: UnsafeMutableRawPointer

  /// - Parameter name: the file name with the version of the interface (`libpq.so.5`), looked for where
  ///   the system looks for libraries.
  /// - Throws: `missingLibrary`; `noLibraries`.
  init(_ name: String) throws(DatabaseError) {
    guard Self.canLoad else { throw DatabaseError(.noLibraries, detail: name) }
    guard let handle = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
      throw DatabaseError(.missingLibrary, detail: name)
    }
    unsafe self.handle = unsafe handle
  }

  /// False in a program that is linked statically: it knows no name of the C library that a library loaded into
  /// it would ask for, and would get a second C library of perhaps another version.
  private static var canLoad: Bool { unsafe dlsym(nil, "dlopen") != nil }

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
