/// The paths of the command line in the system's own bytes.
///
/// ArgumentParser hands over strings, in which bytes that are no UTF-8 were replaced; such a path is
/// looked up among the arguments of the process.
enum PathArguments {
  /// - Parameter paths: as ArgumentParser gives them.
  /// - Returns: the bytes of each; of two that became one string, both, for either.
  static func bytes(of paths: [String]) -> [[UInt8]] {
    paths.flatMap { path in
      path.unicodeScalars.contains("\u{FFFD}") ? arguments(reading: path) : [Array(path.utf8)]
    }
  }

  private static func arguments(reading path: String) -> [[UInt8]] {
    let all = (0..<Int(CommandLine.argc)).compactMap { index -> [UInt8]? in
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
      return unsafe Array(UnsafeBufferPointer(start: argument, count: length(argument)))
        .map { UInt8(bitPattern: $0) }
    }
    let matching = all.filter { String(decoding: $0, as: UTF8.self) == path }
    return matching.isEmpty ? [Array(path.utf8)] : matching
  }

  private static func length(_ argument: UnsafePointer<CChar>) -> Int {
    var count = 0
    while unsafe argument[count] != 0 { count += 1 }
    return count
  }
}
