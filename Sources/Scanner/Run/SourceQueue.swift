package import Inputs

/// The sources of a run in byte order of their paths: standard input first, then the walk.
package struct SourceQueue {
  private var includesStandardInput: Bool
  private var walk: Walk?

  /// - Parameter walk: nil where only standard input is read.
  package init(includesStandardInput: Bool, walk: consuming Walk?) {
    self.includesStandardInput = includesStandardInput
    self.walk = walk
  }

  mutating func next() -> WorkSource? {
    if includesStandardInput {
      includesStandardInput = false
      return .standardInput
    }
    return walk?.next().map { .entry($0) }
  }
}

/// Something to read, or a reason why not.
enum WorkSource {
  case standardInput
  case entry(WalkEntry)
}
