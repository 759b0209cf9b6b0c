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

  /// An archive of `kind` that comes as a stream. One that can only be read by seeking is held in memory, as
  /// far as `budget` allows.
  ///
  /// - Returns: the bytes held must be released with the archive.
  /// - Throws: `limit` where it is too large, and what covers the rest of `source`.
  static func arriving(
    _ source: any ByteSource, kind: ArchiveKind, budget: ArchiveBudget
  ) throws(Gap) -> (input: ArchiveInput, heldBytes: Int) {
    guard kind.needsSeeking else { return (.stream(source), 0) }
    let held = HeldSource()
    while budget.hold(HeldSource.blockInBytes) {
      let (block, gap) = FileProbe.start(of: source, count: HeldSource.blockInBytes)
      budget.release(HeldSource.blockInBytes - block.count)
      held.append(block)
      if gap == nil, block.count == HeldSource.blockInBytes { continue }
      guard let gap else { return (.seekable(held), Int(held.byteCount)) }
      // The members of a zip can be read as they come, without the directory at its end.
      if kind == .zip {
        return (.stream(ChainedSource(held, gap: gap, rest: nil)), Int(held.byteCount))
      }
      budget.release(Int(held.byteCount))
      throw gap
    }
    if kind == .zip {
      return (.stream(ChainedSource(held, gap: nil, rest: source)), Int(held.byteCount))
    }
    budget.release(Int(held.byteCount))
    throw Gap(.limit)
  }
}
