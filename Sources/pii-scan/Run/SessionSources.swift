import Inputs
import Scanner

/// Where a session's sources come from: files, or a live database.
protocol SessionSources {
  /// How many workers read them.
  var workers: Int { get }

  /// What the command line names, as one string of bytes.
  var roots: [UInt8] { get }

  /// The share of the files that is read.
  var share: Share { get }

  /// The sources in order. Asked once.
  ///
  /// - Parameters:
  ///   - ownOutput: the report directory, if there is one.
  ///   - isCancelled: the run was interrupted.
  func queue(
    leavingOut ownOutput: (device: UInt64, inode: UInt64)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> SourceQueue

  /// Adds up what is to come, for the progress bar; gives nil where that cannot be known.
  func counting(
    leavingOut ownOutput: (device: UInt64, inode: UInt64)?
  ) -> @Sendable () -> (files: UInt64, bytes: UInt64)?

  /// How far archives among them are unpacked.
  var archiveLimits: ArchiveLimits { get }

  /// The files and directories among them, as the user named them; none of a database.
  var directories: [[UInt8]] { get }

  /// Whether the user named this path.
  func areNamed(_ path: [UInt8]) -> Bool

  /// Called when all is read, or nothing more will be.
  func end()
}
