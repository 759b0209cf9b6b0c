import Findings

/// The stored bytes of an archive, as its reader asks for them.
enum ArchiveInput {
  /// One byte after the other.
  case stream(any ByteSource)
  /// A file, or an archive in memory.
  case seekable(any SeekableSource)

  var source: any ByteSource {
    switch self {
    case .stream(let source): source
    case .seekable(let source): source
    }
  }
}
