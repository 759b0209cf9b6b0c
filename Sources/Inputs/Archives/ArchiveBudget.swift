import Findings

/// What unpacking one file has cost so far, with all archives inside it.
final class ArchiveBudget {
  private let limits: ArchiveLimits
  /// Bytes of members, and bytes of compressed files: those of a tar.gz would count twice otherwise.
  private var memberBytes: UInt64 = 0
  private var decodedBytes: UInt64 = 0
  /// Bytes that were read of the file itself.
  private(set) var storedBytes: UInt64 = 0
  /// Is told of them as they are read.
  private let onRead: (Int) -> Void
  /// Bytes of nested archives and databases that are held in memory, since they can only be read by seeking.
  private var heldBytes = 0

  /// They are held in memory up to this size, all together.
  static let heldLimitInBytes = 64 << 20

  init(_ limits: ArchiveLimits, onRead: @escaping (Int) -> Void) {
    self.limits = limits
    self.onRead = onRead
  }

  /// Counts bytes that were read of the file itself.
  func take(_ count: Int) {
    storedBytes += UInt64(count)
    onRead(count)
  }

  /// Whether archives may be opened at `depth`, the outermost being 1.
  func allows(depth: Int) -> Bool { depth <= limits.depth }

  /// The limit was passed: nothing more is unpacked.
  var isSpent: Bool {
    let unpackedBytes = max(memberBytes, decodedBytes)
    if unpackedBytes > limits.unpackedBytes { return true }
    return unpackedBytes > limits.unsuspectedBytes
      && unpackedBytes / limits.expansion > max(storedBytes, 1)
  }

  /// Counts bytes unpacked. Throws `limit` when they are too many.
  ///
  /// - Parameter isCompression: they are those of a compressed file, not of a member of an archive.
  func unpack(_ count: Int, isCompression: Bool) throws(Gap) {
    if isCompression {
      decodedBytes += UInt64(count)
    } else {
      memberBytes += UInt64(count)
    }
    if isSpent { throw Gap(.limit) }
  }

  /// Whether `count` bytes more may be held in memory; they are counted then, until `release`.
  func hold(_ count: Int) -> Bool {
    guard heldBytes + count <= Self.heldLimitInBytes else { return false }
    heldBytes += count
    return true
  }

  /// As much as may still be held, at most `count`: it is counted, until `release`.
  func holdUp(to count: Int) -> Int {
    let allowed = min(count, Self.heldLimitInBytes - heldBytes)
    heldBytes += allowed
    return allowed
  }

  func release(_ count: Int) { heldBytes -= count }
}
