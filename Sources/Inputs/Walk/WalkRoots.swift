import Findings

/// The roots of a walk: what the user named, without repetitions, in byte order.
struct WalkRoots {
  struct Root {
    /// As given, without slashes at the end (but `/` itself).
    let path: [UInt8]
    let status: Result<FileStatus, Gap>
    fileprivate let resolved: [UInt8]

    var isDirectory: Bool {
      if case .success(let status) = status { status.kind == .directory } else { false }
    }

    /// The path as it sorts among the paths below it.
    fileprivate var sortKey: [UInt8] {
      isDirectory && path.last != UInt8(ascii: "/") ? path + [UInt8(ascii: "/")] : path
    }
  }

  /// Sorted by the bytes of the paths below them; none inside another. Where two name one place,
  /// the first in byte order is kept.
  let roots: [Root]

  init(_ paths: [[UInt8]]) {
    let sorted = paths.map { Self.root($0) }
      .sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
    let directories = Set(sorted.filter(\.isDirectory).map(\.resolved))
    var seen: Set<[UInt8]> = []
    roots = sorted.filter { root in
      seen.insert(root.resolved).inserted && !Self.isInside(root.resolved, directories)
    }
  }

  private static func root(_ given: [UInt8]) -> Root {
    let slash = UInt8(ascii: "/")
    var path = given[...]
    while path.count > 1, path.last == slash { path.removeLast() }
    let status = Result { () throws(Gap) in
      try FileStatus(name: given, in: nil, followingLinks: true)
    }
    return Root(
      path: Array(path), status: status, resolved: RealPath.resolving(given) ?? Array(path))
  }

  /// Whether one of the directories above `path` is among `directories`.
  private static func isInside(_ path: [UInt8], _ directories: Set<[UInt8]>) -> Bool {
    let slash = UInt8(ascii: "/")
    var above = path[...]
    while let cut = above.lastIndex(of: slash), above.count > 1 {
      above = above[..<cut]
      if directories.contains(above.isEmpty ? [slash] : Array(above)) { return true }
    }
    return false
  }
}
