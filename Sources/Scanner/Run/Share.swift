/// A share of a run's files, told by their paths alone: other processes take the others.
///
/// A file that comes or goes between the walks of two processes moves no other file to another share.
package struct Share: Equatable, Sendable {
  /// From 1 to `count`.
  package let index: Int
  package let count: Int

  package static let whole = Share(index: 1, count: 1)

  package init(index: Int, count: Int) {
    precondition(count > 0 && (1...count).contains(index), "a share is one of its number")
    self.index = index
    self.count = count
  }

  /// Whether the file at a path belongs to the share. An archive goes as a whole.
  func holds(_ path: [UInt8]) -> Bool {
    if count == 1 { return true }
    // FNV-1a, and a last step that lets all bits count in the remainder.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    return Int(hash % UInt64(count)) == index - 1
  }
}
