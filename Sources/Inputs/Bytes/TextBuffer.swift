package import Findings
import Glibc

/// A sliding window over the decoded UTF-8 of one source, or of a part of one.
///
/// It is the only owner of source bytes: readers parse from `bytes`, slide with
/// `fill(keepingFrom:)` and push spans of the window. Memory is `capacityInBytes` (and as much again
/// for other encodings than UTF-8), whatever the source.
///
///     0            index given to fill        end           capacity
///     |  consumed  |  kept: moves to 0        |  is read next  | padding |
@safe
package final class TextBuffer: Locator {
  /// Readable bytes after `end`, zero: vector loops may load past the text.
  package static let paddingInBytes = 128

  private let source: any ByteSource
  private let capacity: Int
  private let storage: UnsafeMutableRawPointer
  private var cursor: LocationCursor
  private var pushIndex = 0
  private var pushEscapes = EscapeMap()
  /// The byte-order mark that may come first; empty once it was looked for.
  private var awaitedMark: [UInt8]

  /// Valid bytes are 0..<`end` of `bytes`.
  package private(set) var end = 0
  /// The source has delivered everything, or failed; bytes may still be unconsumed.
  package private(set) var isAtEnd = false
  /// Bytes of the source that were read, a byte-order mark included.
  package private(set) var bytesRead: UInt64 = 0
  /// The gap that ended the reading before its time.
  package private(set) var gap: Gap?

  /// Nothing is read before the first `fill`.
  ///
  /// - Parameters:
  ///   - byteOffset: where the first byte of `source` stands in the whole source; a byte-order
  ///     mark is looked for only at 0.
  ///   - capacityInBytes: size of the window, at least 64.
  package init(
    source: any ByteSource, encoding: TextEncoding, byteOffset: UInt64 = 0,
    capacityInBytes: Int = 256 * 1024
  ) {
    precondition(capacityInBytes >= 64, "a window must hold a few characters")
    self.source = source
    capacity = capacityInBytes
    unsafe storage = UnsafeMutableRawPointer.allocate(
      byteCount: capacityInBytes + Self.paddingInBytes, alignment: 64)
    unsafe storage.initializeMemory(as: UInt8.self, repeating: 0, count: Self.paddingInBytes)
    cursor = LocationCursor(byteOffset: byteOffset)
    awaitedMark = byteOffset == 0 ? encoding.byteOrderMark : []
  }

  deinit {
    unsafe storage.deallocate()
  }

  /// The window. What was borrowed shows other bytes after the next `fill`.
  package var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let start = unsafe storage.assumingMemoryBound(to: UInt8.self)
      let span = unsafe Span(_unsafeStart: start, count: end)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Drops the bytes before `index`, moves the rest to 0 and reads more (once).
  ///
  /// - Returns: false when nothing was added: at the end, or because the window is full.
  /// Cost: what is kept is moved, what is dropped is counted at memory speed.
  package func fill(keepingFrom index: Int) -> Bool {
    precondition(index >= 0 && index <= end, "cannot keep bytes that are not in the window")
    drop(index)
    guard !isAtEnd, end < capacity else { return false }
    let before = end
    repeat {
      readOnce()
      skipByteOrderMark()
    } while end == before && !isAtEnd
    unsafe storage.advanced(by: end).initializeMemory(
      as: UInt8.self, repeating: 0, count: Self.paddingInBytes)
    return end > before
  }

  /// The place in the source of window index `index`, 0...`end`.
  ///
  /// Amortised O(1) per byte for rising indices; one step back costs up to 4 KiB of counting.
  /// Columns count the bytes that begin a UTF-8 sequence, so a stray continuation byte has none.
  package func location(at index: Int) -> Location {
    precondition(index >= 0 && index <= end, "cannot locate bytes that are not in the window")
    return unsafe cursor.location(at: index, in: UnsafeRawPointer(storage), widths: nil)
  }

  /// Declares what is pushed next: its byte 0 stands at window index `index`; `escapes` tells where
  /// a copy diverges from the window and is empty for a span of the window itself.
  package func pushing(at index: Int, escapes: borrowing EscapeMap) {
    pushIndex = index
    pushEscapes.replace(with: escapes)
  }

  /// Declares that a span of the window which starts at `index` is pushed next.
  package func pushing(at index: Int) {
    pushIndex = index
    pushEscapes.removeAll()
  }

  package func locate(_ offset: Int) -> Location {
    location(at: min(pushEscapes.windowIndex(of: offset, start: pushIndex), end))
  }

  private func drop(_ count: Int) {
    guard count > 0 else { return }
    unsafe cursor.drop(count, of: UnsafeRawPointer(storage), widths: nil)
    unsafe memmove(storage, storage + count, end - count)
    end -= count
  }

  private func skipByteOrderMark() {
    let length = awaitedMark.count
    guard length > 0 else { return }
    while end < length, !isAtEnd { readOnce() }
    if end >= length, awaitedMark.indices.allSatisfy({ bytes[$0] == awaitedMark[$0] }) {
      unsafe memmove(storage, storage + length, end - length)
      end -= length
      cursor.skip(length)
    }
    awaitedMark = []
  }

  private func readOnce() {
    do {
      let space = unsafe UnsafeMutableRawBufferPointer(start: storage + end, count: capacity - end)
      let count = unsafe try source.read(into: space)
      isAtEnd = count == 0
      end += count
      bytesRead += UInt64(count)
    } catch {
      gap = error
      isAtEnd = true
    }
  }
}
