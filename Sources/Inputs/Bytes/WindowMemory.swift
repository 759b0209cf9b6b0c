import Synchronization

/// Memory of windows that were closed, for those that are opened next.
///
/// A file, a part and a block each have a window of their own, of one size. Taken from the allocator for
/// each, it is either scattered over the memory of all workers or given back to the system, which clears
/// every page anew: a twentieth of the time of a log.
enum WindowMemory {
  /// Bytes of the windows that are kept.
  static let sizeInBytes = 256 * 1024 + TextBuffer.paddingInBytes

  /// Addresses, 0 for none. Atomic words, since whoever takes memory may be another thread than who gave it.
  private static let kept = InlineArray<8, Atomic<UInt>> { _ in Atomic(0) }

  /// Memory for a window, aligned to 64 bytes; what stands in it is anything.
  static func take(sizeInBytes size: Int) -> UnsafeMutableRawPointer {
    if size == sizeInBytes {
      for i in kept.indices {
        let address = kept[i].exchange(0, ordering: .acquiring)
        if let memory = unsafe UnsafeMutableRawPointer(bitPattern: address) {
          return unsafe memory
        }
      }
    }
    return unsafe .allocate(byteCount: size, alignment: 64)
  }

  /// Takes back what `take` gave.
  static func give(_ memory: UnsafeMutableRawPointer, sizeInBytes size: Int) {
    if size == sizeInBytes {
      let address = unsafe UInt(bitPattern: memory)
      for i in kept.indices {
        let isFree = kept[i].compareExchange(
          expected: 0, desired: address, successOrdering: .releasing, failureOrdering: .relaxed)
        if isFree.exchanged { return }
      }
    }
    unsafe memory.deallocate()
  }
}
