package import Findings
import Glibc
import Sieve

/// A sliding window over the decoded UTF-8 of one source, or of a part of one.
///
/// It is the only owner of source bytes: readers parse from `bytes`, slide with
/// `fill(keepingFrom:)` and push spans of the window. Memory is `capacityInBytes`, and three times
/// as much for other encodings than UTF-8, whatever the source.
///
///     0            index given to fill        end           capacity
///     |  consumed  |  kept: moves to 0        |  is read next  | padding |
@safe
package final class TextBuffer: Locator {
  /// Readable bytes after `end`, zero: vector loops may load past the text.
  package static let paddingInBytes = 128
  /// From the first byte that is not ASCII, how much is looked at to tell the encoding.
  private static let sampleInBytes = 16 * 1024

  private enum Mode {
    /// The source is read straight into the window.
    case verbatim
    /// As `verbatim` while all is ASCII.
    case guessing
    /// What was looked ahead at goes from the queue into the window; then `verbatim`.
    case draining
    case decoding
  }

  private let source: any ByteSource
  private let hasEscapedBytes: Bool
  private let capacity: Int
  private let storage: UnsafeMutableRawPointer
  private var mode: Mode
  private var cursor: LocationCursor
  // Exclusive access is not checked at run time for what is used once per field (here and `end`):
  // the checks took half the time of reading a table. No closure and no thread shares them.
  @safe @exclusivity(unchecked) private var pushIndex = 0
  @safe @exclusivity(unchecked) private var pushEscapes = EscapeMap()
  /// The byte-order mark that may come first; empty once it was looked for.
  private var awaitedMark: [UInt8]
  private var sourceHasEnded = false
  /// Bytes that have left the window.
  private var droppedBytes: UInt64 = 0

  // For encodings other than UTF-8 only.
  private var queue: RawQueue?
  private var decoder: TextDecoder?
  /// Per window byte, the source bytes of the character that starts there, 0 inside a character.
  private var widths: UnsafeMutableRawPointer?

  /// Valid bytes are 0..<`end` of `bytes`.
  @safe @exclusivity(unchecked) package private(set) var end = 0
  /// The encoding that the source is read in; where it was a guess, UTF-8 until the text decides.
  package private(set) var encoding: TextEncoding
  /// Bytes of the source that were read, a byte-order mark included.
  package private(set) var bytesRead: UInt64 = 0
  /// The gap that ended the reading before its time.
  package private(set) var gap: Gap?

  /// How much the window holds at most.
  package var capacityInBytes: Int { capacity }

  /// The window holds the source's own bytes, undecoded.
  var isVerbatim: Bool { unsafe widths == nil }

  /// Bytes of the window's text before window index `index` in all; in the source too, where they are
  /// verbatim (a byte-order mark and the place of a part apart).
  func offset(at index: Int) -> UInt64 { droppedBytes + UInt64(index) }

  /// The source has delivered everything, or failed; bytes may still be unconsumed.
  package var isAtEnd: Bool { sourceHasEnded && (queue?.count ?? 0) == 0 }

  /// Byte sequences that stood for no character and became U+FFFD. Those in UTF-8 are not counted.
  package var invalidSequenceCount: UInt64 { decoder?.invalidSequenceCount ?? 0 }

  /// Nothing is read before the first `fill`.
  ///
  /// - Parameters:
  ///   - isGuess: `encoding` is UTF-8 only for want of a byte that says otherwise: it is decided
  ///     from the first byte that is not ASCII and the 16 KiB after it.
  ///   - hasEscapedBytes: see `TextDecoder`.
  ///   - start: where the first byte of `source` stands in the whole source; a byte-order mark is
  ///     looked for only at offset 0.
  ///   - capacityInBytes: size of the window, at least 64.
  package init(
    source: any ByteSource, encoding: TextEncoding, isGuess: Bool = false,
    hasEscapedBytes: Bool = false, start: Location = Location(byteOffset: 0, line: 1, column: 1),
    capacityInBytes: Int = 256 * 1024
  ) {
    precondition(capacityInBytes >= 64, "a window must hold a few characters")
    precondition(!isGuess || encoding == .utf8, "only UTF-8 can be a guess")
    self.source = source
    self.encoding = encoding
    self.hasEscapedBytes = hasEscapedBytes
    capacity = capacityInBytes
    unsafe storage = WindowMemory.take(sizeInBytes: capacityInBytes + Self.paddingInBytes)
    unsafe storage.initializeMemory(as: UInt8.self, repeating: 0, count: Self.paddingInBytes)
    cursor = LocationCursor(start: start)
    awaitedMark = start.byteOffset == 0 ? encoding.byteOrderMark : []
    mode = isGuess ? .guessing : .verbatim
    if encoding != .utf8 { decode(from: 0) }
  }

  deinit {
    unsafe WindowMemory.give(storage, sizeInBytes: capacity + Self.paddingInBytes)
    unsafe widths?.deallocate()
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
    let before = end
    while end == before, !isAtEnd, end < capacity {
      switch mode {
      case .verbatim: readIntoWindow()
      case .guessing: readGuessing()
      case .draining: drain()
      // A window with no room for a character is full.
      case .decoding: if !decodeOnce() { return false }
      }
    }
    unsafe storage.advanced(by: end).initializeMemory(
      as: UInt8.self, repeating: 0, count: Self.paddingInBytes)
    return end > before
  }

  /// Lets `body` read the window's memory.
  func withStorage<Answer>(_ body: (UnsafeRawPointer) -> Answer) -> Answer {
    unsafe body(UnsafeRawPointer(storage))
  }

  /// The eight bytes from window index `index` on, of which the last may be padding.
  func word(at index: Int) -> UInt64 {
    unsafe storage.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// The place in the source of window index `index`, 0...`end`.
  ///
  /// Amortised O(1) per byte for rising indices; one step back costs up to 4 KiB of counting.
  /// Columns count the bytes that begin a UTF-8 sequence, so a stray continuation byte has none.
  package func location(at index: Int) -> Location {
    precondition(index >= 0 && index <= end, "cannot locate bytes that are not in the window")
    return unsafe cursor.location(at: index, in: storage, widths: widths)
  }

  /// Copies bytes of the window.
  package func copy(_ range: Range<Int>) -> [UInt8] {
    precondition(range.upperBound <= end, "cannot copy bytes that are not in the window")
    return unsafe Array(UnsafeRawBufferPointer(start: storage, count: end)[range])
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
    if !pushEscapes.isEmpty { pushEscapes.removeAll() }
  }

  package func locate(_ offset: Int) -> Location {
    location(at: min(pushEscapes.windowIndex(of: offset, start: pushIndex), end))
  }

  private func drop(_ count: Int) {
    guard count > 0 else { return }
    unsafe cursor.drop(count, of: storage, widths: widths)
    unsafe memmove(storage, storage + count, end - count)
    if let widths = unsafe widths { unsafe memmove(widths, widths + count, end - count) }
    end -= count
    droppedBytes += UInt64(count)
  }

  // MARK: Reading UTF-8

  private func readIntoWindow() {
    let before = end
    do {
      let space = unsafe UnsafeMutableRawBufferPointer(start: storage + end, count: capacity - end)
      let count = unsafe try source.read(into: space)
      sourceHasEnded = count == 0
      end += count
      bytesRead += UInt64(count)
    } catch {
      fail(error)
    }
    if !awaitedMark.isEmpty, before == 0 { skipMarkInWindow() }
  }

  private func fail(_ error: Gap) {
    gap = error
    sourceHasEnded = true
  }

  private func skipMarkInWindow() {
    let mark = awaitedMark
    awaitedMark = []
    while end < mark.count, !sourceHasEnded { readIntoWindow() }
    guard end >= mark.count, mark.indices.allSatisfy({ bytes[$0] == mark[$0] }) else { return }
    unsafe memmove(storage, storage + mark.count, end - mark.count)
    end -= mark.count
    cursor.skip(mark.count)
    mode = .verbatim
  }

  // MARK: Deciding on an encoding

  private func readGuessing() {
    let before = end
    readIntoWindow()
    guard mode == .guessing else { return }
    let added = unsafe UnsafeRawBufferPointer(start: storage + before, count: end - before)
    guard let first = unsafe ByteCounts.firstNonASCII(in: added) else { return }
    decide(from: before + first)
  }

  /// Looks at the text from window index `index` on and settles the encoding.
  ///
  /// The sample depends on the source's bytes only, never on how they were read.
  private func decide(from index: Int) {
    if end - index >= Self.sampleInBytes || sourceHasEnded {
      let sample = bytes.extracting(index..<min(end, index + Self.sampleInBytes))
      encoding = EncodingRecognition.decide(sample, isWhole: end - index == sample.count)
      if encoding == .utf8 { mode = .verbatim } else { decode(from: index) }
      return
    }
    let queue = lookAhead(from: index)
    while queue.count < Self.sampleInBytes, !sourceHasEnded { read(into: queue) }
    let sample = queue.front(Self.sampleInBytes)
    encoding = EncodingRecognition.decide(
      sample, isWhole: sourceHasEnded && sample.count == queue.count)
    if encoding == .utf8 { mode = .draining } else { decode(from: index) }
  }

  /// Moves the window from `index` on to the front of the queue.
  private func lookAhead(from index: Int) -> RawQueue {
    let queue = self.queue ?? RawQueue(capacityInBytes: capacity + Self.sampleInBytes)
    self.queue = queue
    unsafe queue.append(UnsafeRawBufferPointer(start: storage + index, count: end - index))
    end = index
    return queue
  }

  private func drain() {
    guard let queue else { return }
    let count = min(queue.count, capacity - end)
    if count > 0, let waiting = unsafe queue.waiting.baseAddress {
      unsafe storage.advanced(by: end).copyMemory(from: waiting, byteCount: count)
    }
    queue.removeFirst(count)
    end += count
    if queue.count == 0 { mode = .verbatim }
  }

  // MARK: Decoding

  /// From window index `index` on the text is decoded; what stands before it is ASCII.
  private func decode(from index: Int) {
    let widths = UnsafeMutableRawPointer.allocate(
      byteCount: capacity + Self.paddingInBytes, alignment: 16)
    unsafe widths.initializeMemory(as: UInt8.self, repeating: 1, count: index)
    unsafe self.widths = widths
    _ = lookAhead(from: index)
    decoder = TextDecoder(encoding: encoding, hasEscapedBytes: hasEscapedBytes)
    mode = .decoding
  }

  private func read(into queue: RawQueue) {
    do {
      let count = try queue.read(from: source)
      sourceHasEnded = count == 0
      bytesRead += UInt64(count)
    } catch {
      fail(error)
    }
  }

  /// Decodes what waits, reading first if that is too little. False when nothing fits any more.
  private func decodeOnce() -> Bool {
    guard let queue, let widths = unsafe widths, capacity - end >= 4 else { return false }
    if queue.count < 8, !sourceHasEnded { read(into: queue) }
    if !awaitedMark.isEmpty { skipMark(in: queue) }
    let progress = unsafe decoder?.decode(
      queue.waiting, isLast: sourceHasEnded, into: storage + end, widths: widths + end,
      spaceInBytes: capacity - end)
    queue.removeFirst(progress?.consumed ?? 0)
    end += progress?.produced ?? 0
    return true
  }

  private func skipMark(in queue: RawQueue) {
    let mark = awaitedMark
    awaitedMark = []
    while queue.count < mark.count, !sourceHasEnded { read(into: queue) }
    let front = queue.front(mark.count)
    guard front.count == mark.count, mark.indices.allSatisfy({ front[$0] == mark[$0] }) else {
      return
    }
    queue.removeFirst(mark.count)
    cursor.skip(mark.count)
  }
}
