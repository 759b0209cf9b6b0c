import Findings

/// One reading of one source of JSON.
///
/// A record is what stands for one thing: in a sequence each text; in a single document each element
/// of its outermost arrays (`{"users": [{…}, {…}]}` has two), and what stands outside of those
/// together. Where the text breaks off or is no JSON, that is a gap, and what follows is read as plain text, so
/// that nothing is lost: in a sequence up to the next line that begins a text, else to the end.
final class JSONReading {
  /// An object or array that is open.
  private struct Level {
    let place: Int
    let isObject: Bool
    /// Elements are records of their own.
    let holdsRecords: Bool
    /// It is itself a record.
    let isRecord: Bool
    /// An item of it was read, so that the next one follows a comma.
    var hasItems = false
  }

  private enum Fault: Error {
    /// The text is no JSON here.
    case malformed
    /// The source ended within a text.
    case truncated
    /// Nested deeper than anybody writes on purpose.
    case limit
  }

  private let cursor: JSONCursor
  private let isSequence: Bool
  private let strings: JSONStrings
  private var tables = DocumentTables()
  private var table: DocumentTable
  /// The text before is the action of a bulk request, and names the index of this one.
  private var isBehindAction = false
  private var levels: [Level] = []

  /// Whether a level that is open is a record, or holds records.
  private var isWithinRecord = false
  private var isWithinRecords = false

  /// RFC 8259, section 9, lets readers set a limit.
  private static let deepest = 10_000
  /// Digits and all of a number; longer ones are no JSON that anybody wrote.
  static let longestNumberInBytes = 4096

  init(_ cursor: JSONCursor, isSequence: Bool) {
    self.cursor = cursor
    self.isSequence = isSequence
    strings = JSONStrings(cursor)
    table = tables.table(named: "")
  }

  func run() {
    let sink = cursor.sink
    sink.locator = cursor.buffer
    sink.table(table.shape)
    while !sink.isCancelled {
      cursor.skipBlanks()
      guard cursor.peek() != nil else { return }
      do throws(Fault) {
        try readText()
      } catch {
        cursor.endRecord()
        levels.removeAll(keepingCapacity: true)
        isWithinRecord = false
        isWithinRecords = false
        guard recover(from: error) else { return }
      }
    }
    cursor.endRecord()
  }

