import Findings

/// Delivers, in order, what can be read at any place.
final class AccessSource: ByteSource {
  private let access: any RandomAccess
  private var offset: UInt64 = 0

  init(_ access: any RandomAccess) {
    self.access = access
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    let count = unsafe try access.read(into: buffer, at: offset)
    offset += UInt64(count)
    return count
  }
}
