import CSQLite
import Findings

/// A file as SQLite sees it: its bytes, and in memory what SQLite believes to have written.
///
/// SQLite writes where it must undo a transaction that was cut off (a "hot" journal). The file itself
/// is never touched: blocks that are written are kept here, up to a limit.
@safe
final class SQLiteFile {
  private static let blockInBytes = 4096
  private static let mostBlocks = 8192

  private let original: (any RandomAccess)?
  private var blocks: [UInt64: [UInt8]] = [:]
  private(set) var sizeInBytes: UInt64
  /// SQLite has deleted it.
  var isDeleted = false
  /// The first failure of the system.
  private(set) var failure: Gap?

  init(_ original: (any RandomAccess)?, statedSizeInBytes: UInt64 = 0) {
    self.original = original
    sizeInBytes = max(original?.sizeInBytes ?? 0, statedSizeInBytes)
  }

  /// SQLite's `xRead`: what lies beyond the end is zero.
  func read(into buffer: UnsafeMutableRawBufferPointer, at byteOffset: UInt64) -> Int32 {
    var count = 0
    if let original = original, byteOffset < min(sizeInBytes, original.sizeInBytes) {
      let wanted = min(UInt64(buffer.count), sizeInBytes - byteOffset)
      do throws(Gap) {
        let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<Int(wanted)])
        count = unsafe try original.read(into: part, at: byteOffset)
      } catch {
        failure = failure ?? error
        return SQLITE_IOERR
      }
    }
    for index in count..<max(count, buffer.count) { unsafe buffer[index] = 0 }
    if !blocks.isEmpty { count = unsafe max(count, readBlocks(into: buffer, at: byteOffset)) }
    return count < buffer.count ? pii_sqlite3_short_read : SQLITE_OK
  }

  /// Lays what was written over what was read; returns up to where.
  private func readBlocks(
    into buffer: UnsafeMutableRawBufferPointer, at byteOffset: UInt64
  ) -> Int {
    let size = UInt64(Self.blockInBytes)
    let end = min(byteOffset + UInt64(buffer.count), sizeInBytes)
    guard byteOffset < end else { return 0 }
    for number in byteOffset / size...(end - 1) / size {
      guard let block = blocks[number] else { continue }
      let first = max(byteOffset, number * size)
      let last = min(end, (number + 1) * size)
      for place in first..<last {
        unsafe buffer[Int(place - byteOffset)] = block[Int(place - number * size)]
      }
    }
    return Int(end - byteOffset)
  }

  /// SQLite's `xWrite`, into memory; `SQLITE_FULL` beyond the limit.
  func write(_ bytes: UnsafeRawBufferPointer, at byteOffset: UInt64) -> Int32 {
    let size = UInt64(Self.blockInBytes)
    var written = 0
    while written < bytes.count {
      let place = byteOffset + UInt64(written)
      let number = place / size
      let within = Int(place % size)
      let count = min(bytes.count - written, Self.blockInBytes - within)
      if blocks[number] == nil {
        guard blocks.count < Self.mostBlocks else { return SQLITE_FULL }
        var block = [UInt8](repeating: 0, count: Self.blockInBytes)
        let status = unsafe block.withUnsafeMutableBytes {
          unsafe read(into: $0, at: number * size)
        }
        guard status == SQLITE_OK || status == pii_sqlite3_short_read else { return status }
        blocks[number] = block
      }
      for index in 0..<count { unsafe blocks[number]?[within + index] = bytes[written + index] }
      written += count
    }
    sizeInBytes = max(sizeInBytes, byteOffset + UInt64(bytes.count))
    return SQLITE_OK
  }

  /// SQLite's `xTruncate`, in memory.
  func truncate(to size: UInt64) {
    sizeInBytes = min(sizeInBytes, size)
    let firstGone = (size + UInt64(Self.blockInBytes) - 1) / UInt64(Self.blockInBytes)
    blocks = blocks.filter { $0.key < firstGone }
  }
}