  /// Notes the gap and goes to where reading can go on; false when all is read.
  private func recover(from fault: Fault) -> Bool {
    switch fault {
    case .malformed: cursor.gap(.malformed)
    case .truncated: cursor.gap(.truncated)
    case .limit: cursor.gap(.limit)
    }
    cursor.anchor = nil
    guard isSequence else {
      _ = cursor.buffer.fill(keepingFrom: cursor.position)
      PlainText().read(cursor.buffer, into: cursor.sink)
      return false
    }
    while cursor.readLineAsText() {
      if let byte = cursor.peek(), byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        return true
      }
    }
    return false
  }

  // MARK: Values

  private func readText() throws(Fault) {
    if isSequence {
      chooseTable()
      cursor.beginRecord()
    }
    try readValue(at: JSONPaths.root)
    while !levels.isEmpty, !cursor.sink.isCancelled { try goOn() }
    cursor.endRecord()
  }

  /// Goes to the table of the index that the text names, or the one before it; to the one without a name
  /// where neither does.
  private func chooseTable() {
    var isAction = false
    let buffer = cursor.buffer
    guard
      isBehindAction || !table.name.isEmpty
        || ExtendedJSON.mayNameIndex(buffer.bytes, from: cursor.position)
    else { return }
    let name = ExtendedJSON.index(
      in: cursor.head(ExtendedJSON.longestHeadInBytes), isAction: &isAction)
    if name == nil, isBehindAction {
      isBehindAction = false
      return
    }
    isBehindAction = isAction && name != nil
    let wanted = name ?? ""
    guard table.name != wanted else { return }
    table = tables.table(named: wanted)
    cursor.sink.table(table.shape)
  }

  /// Reads what follows a value or an opening bracket within the innermost level.
  private func goOn() throws(Fault) {
    guard var level = levels.last else { return }
    if level.isObject { readPlainMembers(of: &level) }
    cursor.skipBlanks()
    guard let byte = cursor.peek() else { throw .truncated }
    if byte == (level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      cursor.position += 1
      levels.removeLast()
      leave(level)
      return
    }
    if level.hasItems {
      guard byte == UInt8(ascii: ",") else { throw .malformed }
      cursor.position += 1
      cursor.skipBlanks()
    } else {
      levels[levels.count - 1].hasItems = true
    }
    try readItem(of: level)
  }

  /// Reads the members that come next as far as they are plain, and their keys known: nearly all of a dump.
  private func readPlainMembers(of level: inout Level) {
    let buffer = cursor.buffer
    while let member = JSONMember(
      in: buffer, at: cursor.position, isBehindComma: level.hasItems),
      let place = table.paths.knownMember(member.keyHash, of: level.place),
      let column = table.paths.knownColumn(of: place)
    {
      cursor.openRecord()
      cursor.position = member.end
      level.hasItems = true
      switch member.kind {
      case .text, .bare: cursor.push(member.value, column: column)
      case .absent: cursor.sink.absent(column: column)
      }
      if cursor.sink.isCancelled { break }
    }
    levels[levels.count - 1].hasItems = level.hasItems
  }

  /// Reads a member of an object or an element of an array.
  private func readItem(of level: Level) throws(Fault) {
    guard level.isObject else {
      try readValue(at: level.place)
      return
    }
    var isDate = false
    let place = try readKey(of: level, isDate: &isDate)
    cursor.skipBlanks()
    guard let colon = cursor.peek() else { throw .truncated }
    guard colon == UInt8(ascii: ":") else { throw .malformed }
    cursor.position += 1
    cursor.skipBlanks()
    if isDate, readDate(column: place) { return }
    try readValue(at: place)
  }

  /// Reads a date that is given as milliseconds, and pushes it as a date.
  private func readDate(column place: Int) -> Bool {
    var length = 0
    guard
      let date = ExtendedJSON.milliseconds(in: cursor.head(64), length: &length)
    else { return false }
    cursor.openRecord()
    cursor.push(BSONText.date(date), for: length, column: column(of: place))
    return true
  }

  /// Reads a key; one that is data is pushed as a value.
  ///
  /// - Parameter isDate: set for a key that says the value to be a date.
  private func readKey(of level: Level, isDate: inout Bool) throws(Fault) -> Int {
    guard let quote = cursor.peek() else { throw .truncated }
    guard quote == UInt8(ascii: "\"") else { throw .malformed }
    let (key, end) = strings.key()
    guard end != .cut else { throw .truncated }
    if end == .closed, !level.hasItems, ExtendedJSON.isWrapper(key) {
      isDate = ExtendedJSON.isDate(key)
      return level.place
    }
    if end == .closed { return table.paths.member(key, of: level.place) }
    let place = table.paths.foldedMember(of: level.place)
    cursor.openRecord()
    guard strings.read(column: column(of: place)) else { throw .truncated }
    return place
  }

  private func readValue(at place: Int) throws(Fault) {
    guard let byte = cursor.peek() else { throw .truncated }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try enter(place, isObject: byte == UInt8(ascii: "{"))
      return
    case UInt8(ascii: "\""):
      cursor.openRecord()
      guard strings.read(column: column(of: place)) else { throw .truncated }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      cursor.openRecord()
      try readNumber(column: column(of: place))
    default:
      try readWord(at: place)
    }
    // Values that an outermost array holds bare are records too.
    if !isSequence, levels.count == 1, levels[0].holdsRecords { cursor.endRecord() }
  }

  /// Opens a level; its items are read by `goOn`, without recursion, however deep they lie.
  private func enter(_ place: Int, isObject: Bool) throws(Fault) {
    guard levels.count < Self.deepest else { throw .limit }
    let isRecord =
      !isSequence && (levels.last?.holdsRecords == true || table.paths.places[place].isFolded)
      && !isWithinRecord
    if isRecord { cursor.beginRecord() }
    let level = Level(
      place: isObject
        ? place
        : table.paths.elements(of: place, isRoot: place == JSONPaths.root && levels.isEmpty),
      isObject: isObject,
      holdsRecords: !isObject && !isSequence && !isWithinRecords && !isWithinRecord
        && !isRecord,
      isRecord: isRecord)
    levels.append(level)
    if isRecord { isWithinRecord = true }
    if level.holdsRecords { isWithinRecords = true }
    cursor.position += 1
  }

  private func leave(_ level: Level) {
    if level.isRecord {
      isWithinRecord = false
      cursor.endRecord()
    }
    if level.holdsRecords { isWithinRecords = false }
  }

  private func readNumber(column: Int) throws(Fault) {
    cursor.anchor = cursor.position
    var length = 0
    while let byte = cursor.peek(), Self.isNumeric(byte) {
      cursor.position += 1
      length += 1
      guard length <= Self.longestNumberInBytes else {
        cursor.anchor = nil
        throw .malformed
      }
    }
    let start = cursor.anchor ?? cursor.position
    cursor.anchor = nil
    cursor.push(start..<cursor.position, column: column)
  }

  static func mayBeginNumber(_ byte: UInt8) -> Bool { byte == 0x2D || byte &- 0x30 <= 9 }

  static func isNumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || byte == 0x2B || byte == 0x2D || byte == 0x2E || byte | 0x20 == 0x65
  }

  private func readWord(at place: Int) throws(Fault) {
    if cursor.skip("null") {
      cursor.openRecord()
      cursor.sink.absent(column: column(of: place))
      return
    }
    for word in ["true", "false"] where cursor.skip(word) {
      cursor.openRecord()
      let column = column(of: place)
      cursor.push(cursor.position - word.utf8.count..<cursor.position, column: column)
      return
    }
    throw .malformed
  }

  private func column(of place: Int) -> Int {
    let (index, isNew) = table.paths.column(of: place)
    if isNew { cursor.sink.table(table.shape) }
    return index
  }
}
