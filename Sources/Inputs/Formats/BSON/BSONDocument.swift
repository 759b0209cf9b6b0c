import Findings

/// Reads one document after the other: their values are pushed, or, of an archive's own, their strings
/// come back.
///
/// Levels are kept in a list, so that nesting costs no stack. Every length is held against the end of
/// what it stands in.
final class BSONDocument {
  typealias Fault = BSONCursor.Fault

  private struct Level {
    let place: Int
    let isArray: Bool
    /// Where it ends in the source, its final zero included.
    let end: UInt64
  }

  private let cursor: BSONCursor
  private let values: BinaryValues
  private var levels: [Level] = []
  private var collection = DocumentTable(name: "")
  /// Strings of the document itself are kept rather than pushed.
  private var keepsStrings = false
  private var strings: [String: String] = [:]

  /// The server's own limit is 100 (MongoDB manual, "Limits and Thresholds").
  private static let deepest = 1000
  /// Values up to this length are looked at as a whole.
  private static let longestWholeInBytes = 64 * 1024
  private static let longestKeptInBytes = 1024

  init(_ cursor: BSONCursor) {
    self.cursor = cursor
    values = BinaryValues(cursor.sink)
  }

  /// Reads the document at the position as a record of `collection`.
  func read(into collection: DocumentTable) throws(Fault) {
    self.collection = collection
    keepsStrings = false
    let sink = cursor.sink
    guard cursor.isDocumentPlausible(at: 0) else {
      throw cursor.visible(5) < 5 ? .truncated : .malformed
    }
    sink.beginRecord()
    defer { sink.endRecord() }
    try readLevels()
  }

  /// Reads the document at the position; the strings of its members.
  func readStrings() throws(Fault) -> [String: String] {
    keepsStrings = true
    strings = [:]
    collection = DocumentTable(name: "")
    try readLevels()
    return strings
  }

  private func readLevels() throws(Fault) {
    levels.removeAll(keepingCapacity: true)
    try enter(JSONPaths.root, isArray: false)
    while let level = levels.last {
      let type = UInt8(try cursor.integer(bytes: 1))
      if type == 0 {
        guard cursor.byteOffset == level.end else { throw .malformed }
        levels.removeLast()
      } else {
        guard BSON.isType(type), cursor.byteOffset < level.end else { throw .malformed }
        try readElement(type, of: level)
      }
    }
  }

  private func enter(_ place: Int, isArray: Bool) throws(Fault) {
    guard levels.count < Self.deepest else { throw .malformed }
    let start = cursor.byteOffset
    let length = try cursor.integer(bytes: 4)
    guard length >= 5, length <= UInt64(BSON.longestDocumentInBytes) else { throw .malformed }
    let end = start + length
    if let outer = levels.last, end >= outer.end { throw .malformed }
    levels.append(Level(place: place, isArray: isArray, end: end))
  }

  // MARK: Elements

  private func readElement(_ type: UInt8, of level: Level) throws(Fault) {
    let length = try cursor.lengthOfName()
    guard cursor.byteOffset + UInt64(length) < level.end else { throw .malformed }
    let place: Int
    var name = ""
    if level.isArray {
      place = collection.paths.elements(of: level.place, isRoot: false)
      cursor.skip(length + 1)
    } else if length <= JSONPaths.longestKeyInBytes {
      var key: [UInt8] = []
      cursor.withVisible(length) { bytes in for index in bytes.indices { key.append(bytes[index]) }
      }
      if keepsStrings { name = String(decoding: key, as: UTF8.self) }
      if JSONPaths.isData(key) {
        place = pushKey(length, of: level)
      } else {
        place = collection.paths.member(key, of: level.place)
      }
      cursor.skip(length + 1)
    } else {
      place = pushKey(length, of: level)
      cursor.skip(length + 1)
    }
    try readValue(type, at: place, name: levels.count == 1 ? name : "")
  }

  /// A key that is a datum is pushed as a value.
  private func pushKey(_ length: Int, of level: Level) -> Int {
    let place = collection.paths.foldedMember(of: level.place)
    guard !keepsStrings else { return place }
    let column = column(of: place)
    values.startByteOffset = cursor.byteOffset
    cursor.withVisible(length) { values.pushText($0, column: column) }
    return place
  }

  private func readValue(_ type: UInt8, at place: Int, name: String) throws(Fault) {
    switch type {
    case 0x03: try enter(place, isArray: false)
    case 0x04: try enter(place, isArray: true)
    case 0x02, 0x0D, 0x0E: try readString(at: place, name: name)
    case 0x05: try readBinary(at: place)
    case 0x01: try readFixed(8, at: place) { BSONText.number($0) }
    case 0x08: try readFixed(1, at: place) { $0 == 0 ? "false" : "true" }
    case 0x09: try readFixed(8, at: place) { BSONText.date(Int64(bitPattern: $0)) }
    case 0x10: try readFixed(4, at: place) { String(Int32(truncatingIfNeeded: $0)) }
    case 0x11: try readFixed(8, at: place) { BSONText.date(Int64($0 >> 32) * 1000) }
    case 0x12: try readFixed(8, at: place) { String(Int64(bitPattern: $0)) }
    case 0x13: try readDecimal(at: place)
    case 0x07: try readObjectID(at: place)
    case 0x0B:
      try readName(at: place)
      try readName(at: place)
    case 0x0C:
      try readString(at: place, name: "")
      try readObjectID(at: place)
    case 0x0F:
      // Code with the values of its variables: a length, a string, a document.
      _ = try cursor.integer(bytes: 4)
      try readString(at: place, name: "")
      try enter(place, isArray: false)
    default:
      // Null, undefined, the least and the greatest key.
      if !keepsStrings { cursor.sink.absent(column: column(of: place)) }
    }
  }

