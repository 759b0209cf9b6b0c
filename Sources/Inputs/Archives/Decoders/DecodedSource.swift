import Findings

/// Unpacks a compressed file, stream after stream: `cat a.gz b.gz` is a file too.
@safe
final class DecodedSource: ByteSource {
  private let packed: any ByteSource
  private let decoder: any StreamDecoder
  private let block: UnsafeMutableRawBufferPointer
  /// What is left of the block of stored bytes.
  private var input = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private var inputHasEnded = false
  /// A stream has begun and not ended.
  private var isAmidStream = false
  /// Met after bytes were unpacked: they are delivered first.
  private var pendingGap: Gap?
  /// Stored bytes that were read.
  private var storedBytes: UInt64 = 0

  private static let blockInBytes = 128 * 1024

  init(_ packed: any ByteSource, decoder: any StreamDecoder) {
    self.packed = packed
    self.decoder = decoder
    unsafe block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.blockInBytes, alignment: 64)
  }

  deinit { unsafe block.deallocate() }

  /// See `ByteSource`. Throws `truncated` where the stored bytes end amid a stream, `malformed` where they
  /// are none or a checksum is wrong, `limit` where too large a window is asked for, with the offset
  /// among the stored bytes.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    if let pendingGap { throw pendingGap }
    var count = 0
    do throws(Gap) {
      while count == 0, buffer.count > 0 {
        if unsafe input.isEmpty, !inputHasEnded { try refill() }
        guard try beginStream() else { return 0 }
        count = unsafe try step(into: buffer)
      }
    } catch {
      pendingGap = error
      throw error
    }
    return count
  }

  /// Unpacks once. What it unpacked before an error is delivered first.
  private func step(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    let step = unsafe decoder.decode(input, into: buffer)
    unsafe input = UnsafeRawBufferPointer(rebasing: input[step.consumed...])
    var gap: Gap?
    switch step.state {
    case .ended: isAmidStream = false
    case .malformed: gap = Gap(.malformed, at: byteOffset)
    case .beyondLimit: gap = Gap(.limit, at: byteOffset)
    case .going where step.consumed == 0 && step.produced == 0:
      if unsafe !input.isEmpty {
        gap = Gap(.malformed, at: byteOffset)
      } else if inputHasEnded {
        gap = Gap(.truncated, at: byteOffset)
      }
    case .going: break
    }
    guard let gap else { return step.produced }
    guard step.produced > 0 else { throw gap }
    pendingGap = gap
    return step.produced
  }

  /// Begins the stream behind the one that has ended; false if there is none. Zeros that pad a file are no
  /// stream.
  private func beginStream() throws(Gap) -> Bool {
    if isAmidStream { return true }
    while true {
      if let start = unsafe input.firstIndex(where: { $0 != 0 }) {
        unsafe input = UnsafeRawBufferPointer(rebasing: input[start...])
        try decoder.begin()
        isAmidStream = true
        return true
      }
      unsafe input = UnsafeRawBufferPointer(start: nil, count: 0)
      if inputHasEnded { return false }
      try refill()
    }
  }

  /// Where the next stored byte stands.
  private var byteOffset: UInt64 { storedBytes - UInt64(unsafe input.count) }

  /// Reads more stored bytes.
  private func refill() throws(Gap) {
    let count = unsafe try packed.read(into: block)
    unsafe input = UnsafeRawBufferPointer(rebasing: block[..<count])
    inputHasEnded = count == 0
    storedBytes += UInt64(count)
  }
}
