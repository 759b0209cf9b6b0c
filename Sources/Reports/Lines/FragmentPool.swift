/// Pieces of lines, made once a run, one behind the other in one block of memory.
///
/// A line has some 25 of them; as arrays each would be retained and released, which was a tenth of the time
/// of a dense dump.
@safe
final class FragmentPool: @unchecked Sendable {
  // @unchecked: the block is never written after `init`.
  let block: UnsafePointer<UInt8>

  /// A piece, by where it stands.
  struct Fragment: Sendable {
    let start: Int32
    let count: Int32
  }

  /// A pool while it is filled.
  struct Filling {
    fileprivate var bytes: [UInt8] = []

    init() {}

    /// Adds a piece.
    mutating func add(_ piece: [UInt8]) -> Fragment {
      let start = Int32(bytes.count)
      bytes += piece
      return Fragment(start: start, count: Int32(piece.count))
    }

    mutating func add(_ piece: String) -> Fragment { add(Array(piece.utf8)) }

    /// Adds what `body` appends.
    @inline(__always)
    mutating func add(_ body: (inout [UInt8]) -> Void) -> Fragment {
      let start = bytes.count
      body(&bytes)
      return Fragment(start: Int32(start), count: Int32(bytes.count - start))
    }
  }

  init(_ filling: Filling) {
    // Pieces are copied in steps, so reading goes on behind the last one.
    let size = filling.bytes.count + LineBuffer.stepInBytes
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    let count = filling.bytes.count
    unsafe filling.bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { unsafe block.initialize(from: start, count: count) }
    }
    unsafe (block + count).initialize(repeating: 0, count: size - count)
    unsafe self.block = UnsafePointer(block)
  }

  deinit { unsafe block.deallocate() }
}
