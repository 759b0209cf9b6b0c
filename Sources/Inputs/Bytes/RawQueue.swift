import Findings

/// Source bytes that wait to be decoded.
@safe
final class RawQueue {
  private let capacity: Int
  private let storage: UnsafeMutableRawPointer
  private var start = 0
  private var end = 0

  init(capacityInBytes: Int) {
    capacity = capacityInBytes
    unsafe storage = UnsafeMutableRawPointer.allocate(byteCount: capacityInBytes, alignment: 16)
  }

  deinit {
    unsafe storage.deallocate()
  }

  var count: Int { end - start }

  var waiting: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: storage + start, count: count)
  }

  /// The first `limit` waiting bytes, or fewer.
  @_lifetime(borrow self)
  func front(_ limit: Int) -> Span<UInt8> {
    let bytes = unsafe storage.advanced(by: start).assumingMemoryBound(to: UInt8.self)
    let span = unsafe Span(_unsafeStart: bytes, count: min(limit, count))
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// Reads once. Returns the bytes added, 0 at the end of the source.
  func read(from source: any ByteSource) throws(Gap) -> Int {
    if start > 0 {
      unsafe storage.copyMemory(from: storage + start, byteCount: count)
      end -= start
      start = 0
    }
    let space = unsafe UnsafeMutableRawBufferPointer(start: storage + end, count: capacity - end)
    let added = unsafe try source.read(into: space)
    end += added
    return added
  }

  func append(_ bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count <= capacity - end, "the queue is too small")
    guard bytes.count > 0, let source = bytes.baseAddress else { return }
    unsafe storage.advanced(by: end).copyMemory(from: source, byteCount: bytes.count)
    end += bytes.count
  }

  func removeFirst(_ count: Int) {
    start += count
    if start == end { (start, end) = (0, 0) }
  }
}
