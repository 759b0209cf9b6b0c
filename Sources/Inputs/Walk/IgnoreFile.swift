/// The rules of one `.piiignore` or `.gitignore` (gitignore(5)).
struct IgnoreFile: Sendable {
  private struct Rule: Sendable {
    let pattern: GlobPattern
    /// `!`: what matches is taken in again.
    let isNegated: Bool
  }

  private let rules: [Rule]

  /// - Parameter text: the content of the file. Lines that are no patterns are left out, as git
  ///   does; a carriage return at the end of a line is no part of it.
  init(_ text: some Collection<UInt8>) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = Array(text.starts(with: mark) ? text.dropFirst(3) : text.dropFirst(0))
    rules = body.split(separator: 0x0A).compactMap { Self.rule($0) }
  }

  var isEmpty: Bool { rules.isEmpty }

  /// Whether the last rule that matches leaves `path` (relative to the file's folder) out; nil when
  /// none matches.
  func excludes(_ path: ArraySlice<UInt8>, isDirectory: Bool) -> Bool? {
    rules.last { $0.pattern.matches(path, isDirectory: isDirectory) }.map { !$0.isNegated }
  }

  private static func rule(_ line: ArraySlice<UInt8>) -> Rule? {
    var line = line
    if line.last == 0x0D { line.removeLast() }
    // Spaces at the end count only after a backslash.
    while line.last == UInt8(ascii: " "), line.dropLast().last != UInt8(ascii: "\\") {
      line.removeLast()
    }
    guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
    let isNegated = first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    return GlobPattern(line).map { Rule(pattern: $0, isNegated: isNegated) }
  }
}
