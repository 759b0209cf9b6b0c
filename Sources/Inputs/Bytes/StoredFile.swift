package import Findings

/// A source whose bytes can be read at any place, and the files that belong to it.
package struct StoredFile {
  package let bytes: any RandomAccess
  /// Where it stands, in the system's bytes; nil for what has no neighbours (standard input, a member
  /// of an archive).
  private let path: [UInt8]?

  package init(_ bytes: any RandomAccess, path: [UInt8]?) {
    self.bytes = bytes
    self.path = path
  }

  /// The file beside this one whose name is longer by `suffix`; nil where there is none.
  ///
  /// - Throws: `unreadable` with the error number for one that is there.
  package func companion(_ suffix: String) throws(Gap) -> (any RandomAccess)? {
    guard let path else { return nil }
    return try FileAccess.existing(path: path + Array(suffix.utf8))
  }

  /// The file beside this one whose name is shorter by `suffix`; nil where there is none, or where this
  /// one's name does not end so.
  ///
  /// - Throws: `unreadable` with the error number for one that is there.
  package func owner(withoutSuffix suffix: String) throws(Gap) -> (any RandomAccess)? {
    let suffix = Array(suffix.utf8)
    guard let path, path.count > suffix.count, path.suffix(suffix.count) == suffix[...] else {
      return nil
    }
    return try FileAccess.existing(path: Array(path.dropLast(suffix.count)))
  }

  /// The first bytes, at most `count` of them.
  package func head(_ count: Int) throws(Gap) -> [UInt8] {
    try bytes.head(count)
  }
}
