/// What a walk leaves out.
package struct WalkOptions: Sendable {
  /// `.piiignore` files count.
  package var honoursPiiignore = true
  /// `.gitignore` files count too. `.piiignore` decides first.
  package var honoursGitignore = false
  /// If any are given, only files that match one, or are in a directory that does, are scanned.
  /// Patterns as in `.gitignore`, relative to the root of the walk.
  package var includes: [[UInt8]] = []
  /// Files and directories that match one are left out, `includes` notwithstanding.
  package var excludes: [[UInt8]] = []
  /// Larger files are a gap; nil for no limit.
  package var maximumFileSizeInBytes: UInt64?
  /// The directory that the report is written to: it is no part of what is scanned.
  package var ownOutput: (device: UInt64, inode: UInt64)?

  /// Entries of files tell their sizes, which asks the system for each; where false they may be 0.
  package var measuresFiles = true

  package init() {}
}
