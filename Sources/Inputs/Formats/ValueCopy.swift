import Findings

/// A value that is copied out of the window, its escapes undone, and pushed piece by piece if it is
/// longer than the window.
///
/// Only values that hold an escape, or that do not fit into the window, go this way. The scratch is
/// reused; it never outgrows the window.
final class ValueCopy<Cursor: ValueCursor> {
  enum Growth {
    case grew
    /// The text has no more bytes.
    case end
    /// The value fills the window: push a piece of it.
    case full
  }

  /// Context that the pieces of a value carry, in bytes.
  private static var contextInBytes: Int { 512 }

  private let cursor: Cursor
  private var map = EscapeMap()
  /// Window index of the first byte of the copy.
  private var start = 0
  /// First byte of the copy that no piece has as its core.
  private var coreOffset = 0
  /// The copy, with the context of the piece before.
  var bytes: [UInt8] = []
  /// A piece was pushed.
  private(set) var isSliced = false
  /// A line within the value that looks like a new statement: where it begins, in window and copy.
  private(set) var suspect: (index: Int, offset: Int)?
  /// The value is read and not pushed.
  var isMuted = false

  init(_ cursor: Cursor) {
    self.cursor = cursor
  }

  /// Begins a value at window index `index`.
  func begin(at index: Int) {
    bytes.removeAll(keepingCapacity: true)
    map.removeAll()
    start = index
    coreOffset = 0
    isSliced = false
    suspect = nil
  }

  /// States that the copy goes on at window index `index`, after an escape.
  func resume(at index: Int) {
    map.append(copyOffset: bytes.count, windowIndex: index)
  }

  /// Copies up to the next quote or line break, or to where the window must slide first.
  ///
  /// The scratch is moved out of this object meanwhile: what a local variable holds is reached
  /// without the checks for exclusive access, which cost twice as much as the copying itself.
  func appendRun(from index: inout Int, quote: UInt8, escapes: ValueEscapes) {
    let buffer = cursor.buffer
    let window = buffer.bytes
    let end = buffer.end
    var copied: [UInt8] = []
    var points = EscapeMap()
    swap(&copied, &bytes)
    swap(&points, &map)
    var next = index
    while next < end {
      let byte = window[next]
      if byte == quote || byte == 0x0A { break }
      if byte == 0x5C {
        guard next + ValueEscapes.longestInBytes <= end else { break }
        next += escapes.undo(at: next, in: window, into: &copied)
        if escapes != .none { points.append(copyOffset: copied.count, windowIndex: next) }
      } else {
        copied.append(byte)
        next += 1
      }
    }
    index = next
    swap(&copied, &bytes)
    swap(&points, &map)
  }

  /// Remembers the line at window index `index`, where the copy is now, if it is the first.
  func noteSuspect(at index: Int) {
    if suspect == nil { suspect = (index, bytes.count) }
  }

  /// Makes more bytes visible, and moves `index`, up to which the value was copied, with the window.
  func more(at index: inout Int) -> Growth {
    cursor.anchor = start
    cursor.position = index
    let grew = cursor.moreOfValue()
    let moved = start - (cursor.anchor ?? start)
    if moved > 0 {
      start -= moved
      map.shiftWindow(by: -moved)
      suspect?.index -= moved
      index -= moved
    }
    if grew { return .grew }
    return cursor.buffer.isAtEnd ? .end : .full
  }

  /// Pushes what is copied but the context at its end, and keeps no more than the context of what
  /// comes next.
  func slice(column: Int) {
    let context = min(Self.contextInBytes, bytes.count / 4)
    var coreEnd = bytes.count - context
    for _ in 0..<3 where coreEnd > coreOffset && bytes[coreEnd] & 0xC0 == 0x80 { coreEnd -= 1 }
    push(core: coreOffset..<coreEnd, end: bytes.count, column: column, isWhole: false)
    isSliced = true
    let dropped = max(coreEnd - context, 0)
    let newStart = map.windowIndex(of: dropped, start: start)
    var rest = EscapeMap()
    for point in map.points where point.copyOffset > dropped {
      rest.append(copyOffset: point.copyOffset - dropped, windowIndex: point.windowIndex)
    }
    map = rest
    start = newStart
    bytes.removeSubrange(0..<dropped)
    coreOffset = coreEnd - dropped
    if let known = suspect {
      suspect = known.offset < coreEnd ? nil : (known.index, known.offset - dropped)
    }
  }

  /// Pushes the value, or the rest of it, up to `end` in the copy.
  func finish(upTo end: Int? = nil, column: Int) {
    let end = max(end ?? bytes.count, coreOffset)
    cursor.anchor = nil
    if end == 0, !isSliced {
      if !isMuted { cursor.sink.absent(column: column) }
      return
    }
    push(core: coreOffset..<end, end: end, column: column, isWhole: !isSliced)
  }

  /// Pushes the value, or the rest of it, without the blanks at its end.
  func finishTrimmed(column: Int) {
    var end = bytes.count
    while end > coreOffset, SQLBytes.isBlank(bytes[end - 1]) { end -= 1 }
    finish(upTo: end, column: column)
  }

  private func push(core: Range<Int>, end: Int, column: Int, isWhole: Bool) {
    guard !isMuted else { return }
    let bytes = bytes
    cursor.buffer.pushing(at: start, escapes: map)
    cursor.count(core.count)
    cursor.sink.field(
      bytes.span.extracting(0..<end), core: core, column: column, isWhole: isWhole)
  }
}
