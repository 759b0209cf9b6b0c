package import Findings
package import Inputs

/// The sources of a run in byte order of their paths: standard input (`-`) first, then the walk; or
/// sources that are no files.
package struct SourceQueue {
  /// The path that stands for standard input.
  static let standardInputPath = Array("-".utf8)

  private var includesStandardInput: Bool
  private var walk: DirectoryWalk?
  /// The last comes first.
  private var records: [any RecordSource] = []
  private var share = Share.whole
  /// Sources that `meet` gave.
  private var met: UInt64 = 0

  /// - Parameters:
  ///   - walk: nil where only standard input is read.
  ///   - share: those that the run is to read; the others are only counted.
  package init(includesStandardInput: Bool, walk: DirectoryWalk?, share: Share = .whole) {
    self.includesStandardInput = includesStandardInput
    self.walk = walk
    self.share = share
  }

  /// - Parameter records: in the order in which they are reported.
  package init(records: [any RecordSource]) {
    includesStandardInput = false
    walk = nil
    self.records = records.reversed()
  }

  /// The next source of the share, with its place among all.
  mutating func next() -> (source: ScanSource, number: UInt64)? {
    while let source = meet() {
      met += 1
      if share.holds(source.path) { return (source, met - 1) }
    }
    return nil
  }

  private mutating func meet() -> ScanSource? {
    if let source = records.popLast() { return .records(source) }
    if includesStandardInput {
      includesStandardInput = false
      return .standardInput
    }
    return walk?.next().map { .entry($0) }
  }
}

/// A source as the queue gives it, not yet opened.
enum ScanSource {
  case standardInput
  case entry(WalkEntry)
  case records(any RecordSource)

  /// The path as the user or the system gave it.
  var path: [UInt8] {
    switch self {
    case .standardInput: SourceQueue.standardInputPath
    case .entry(let entry): entry.path
    case .records(let source): source.path
    }
  }

  /// Size of one that cannot be opened; 0 where it has none.
  var sizeInBytes: UInt64 {
    switch self {
    case .standardInput, .records: 0
    case .entry(let entry): entry.measuredSizeInBytes
    }
  }

  func open() throws(Gap) -> SourceFile {
    switch self {
    case .standardInput: return try SourceFile.standardInput()
    case .entry(let entry):
      if let gap = entry.gap { throw gap }
      return try SourceFile.open(path: entry.path, followingLinks: entry.isRoot)
    case .records: preconditionFailure("records are read, no file is opened")
    }
  }
}
