/// A glob pattern for paths, as in a line of `.gitignore` (gitignore(5), "PATTERN FORMAT").
///
/// A pattern with a slash before its end is matched from the folder it belongs to; one without is
/// matched against a name in any depth. `**` as a whole name stands for any number of folders.
struct GlobPattern: Sendable {
  private enum Part: Sendable {
    case name(GlobSegment)
    /// `**`
    case folders
  }

  private let parts: [Part]
  /// Only directories match: the pattern ends with a slash.
  let isForDirectories: Bool

  /// Nil for an empty or a broken pattern.
  init?(_ pattern: some Collection<UInt8>) {
    let slash = UInt8(ascii: "/")
    var text = Array(pattern)[...]
    isForDirectories = text.last == slash
    if isForDirectories { text.removeLast() }
    let isAnchored = text.contains(slash)
    if text.first == slash { text.removeFirst() }
    guard !text.isEmpty else { return nil }
    var parts: [Part] = isAnchored ? [] : [.folders]
    for segment in text.split(separator: slash, omittingEmptySubsequences: false) {
      if Array(segment) == Array("**".utf8) {
        parts.append(.folders)
      } else {
        guard let name = GlobSegment(segment) else { return nil }
        parts.append(.name(name))
      }
    }
    self.parts = parts
  }

  /// Whether `path`, relative to the pattern's folder and without slashes at its ends, matches.
  func matches(_ path: ArraySlice<UInt8>, isDirectory: Bool) -> Bool {
    if isForDirectories, !isDirectory { return false }
    let names = path.split(separator: UInt8(ascii: "/"))
    // reached[i]: the parts so far match the first i names. O(parts × names).
    var reached = [Bool](repeating: false, count: names.count + 1)
    reached[0] = true
    for (ordinal, part) in parts.enumerated() {
      switch part {
      case .name(let segment):
        for index in stride(from: names.count, to: 0, by: -1) {
          reached[index] = reached[index - 1] && segment.matches(names[index - 1])
        }
        reached[0] = false
      case .folders:
        let isTrailing = ordinal == parts.count - 1
        // "a/**" is what is inside a, not a itself.
        var hasReached = false
        for index in reached.indices {
          let before = hasReached
          hasReached = hasReached || reached[index]
          reached[index] = isTrailing ? before : hasReached
        }
      }
    }
    return reached[names.count]
  }
}
