package import Findings

/// Something met on a walk: a file to scan, or what is not scanned and why.
package struct WalkEntry: Equatable, Sendable {
  /// The root as given and the path below it, in the system's bytes. A directory, which is listed
  /// only with a gap, ends with `/`.
  package let path: [UInt8]
  /// Size when it was met; 0 for anything but a regular file, and where it was not measured.
  package let sizeInBytes: UInt64
  /// Why it is not scanned; nil for a file to scan.
  package let gap: Gap?
  /// A root of the walk, which may be a symbolic link and is then to be followed.
  package let isRoot: Bool

  package init(path: [UInt8], sizeInBytes: UInt64, gap: Gap?, isRoot: Bool = false) {
    self.path = path
    self.sizeInBytes = sizeInBytes
    self.gap = gap
    self.isRoot = isRoot
  }

  /// The size of a file that cannot be opened: `sizeInBytes`, or what the system says now; 0 where it says nothing.
  package var measuredSizeInBytes: UInt64 {
    guard gap == nil, sizeInBytes == 0 else { return sizeInBytes }
    do throws(Gap) {
      let slash = (path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
      let directory =
        slash > 1 ? try OpenFile(path: Array(path[..<(slash - 1)]), followingLinks: true) : nil
      let status = try FileStatus(
        name: directory == nil ? path : Array(path[slash...]), in: directory,
        followingLinks: isRoot)
      return status.kind == .regular ? status.sizeInBytes : 0
    } catch {
      return 0
    }
  }
}
