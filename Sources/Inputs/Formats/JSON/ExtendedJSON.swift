/// What tools write into JSON that stands for something else: MongoDB's types
/// (github.com/mongodb/specifications, "Extended JSON") and the indices of Elasticsearch's dumps.
enum ExtendedJSON {
  /// Members that name the type of the value they hold: `{"$numberLong": "5"}` is 5.
  private static let wrappers: Set<String> = [
    "$oid", "$date", "$numberInt", "$numberLong", "$numberDouble", "$numberDecimal", "$symbol",
    "$uuid", "$binary", "$code", "$timestamp", "$regex", "$regularExpression", "$undefined",
    "$minKey", "$maxKey",
  ]

  /// Whether a key, the first of its object, only names the type of the value.
  static func isWrapper(_ key: [UInt8]) -> Bool {
    key.first == UInt8(ascii: "$") && wrappers.contains(String(decoding: key, as: UTF8.self))
  }

  static func isDate(_ key: [UInt8]) -> Bool { key.elementsEqual("$date".utf8) }

  /// A quick look at the first bytes of a text, of which most name no index: its first key begins as one of
  /// those that do (`_index`, `index`, `create`, `update`, `delete`).
  static func mayNameIndex(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    let end = min(bytes.count, start + 16)
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "\"") { index += 1 }
    // Where the window ends before the key does, there is another look.
    guard index + 3 < bytes.count else { return true }
    guard index < end else { return false }
    switch (bytes[index + 1], bytes[index + 2], bytes[index + 3]) {
    // _in, ind, cre, upd, del
    case (0x5F, 0x69, 0x6E), (0x69, 0x6E, 0x64), (0x63, 0x72, 0x65), (0x75, 0x70, 0x64),
      (0x64, 0x65, 0x6C):
      return true
    default: return false
    }
  }

  /// Bytes of a text in which its index is looked for.
  static let longestHeadInBytes = 512

  /// The index of a line of `elasticdump` (`{"_index":"users","_id":…`) or of a bulk request's action
  /// (`{"index":{"_index":"users",…`): the value of the first or second member.
  ///
  /// - Parameter isAction: set where the document is on the next line.
  static func index(in head: [UInt8], isAction: inout Bool) -> String? {
    var scan = Scan(head)
    guard scan.skip("{"), let first = scan.string(), scan.skip(":") else { return nil }
    if first == "_index" {
      isAction = false
      return scan.string()
    }
    guard ["index", "create", "update", "delete"].contains(first), scan.skip("{") else {
      return nil
    }
    isAction = first != "delete"
    // The members of an action, in any order, up to the index.
    while let key = scan.string(), scan.skip(":"), let value = scan.string() {
      if key == "_index" { return value }
      guard scan.skip(",") else { return nil }
    }
    return nil
  }

  /// The milliseconds of a date that is given as a number: `631152000000` or
  /// `{"$numberLong":"-631152000000"}`.
  ///
  /// - Parameter length: gets the bytes that they take, blanks before them included.
  /// - Returns: nil for anything else.
  static func milliseconds(in head: [UInt8], length: inout Int) -> Int64? {
    var scan = Scan(head)
    if let bare = scan.number() {
      length = scan.index
      return bare
    }
    guard scan.skip("{"), scan.string() == "$numberLong", scan.skip(":"),
      let text = scan.string(), let value = Int64(text), scan.skip("}")
    else { return nil }
    length = scan.index
    return value
  }

  /// A look at plain strings and punctuation; what has escapes is nothing of interest here.
  private struct Scan {
    private let bytes: [UInt8]
    private(set) var index = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }

    private mutating func skipBlanks() {
      while index < bytes.count, JSONCursor.isBlank(bytes[index]) { index += 1 }
    }

    mutating func skip(_ mark: Character) -> Bool {
      skipBlanks()
      guard index < bytes.count, bytes[index] == mark.asciiValue else { return false }
      index += 1
      return true
    }

    mutating func string() -> String? {
      guard skip("\"") else { return nil }
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        if bytes[index] == UInt8(ascii: "\\") { return nil }
        index += 1
      }
      guard index < bytes.count else { return nil }
      index += 1
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }

    mutating func number() -> Int64? {
      skipBlanks()
      let start = index
      var end = index
      if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
      while end < bytes.count, bytes[end] &- 0x30 <= 9 { end += 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: "}") || JSONCursor.isBlank(bytes[end]),
        let value = Int64(String(decoding: bytes[start..<end], as: UTF8.self))
      else { return nil }
      index = end
      return value
    }
  }
}
