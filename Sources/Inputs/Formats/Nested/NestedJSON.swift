/// Reads a JSON text that is a value of another source.
///
/// The text is in memory and short; it is read as a whole before anything of it is pushed, so that what
/// is broken or no JSON at all stays the text that it was. Strict, but for numbers.
struct NestedJSON {
  private let text: [UInt8]
  private var index = 0
  private var paths: JSONPaths
  /// What follows the first value is no business of the reading, and the text may break off in it.
  private let isPrefix: Bool
  private(set) var parts: [NestedPart] = []
  /// Something other than bare numbers was met.
  private var isWorthwhile = false

  private struct Level {
    let place: Int
    let isObject: Bool
    let start: Int
    var hasItems = false
    /// Items that are numbers, and the first part that belongs to one of them.
    var holdsNumbersOnly = true
    let firstPart: Int
  }

  private enum Fault: Error { case invalid }

  /// Deeper is no value that anybody looks into.
  private static let deepest = 256
  /// Values beyond make it a text again.
  private static let mostParts = 20_000

  private init(_ text: [UInt8], paths: JSONPaths, isPrefix: Bool = false) {
    self.text = text
    self.paths = paths
    self.isPrefix = isPrefix
  }

  /// The values of `text`, below `place`; nil where it is no JSON text of an object or array.
  ///
  /// - Parameter paths: gets the new ones, unless the answer is nil.
  static func parts(
    of text: [UInt8], at place: Int, _ paths: inout JSONPaths
  ) -> [NestedPart]? {
    var reading = NestedJSON(text, paths: paths)
    do throws(Fault) {
      try reading.read(at: place)
    } catch {
      return nil
    }
    guard reading.isWorthwhile else { return nil }
    paths = reading.paths
    return reading.parts
  }

  /// What a text begins with.
  enum Start {
    /// An object or array, up to `end`.
    case whole(parts: [NestedPart], end: Int)
    /// The text ends within it; the last part ends at `end`. There may be none.
    case cut(parts: [NestedPart], end: Int)
    /// No JSON text, as is seen at `index`.
    case other(index: Int)
  }

  /// Escapes and words are no longer: a fault so near the end of a text may come of its being cut.
  private static let longestTokenInBytes = 16

  /// The values of the object or array that `text` begins with, below `place`.
  ///
  /// - Parameter paths: gets the new ones, unless the answer is `other`.
  static func start(
    of text: [UInt8], at place: Int, _ paths: inout JSONPaths
  ) -> Start {
    var reading = NestedJSON(text, paths: paths, isPrefix: true)
    do throws(Fault) {
      try reading.read(at: place)
    } catch {
      guard reading.index >= text.count - longestTokenInBytes else {
        return .other(index: reading.index)
      }
      paths = reading.paths
      return .cut(parts: reading.parts, end: reading.endOfParts)
    }
    paths = reading.paths
    return .whole(parts: reading.parts, end: reading.index)
  }

  /// Behind the last part and its quote.
  private var endOfParts: Int {
    guard let end = parts.last?.range.upperBound else { return 0 }
    return end < text.count && text[end] == UInt8(ascii: "\"") ? end + 1 : end
  }

  private mutating func read(at root: Int) throws(Fault) {
    var levels: [Level] = []
    try readValue(at: root, &levels)
    while let level = levels.last {
      skipBlanks()
      let byte = try peek()
      if byte == (level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        index += 1
        levels.removeLast()
        foldNumbers(of: level)
        continue
      }
      if level.hasItems {
        guard byte == UInt8(ascii: ",") else { throw .invalid }
        index += 1
        skipBlanks()
      }
      var place = level.place
      if level.isObject { place = try readKey(at: level.place, isFirst: !level.hasItems) }
      levels[levels.count - 1].hasItems = true
      let first = try peek()
      if first &- 0x30 > 9, first != UInt8(ascii: "-") {
        levels[levels.count - 1].holdsNumbersOnly = false
      }
      try readValue(at: place, &levels)
    }
    if isPrefix { return }
    skipBlanks()
    guard index == text.count else { throw .invalid }
  }

  /// The numbers of an array stay together: two of them may be a place.
  private mutating func foldNumbers(of level: Level) {
    guard !level.isObject, level.hasItems, level.holdsNumbersOnly else { return }
    parts.removeSubrange(level.firstPart...)
    parts.append(
      NestedPart(place: level.place, range: level.start..<index - 1, escapes: .none))
  }

  private mutating func readKey(at place: Int, isFirst: Bool) throws(Fault) -> Int {
    isWorthwhile = true
    let (range, hasEscapes) = try readString()
    skipBlanks()
    guard try peek() == UInt8(ascii: ":") else { throw .invalid }
    index += 1
    skipBlanks()
    var key = Array(text[range])
    if hasEscapes {
      key.removeAll()
      var next = range.lowerBound
      while next < range.upperBound {
        if text[next] == UInt8(ascii: "\\") {
          next += ValueEscapes.json.undo(at: next, in: text.span, into: &key)
        } else {
          key.append(text[next])
          next += 1
        }
      }
    }
    if isFirst, ExtendedJSON.isWrapper(key) { return place }
    if JSONPaths.isData(key) {
      let folded = paths.foldedMember(of: place)
      append(range, at: folded, hasEscapes ? .json : .none)
      return folded
    }
    return paths.member(key, of: place)
  }

  private mutating func readValue(at place: Int, _ levels: inout [Level]) throws(Fault) {
    guard parts.count < Self.mostParts else { throw .invalid }
    switch try peek() {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard levels.count < Self.deepest else { throw .invalid }
      let isObject = text[index] == UInt8(ascii: "{")
      index += 1
      levels.append(
        Level(
          place: isObject ? place : paths.elements(of: place, isRoot: false), isObject: isObject,
          start: index, firstPart: parts.count))
    case UInt8(ascii: "\""):
      isWorthwhile = true
      let (range, hasEscapes) = try readString()
      append(range, at: place, hasEscapes ? .json : .none)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let start = index
      while index < text.count, Self.isNumeric(text[index]) { index += 1 }
      // Where the text ends within a number, no part of it is one.
      guard index < text.count else { throw .invalid }
      append(start..<index, at: place, .none)
    default:
      for word in ["null", "true", "false"] where text[index...].starts(with: word.utf8) {
        let start = index
        index += word.utf8.count
        append(word == "null" ? start..<start : start..<index, at: place, .none)
        return
      }
      throw .invalid
    }
  }

  private mutating func append(_ range: Range<Int>, at place: Int, _ escapes: NestedPart.Escapes) {
    _ = paths.column(of: place)
    parts.append(NestedPart(place: place, range: range, escapes: escapes))
  }

  private mutating func readString() throws(Fault) -> (Range<Int>, hasEscapes: Bool) {
    guard try peek() == UInt8(ascii: "\"") else { throw .invalid }
    index += 1
    let start = index
    var hasEscapes = false
    while index < text.count, text[index] != UInt8(ascii: "\"") {
      if text[index] == UInt8(ascii: "\\") {
        hasEscapes = true
        index += 1
      }
      index += 1
    }
    guard index < text.count else { throw .invalid }
    index += 1
    return (start..<index - 1, hasEscapes)
  }

  private func peek() throws(Fault) -> UInt8 {
    guard index < text.count else { throw .invalid }
    return text[index]
  }

  private mutating func skipBlanks() {
    while index < text.count, JSONCursor.isBlank(text[index]) { index += 1 }
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || byte == 0x2B || byte == 0x2D || byte == 0x2E || byte | 0x20 == 0x65
  }
}
