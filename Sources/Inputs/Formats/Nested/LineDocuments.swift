import Findings

/// Opens the JSON objects in lines of text: `… INFO payload={"user":{"phone":"…"}} 3 ms`.
///
/// Each becomes a record of one table without a name, whose columns are the paths in all objects
/// (`user.phone`); what stands around it stays text. Objects within a quoted string
/// (`"{\"phone\":\"…\"}"`) have their escapes undone first, three deep; strings in objects that are
/// documents are opened by `NestedValues`, the sink it pushes to. An object that breaks off is read
/// up to its last whole value, and the rest is text; what is no JSON stays text. Places are those of the
/// bytes in the source.
///
/// Cost: a search for braces; where one has a quote behind it, a pass over the object.
final class LineDocuments {
  private let sink: NestedValues
  private var paths = JSONPaths(mostPaths: 1024)
  private var announcedColumns = -1

  /// An object as it was read.
  private struct Found {
    /// The text of the object and what follows, its escapes undone.
    let text: [UInt8]
    let parts: [NestedPart]
    /// How it came about, the text of the source first.
    let maps: [EscapeMap]
    /// Bytes of the source that it takes; those that are looked at no more, where there are no parts.
    let length: Int
  }

  /// Bytes of the source that are tried first, then, where an object is longer. Those of a string are all
  /// copied, however soon it shows that they are no object.
  private static let attemptsInBytes = [1024, 16 * 1024, 256 * 1024]
  private static let attemptsInStringsInBytes = [96, 2048, 32 * 1024, 256 * 1024]
  /// Text of an object that is shown to whoever looks at the text behind it, or before it. All of it is
  /// looked at again, and says little.
  private static let contextBeforeInBytes = 32
  private static let contextAfterInBytes = 16

  init(_ sink: any RecordSink) {
    self.sink = NestedValues(sink)
  }

  /// The first index of `range` at which an object may begin.
  @inline(__always)
  static func first(in buffer: TextBuffer, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while let brace = buffer.firstIndex(of: UInt8(ascii: "{"), in: index..<range.upperBound) {
      if depth(of: brace, in: buffer.bytes) != nil { return brace }
      index = brace + 1
    }
    return nil
  }

