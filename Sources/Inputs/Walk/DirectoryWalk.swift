import Findings

/// Walks directories in byte order of full paths, one entry at a time.
///
/// Memory is the names of the directories from the root to the current one; one or two descriptors
/// are open, however deep the tree. Symbolic links below the roots are not followed, so there are
/// no loops. Hidden files are walked like others. What cannot be read is an entry with a gap, and
/// the walk goes on.
package struct DirectoryWalk {
  /// A directory on the way from the root.
  private struct Level {
    let listing: DirectoryListing
    var next = 0
    /// Length of `path` up to and with the slash of this directory.
    let prefixLength: Int
    let piiignore: IgnoreFile?
    let gitignore: IgnoreFile?
    /// An `includes` pattern matches the directory: all in it is included.
    let isIncluded: Bool
  }

  /// A longer ignore file is cut: the rules that are lost would leave more out.
  private static let ignoreFileLimitInBytes = 1 << 20
  private static let slash = UInt8(ascii: "/")

  private let options: WalkOptions
  private let includes: [GlobPattern]
  private let excludes: [GlobPattern]
  private var roots: ArraySlice<WalkRoots.Root>
  private var levels: [Level] = []
  /// The path of the current directory, with its slash.
  private var path: [UInt8] = []
  /// Length of the root's part of `path`, with its slash.
  private var rootLength = 0
  /// The current directory; nil when the walk has moved and it is to be opened again.
  private var directory: OpenFile?

  /// - Parameter roots: paths as the user gave them, in any order; `-` is not for the walk.
  package init(roots: [[UInt8]], options: WalkOptions) {
    self.options = options
    self.roots = WalkRoots(roots).roots[...]
    includes = options.includes.compactMap { GlobPattern($0) }
    excludes = options.excludes.compactMap { GlobPattern($0) }
  }

  /// The next entry, or nil at the end.
  package mutating func next() -> WalkEntry? {
    while true {
      guard let level = levels.last else {
        guard let root = roots.popFirst() else { return nil }
        if let entry = enter(root) { return entry }
        continue
      }
      guard level.next < level.listing.count else {
        leave()
        continue
      }
      levels[levels.count - 1].next += 1
      let (kind, name) = level.listing.entry(at: level.next)
      if let entry = meet(name, kind: kind, in: level) { return entry }
    }
  }

  // MARK: Roots

  private mutating func enter(_ root: WalkRoots.Root) -> WalkEntry? {
    let status: FileStatus
    switch root.status {
    case .success(let found): status = found
    case .failure(let gap):
      return WalkEntry(path: root.path, sizeInBytes: 0, gap: gap, isRoot: true)
    }
    path = root.path
    if status.kind == .directory, path.last != Self.slash { path.append(Self.slash) }
    rootLength = path.count
    if status.kind == .directory {
      return isOwnOutput(status)
        ? WalkEntry(path: path, sizeInBytes: 0, gap: Gap(.excluded), isRoot: true)
        : descend(isIncluded: false, followingLinks: true)
    }
    // A file that was named is scanned whatever the ignore files say, but not against the options.
    let name = path[((path.lastIndex(of: Self.slash) ?? -1) + 1)...]
    let isLeftOut =
      matches(excludes, name, isDirectory: false)
      || !includes.isEmpty && !matches(includes, name, isDirectory: false)
    if isLeftOut {
      return WalkEntry(
        path: path, sizeInBytes: status.sizeInBytes,
        gap: Gap(.excluded, bytes: status.sizeInBytes), isRoot: true)
    }
    return file(path, status, isRoot: true)
  }

  // MARK: Below the roots

  private mutating func meet(
    _ name: [UInt8], kind: FileStatus.Kind, in level: Level
  ) -> WalkEntry? {
    let full = path + name
    let isDirectory = kind == .directory
    let relative = full[rootLength...]
    let isIncluded =
      level.isIncluded || includes.isEmpty
      || matches(includes, relative, isDirectory: isDirectory)
    if matches(excludes, relative, isDirectory: isDirectory) || isIgnored(full, isDirectory)
      || !isIncluded && !isDirectory
    {
      return WalkEntry(
        path: isDirectory ? full + [Self.slash] : full, sizeInBytes: 0, gap: Gap(.excluded))
    }
    switch kind {
    case .symbolicLink: return WalkEntry(path: full, sizeInBytes: 0, gap: Gap(.symlink))
    case .special: return WalkEntry(path: full, sizeInBytes: 0, gap: Gap(.special))
    case .regular where !options.measuresFiles && options.maximumFileSizeInBytes == nil:
      return WalkEntry(path: full, sizeInBytes: 0, gap: nil)
    case .regular:
      switch self.status(of: name) {
      case .success(let status): return file(full, status, isRoot: false)
      case .failure(let gap): return WalkEntry(path: full, sizeInBytes: 0, gap: gap)
      }
    case .directory:
      if options.ownOutput != nil, case .success(let status) = self.status(of: name),
        isOwnOutput(status)
      {
        return WalkEntry(path: full + [Self.slash], sizeInBytes: 0, gap: Gap(.excluded))
      }
      path = full + [Self.slash]
      return descend(isIncluded: isIncluded && !includes.isEmpty, followingLinks: false)
    }
  }

  private func file(_ path: [UInt8], _ status: FileStatus, isRoot: Bool) -> WalkEntry {
    let gap: Gap? =
      switch status.kind {
      case .regular:
        status.sizeInBytes > options.maximumFileSizeInBytes ?? .max
          ? Gap(.limit, bytes: status.sizeInBytes) : nil
      case .symbolicLink: Gap(.symlink)
      case .special, .directory: Gap(.special)
      }
    return WalkEntry(path: path, sizeInBytes: status.sizeInBytes, gap: gap, isRoot: isRoot)
  }

  private mutating func status(of name: [UInt8]) -> Result<FileStatus, Gap> {
    Result { () throws(Gap) in
      if directory == nil {
        directory = try openDirectory(followingLinks: levels.count == 1)
      }
      return try FileStatus(name: name, in: directory, followingLinks: false)
    }
  }

  /// Enters the directory `path`; an entry if it cannot be read, or not wholly.
  private mutating func descend(isIncluded: Bool, followingLinks: Bool) -> WalkEntry? {
    directory = nil
    let opened = Result { () throws(Gap) in
      try openDirectory(followingLinks: followingLinks)
    }
    switch opened {
    case .failure(let gap):
      let entry = WalkEntry(path: path, sizeInBytes: 0, gap: gap)
      path.removeLast(path.count - (levels.last?.prefixLength ?? 0))
      return entry
    case .success(let file):
      directory = file
      let listing = DirectoryListing(of: file)
      levels.append(
        Level(
          listing: listing, prefixLength: path.count,
          piiignore: options.honoursPiiignore ? ignoreFile(".piiignore", in: listing) : nil,
          gitignore: options.honoursGitignore ? ignoreFile(".gitignore", in: listing) : nil,
          isIncluded: isIncluded))
      return listing.gap.map { WalkEntry(path: path, sizeInBytes: 0, gap: $0) }
    }
  }

  /// Opens the directory `path`, without its slash, after which a link would be followed.
  private func openDirectory(followingLinks: Bool) throws(Gap) -> OpenFile {
    let name = path.count > 1 ? path.dropLast() : path[...]
    return try OpenFile(path: Array(name), followingLinks: followingLinks)
  }

  private mutating func leave() {
    levels.removeLast()
    directory = nil
    path.removeLast(path.count - (levels.last?.prefixLength ?? 0))
  }

  private func isOwnOutput(_ status: FileStatus) -> Bool {
    options.ownOutput.map { $0 == (status.device, status.inode) } ?? false
  }

  // MARK: Rules

  /// The rules of a file of the current directory; nil where there is none. One that cannot be read
  /// leaves nothing out.
  private func ignoreFile(_ name: String, in listing: DirectoryListing) -> IgnoreFile? {
    guard listing.contains(Array(name.utf8)) else { return nil }
    let content = Result { () throws(Gap) in
      try FileProbe(file: OpenFile(path: path + Array(name.utf8)))
        .bytes(at: 0, count: Self.ignoreFileLimitInBytes)
    }
    guard case .success(let text) = content else { return nil }
    let rules = IgnoreFile(text)
    return rules.isEmpty ? nil : rules
  }

  /// The rule of the nearest ignore file decides; `.piiignore` before `.gitignore`.
  private func isIgnored(_ full: [UInt8], _ isDirectory: Bool) -> Bool {
    for level in levels.reversed() {
      if let decision = level.piiignore?.excludes(
        full[level.prefixLength...], isDirectory: isDirectory)
      {
        return decision
      }
    }
    for level in levels.reversed() {
      if let decision = level.gitignore?.excludes(
        full[level.prefixLength...], isDirectory: isDirectory)
      {
        return decision
      }
    }
    return false
  }

  private func matches(
    _ patterns: [GlobPattern], _ path: ArraySlice<UInt8>, isDirectory: Bool
  ) -> Bool {
    patterns.contains { $0.matches(path, isDirectory: isDirectory) }
  }
}