  private func readFixed(
    _ count: Int, at place: Int, _ text: (UInt64) -> String
  ) throws(Fault) {
    try room(for: UInt64(count))
    values.startByteOffset = cursor.byteOffset
    let bits = try cursor.integer(bytes: count)
    pushMade(text(bits), widthInBytes: count, at: place)
  }

  private func readDecimal(at place: Int) throws(Fault) {
    try room(for: 16)
    values.startByteOffset = cursor.byteOffset
    let low = try cursor.integer(bytes: 8)
    let high = try cursor.integer(bytes: 8)
    pushMade(BSONText.decimal(low: low, high: high), widthInBytes: 16, at: place)
  }

  private func readObjectID(at place: Int) throws(Fault) {
    try room(for: 12)
    try cursor.require(12)
    values.startByteOffset = cursor.byteOffset
    let bytes = (0..<12).map { cursor.byte($0) }
    cursor.skip(12)
    pushMade(BSONText.hex(bytes), widthInBytes: 12, at: place)
  }

  private func pushMade(_ text: String, widthInBytes: Int, at place: Int) {
    guard !keepsStrings else { return }
    values.pushMade(text, widthInBytes: widthInBytes, column: column(of: place))
  }

  /// A pattern or its options, which end with a zero.
  private func readName(at place: Int) throws(Fault) {
    let length = try cursor.lengthOfName()
    try room(for: UInt64(length) + 1)
    try pushBytes(length, isText: true, at: place)
    cursor.skip(1)
  }

  private func readString(at place: Int, name: String) throws(Fault) {
    let length = try cursor.integer(bytes: 4)
    guard length >= 1 else { throw .malformed }
    try room(for: length)
    if keepsStrings, !name.isEmpty, length <= UInt64(Self.longestKeptInBytes) {
      try cursor.require(Int(length))
      cursor.withVisible(Int(length) - 1) { bytes in
        strings[name] = String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
      }
    }
    try pushBytes(Int(length) - 1, isText: true, at: place)
    guard try cursor.integer(bytes: 1) == 0 else { throw .malformed }
  }

  private func readBinary(at place: Int) throws(Fault) {
    let length = Int(try cursor.integer(bytes: 4))
    try room(for: UInt64(length) + 1)
    let subtype = try cursor.integer(bytes: 1)
    if subtype == 3 || subtype == 4, length == 16 {
      try cursor.require(16)
      values.startByteOffset = cursor.byteOffset
      let bytes = (0..<16).map { cursor.byte($0) }
      cursor.skip(16)
      pushMade(BSONText.hex(bytes, isUUID: true), widthInBytes: 16, at: place)
      return
    }
    try pushBytes(length, isText: false, at: place)
  }

  /// Pushes the next `count` bytes, block by block where they are many.
  private func pushBytes(_ count: Int, isText: Bool, at place: Int) throws(Fault) {
    guard !keepsStrings else { return try passOver(count) }
    let column = column(of: place)
    values.startByteOffset = cursor.byteOffset
    guard count > 0 else { return cursor.sink.absent(column: column) }
    let longest = min(Self.longestWholeInBytes, cursor.mostVisibleInBytes / 2)
    if count <= longest {
      try cursor.require(count)
      cursor.withVisible(count) {
        if isText { values.pushText($0, column: column) } else { values.push($0, column: column) }
      }
      cursor.skip(count)
      return
    }
    var rest = count
    while rest > 0 {
      let shown = min(cursor.visible(min(rest, longest)), rest)
      guard shown > 0 else {
        values.pushBlock(Span<UInt8>(), column: column, isLast: true)
        throw .truncated
      }
      rest -= shown
      cursor.withVisible(shown) { values.pushBlock($0, column: column, isLast: rest == 0) }
      cursor.skip(shown)
    }
  }

  private func passOver(_ count: Int) throws(Fault) {
    var rest = count
    while rest > 0 {
      let shown = min(cursor.visible(min(rest, 4096)), rest)
      guard shown > 0 else { throw .truncated }
      cursor.skip(shown)
      rest -= shown
    }
  }

  /// - Throws: `malformed` where the innermost document has no room for a value of that length.
  private func room(for count: UInt64) throws(Fault) {
    guard let level = levels.last, cursor.byteOffset + count < level.end else { throw .malformed }
  }

  private func column(of place: Int) -> Int {
    let (index, isNew) = collection.paths.column(of: place)
    if isNew { cursor.sink.table(collection.shape) }
    return index
  }
}
