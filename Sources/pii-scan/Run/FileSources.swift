import Inputs
import Scanner

/// The files and directories that the command line names.
struct FileSources: SessionSources {
  private let arguments: ScanArguments

  init(_ arguments: ScanArguments) {
    self.arguments = arguments
  }

  var workers: Int { arguments.threads ?? Processors.count }

  var roots: [UInt8] { Array(PathArguments.bytes(of: arguments.paths).joined(separator: [0])) }

  var share: Share { arguments.shard }

  /// What the walk begins at: all paths but standard input.
  var directories: [[UInt8]] {
    PathArguments.bytes(of: arguments.paths.filter { $0 != "-" })
  }

  func queue(
    leavingOut ownOutput: (device: UInt64, inode: UInt64)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> SourceQueue {
    let roots = directories
    var options = walkOptions(leavingOut: ownOutput)
    // Whoever opens a file learns its size.
    options.measuresFiles = false
    return SourceQueue(
      includesStandardInput: arguments.paths.contains("-"),
      walk: roots.isEmpty ? nil : DirectoryWalk(roots: roots, options: options),
      share: arguments.shard)
  }

  private func walkOptions(
    leavingOut ownOutput: (device: UInt64, inode: UInt64)?
  ) -> WalkOptions {
    var options = WalkOptions()
    options.honoursPiiignore = !arguments.noIgnore
    options.honoursGitignore = arguments.gitignore
    options.includes = arguments.include.map { Array($0.utf8) }
    options.excludes = arguments.exclude.map { Array($0.utf8) }
    options.maximumFileSizeInBytes = arguments.maxFileSize?.bytes
    options.ownOutput = ownOutput
    return options
  }

  /// A second walk that only adds up.
  func counting(
    leavingOut ownOutput: (device: UInt64, inode: UInt64)?
  ) -> @Sendable () -> (files: UInt64, bytes: UInt64)? {
    guard !arguments.paths.contains("-") else { return { nil } }
    let (roots, options) = (directories, walkOptions(leavingOut: ownOutput))
    return {
      var walk = DirectoryWalk(roots: roots, options: options)
      var (files, bytes): (UInt64, UInt64) = (0, 0)
      while let entry = walk.next() {
        files += 1
        if entry.gap == nil { bytes += entry.sizeInBytes }
      }
      return (files, bytes)
    }
  }

  var archiveLimits: ArchiveLimits {
    var limits = ArchiveLimits()
    if let depth = arguments.maxArchiveDepth { limits.depth = depth }
    if let size = arguments.maxArchiveSize { limits.unpackedBytes = size.bytes }
    return limits
  }

  func areNamed(_ path: [UInt8]) -> Bool { directories.contains(path) }

  func end() {}
}
