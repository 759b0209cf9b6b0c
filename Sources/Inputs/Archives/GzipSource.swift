import CZlib
import Findings

/// Unpacks gzip (RFC 1952) through zlib, member after member: `cat a.gz b.gz` is a file too.
///
/// libarchive reads gzip as well, but of a file that is cut short it loses what it has unpacked last, up
/// to 64 KiB, and of a small one all.
@safe
final class GzipSource: ByteSource {
  private let packed: any ByteSource
  /// What expansion is measured by, where `packed` is a file itself.
  private let budget: ArchiveBudget?
  private let input: UnsafeMutableRawBufferPointer
  private let stream: UnsafeMutablePointer<z_stream>
  private var isOpen = false
  private var hasEnded = false
  /// Met after bytes were unpacked: they are delivered first.
  private var pendingGap: Gap?
  /// Stored bytes that were read, and where the member being unpacked begins among them.
  private var storedBytes: UInt64 = 0

  private static let blockInBytes = 128 * 1024
  /// Window of 32 KiB, gzip header (zlib.h, `inflateInit2`).
  private static let windowBits: CInt = 15 + 16

  /// - Parameter budget: counts the bytes of `packed`; nil for a file within an archive.
  init(_ packed: any ByteSource, budget: ArchiveBudget?) {
    self.packed = packed
    self.budget = budget
    unsafe input = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.blockInBytes, alignment: 64)
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
  }

  deinit {
    if isOpen { _ = unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
    unsafe input.deallocate()
  }

  /// See `ByteSource`. Throws `truncated` where the stored bytes end amid a member, `malformed` where they
  /// are no gzip or their checksum is wrong, with the offset among the stored bytes.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    if let pendingGap { throw pendingGap }
    guard !hasEnded, buffer.count > 0 else { return 0 }
    if !isOpen {
      isOpen = unsafe pii_inflateInit2(stream, Self.windowBits) == Z_OK
      guard isOpen else { throw Gap(.unreadable) }
    }
    let wanted = min(buffer.count, Int(UInt32.max))
    unsafe stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = UInt32(wanted)
    do throws(Gap) {
      while unsafe stream.pointee.avail_out == UInt32(wanted), !hasEnded { try step() }
    } catch {
      let count = wanted - Int(unsafe stream.pointee.avail_out)
      guard count > 0 else { throw error }
      pendingGap = error
      return count
    }
    return wanted - Int(unsafe stream.pointee.avail_out)
  }

  private func step() throws(Gap) {
    if unsafe stream.pointee.avail_in == 0, try !refill() {
      throw Gap(.truncated, at: storedBytes)
    }
    switch unsafe inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: return
    case Z_STREAM_END: try beginMember()
    default: throw Gap(.malformed, at: storedBytes - UInt64(unsafe stream.pointee.avail_in))
    }
  }

  /// Goes on to the member behind the one that has ended, if there is one. Zeros that pad a tape block
  /// are no member.
  private func beginMember() throws(Gap) {
    repeat {
      while unsafe stream.pointee.avail_in > 0, unsafe stream.pointee.next_in.pointee == 0 {
        unsafe stream.pointee.next_in += 1
        unsafe stream.pointee.avail_in -= 1
      }
      if unsafe stream.pointee.avail_in > 0 {
        _ = unsafe inflateReset(stream)
        return
      }
    } while try refill()
    hasEnded = true
  }

  /// Reads more stored bytes; false at their end.
  private func refill() throws(Gap) -> Bool {
    let count = unsafe try packed.read(into: input)
    unsafe stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_in = UInt32(count)
    storedBytes += UInt64(count)
    budget?.storedBytes += UInt64(count)
    return count > 0
  }
}