  /// How many strings the object is in that may begin at a brace, by the backslashes before the quote
  /// behind it; nil where there is no such quote.
  private static func depth(of brace: Int, in bytes: Span<UInt8>) -> Int? {
    var index = brace + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    let start = index
    while index < bytes.count, index - start < 8, bytes[index] == UInt8(ascii: "\\") { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
    switch index - start {
    case 0: return 0
    case 1: return 1
    case 3: return 2
    case 7: return 3
    default: return nil
    }
  }

  /// Pushes what stands in `core` of the window, in its order.
  ///
  /// - Parameters:
  ///   - first: where the first object may begin.
  ///   - push: pushes text that is no object, with so much of what stands before and after it.
  func push(
    _ core: Range<Int>, of buffer: TextBuffer, first: Int,
    text push: (_ core: Range<Int>, _ before: Int?, _ after: Int?) -> Void
  ) {
    var textStart = core.lowerBound
    var lineEnd = core.lowerBound
    var candidate: Int? = first
    while let brace = candidate {
      if brace >= lineEnd {
        lineEnd =
          buffer.firstIndex(of: 0x0A, in: brace..<core.upperBound) ?? core.upperBound
      }
      let found = read(brace..<lineEnd, of: buffer)
      if !found.parts.isEmpty {
        pushText(
          textStart..<brace, of: buffer,
          before: textStart == core.lowerBound ? nil : Self.contextBeforeInBytes,
          after: Self.contextAfterInBytes, push)
        pushRecord(found, at: brace, of: buffer)
        textStart = brace + found.length
      }
      candidate = Self.first(in: buffer, brace + max(1, found.length)..<core.upperBound)
    }
    pushText(
      textStart..<core.upperBound, of: buffer,
      before: textStart == core.lowerBound ? nil : Self.contextBeforeInBytes, after: nil,
      push)
  }

  private func pushText(
    _ core: Range<Int>, of buffer: TextBuffer, before: Int?, after: Int?,
    _ push: (Range<Int>, Int?, Int?) -> Void
  ) {
    let bytes = buffer.bytes
    // Between two objects there is mostly a break.
    guard core.contains(where: { !JSONCursor.isBlank(bytes[$0]) }) else { return }
    push(core, before, after)
  }

  // MARK: Reading

  private func read(_ range: Range<Int>, of buffer: TextBuffer) -> Found {
    let depth = Self.depth(of: range.lowerBound, in: buffer.bytes) ?? 0
    var found = Found(text: [], parts: [], maps: [], length: 0)
    let attempts = depth == 0 ? Self.attemptsInBytes : Self.attemptsInStringsInBytes
    for size in attempts {
      let end = min(range.upperBound, range.lowerBound + size)
      var text = buffer.copy(range.lowerBound..<end)
      var maps: [EscapeMap] = []
      var isClosed = false
      for level in 0..<depth {
        let (undone, map) = Self.undo(text, stopsAtQuote: level == 0, &isClosed)
        text = undone
        maps.append(map)
      }
      var parts: [NestedPart] = []
      let length: Int
      switch NestedJSON.start(of: text, at: JSONPaths.root, &paths) {
      case .whole(let whole, let textEnd): (parts, length) = (whole, textEnd)
      case .other(let index): length = index
      case .cut(let some, let textEnd):
        // More of it may be there.
        if end < range.upperBound, !isClosed, size != attempts.last { continue }
        (parts, length) = (some, textEnd)
      }
      let sourceLength = maps.reversed().reduce(length) { $1.windowIndex(of: $0, start: 0) }
      found = Found(text: text, parts: parts, maps: maps, length: sourceLength)
      break
    }
    return found
  }

  /// Undoes the escapes of a string, up to its closing quote if `stopsAtQuote`.
  private static func undo(
    _ text: [UInt8], stopsAtQuote: Bool, _ isClosed: inout Bool
  ) -> ([UInt8], EscapeMap) {
    var value: [UInt8] = []
    value.reserveCapacity(text.count)
    var map = EscapeMap()
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "\\") {
        index += ValueEscapes.json.undo(at: index, in: text.span, into: &value)
        map.append(copyOffset: value.count, windowIndex: index)
        continue
      }
      if stopsAtQuote, text[index] == UInt8(ascii: "\"") {
        isClosed = true
        break
      }
      value.append(text[index])
      index += 1
    }
    return (value, map)
  }

  // MARK: Pushing

  private func pushRecord(_ found: Found, at start: Int, of buffer: TextBuffer) {
    announce()
    buffer.pushing(at: start)
    var outer: any Locator = buffer
    for map in found.maps {
      let locator = NestedLocator(within: outer)
      locator.pushing(at: 0, escapes: map)
      outer = locator
    }
    let locator = NestedLocator(within: outer)
    sink.beginRecord()
    for part in found.parts {
      let column = paths.column(of: part.place).index
      guard !part.range.isEmpty else {
        sink.absent(column: column)
        continue
      }
      sink.locator = locator
      if part.escapes == .none {
        locator.pushing(at: part.range.lowerBound)
        sink.field(
          found.text.span.extracting(part.range), core: 0..<part.range.count, column: column,
          isWhole: true)
      } else {
        let (value, map) = NestedValues.undo(part, in: found.text)
        locator.pushing(at: part.range.lowerBound, escapes: map)
        sink.field(value.span, core: 0..<value.count, column: column, isWhole: true)
      }
    }
    sink.endRecord()
    sink.locator = buffer
  }

  private func announce() {
    guard paths.columns.count > announcedColumns else { return }
    announcedColumns = paths.columns.count
    var shape = TableShape(name: "", columns: paths.columns)
    shape.numbersColumnsAsMet = true
    sink.table(shape)
  }
}
