/// Tells whether a sample is JSON: strictly, since program text, logs in brackets and templates begin
/// alike.
struct JSONRecognition {
  /// The sample is JSON from its first byte to its last, or to where it was cut.
  private(set) var isJSON = false
  /// Another text follows the first.
  private(set) var isSequence = false

  private let text: [UInt8]
  private var index = 0
  /// Open brackets: whether it is an object, and whether an item of it was read.
  private var levels: [(isObject: Bool, hasItems: Bool)] = []
  private var textCount = 0
  private var memberCount = 0

  /// Why reading the sample stopped.
  private enum Stop: Error {
    case end
    case invalid
  }

  /// Deeper nesting is not looked at.
  private static let deepest = 1000

  init(_ head: HeadSample) {
    text = head.text
    let isNamed = ["json", "jsonl", "ndjson", "geojson"].contains(head.fileExtension)
    let isNamedSequence = head.fileExtension == "jsonl" || head.fileExtension == "ndjson"
    guard let first = firstByte, first == 0x7B || first == 0x5B else { return }
    do throws(Stop) {
      while true { try readText() }
    } catch {
      guard error == .end else { return }
    }
    // What was cut off before its first end may be anything, unless it is long enough to tell.
    isJSON = textCount > 0 || !head.isWhole && memberCount > 1 || isNamed && memberCount > 0
    isSequence = textCount > 1 || textCount == 1 && !levels.isEmpty || isNamedSequence
  }

  private var firstByte: UInt8? { text.first { !JSONCursor.isBlank($0) } }

  private mutating func readText() throws(Stop) {
    try skipBlanks()
    guard text[index] == 0x7B || text[index] == 0x5B else { throw .invalid }
    try readValue()
    while let level = levels.last {
      try skipBlanks()
      let byte = text[index]
      if byte == (level.isObject ? 0x7D : 0x5D) {
        index += 1
        levels.removeLast()
        continue
      }
      if level.hasItems {
        guard byte == 0x2C else { throw .invalid }
        index += 1
        try skipBlanks()
      }
      levels[levels.count - 1].hasItems = true
      try readItem(isMember: level.isObject)
    }
    textCount += 1
  }

  private mutating func readItem(isMember: Bool) throws(Stop) {
    memberCount += 1
    if isMember {
      try readString()
      try skipBlanks()
      guard text[index] == 0x3A else { throw .invalid }
      index += 1
      try skipBlanks()
    }
    try readValue()
  }

  private mutating func readValue() throws(Stop) {
    switch text[index] {
    case 0x7B, 0x5B:
      levels.append((isObject: text[index] == 0x7B, hasItems: false))
      guard levels.count < Self.deepest else { throw .end }
      index += 1
    case 0x22: try readString()
    case 0x2D, 0x30...0x39: try readNumber()
    default: try readWord()
    }
  }

  private mutating func readString() throws(Stop) {
    guard text[index] == 0x22 else { throw .invalid }
    index += 1
    while index < text.count, text[index] != 0x22 {
      guard text[index] >= 0x20 else { throw .invalid }
      index += text[index] == 0x5C ? 2 : 1
    }
    guard index < text.count else { throw .end }
    index += 1
  }

  /// A number as RFC 8259, section 6, has it: `2026-11-22` and `1.2.3` are none.
  private mutating func readNumber() throws(Stop) {
    if text[index] == 0x2D { index += 1 }
    try skipDigits()
    if index < text.count, text[index] == 0x2E {
      index += 1
      try skipDigits()
    }
    if index < text.count, text[index] | 0x20 == 0x65 {
      index += 1
      if index < text.count, text[index] == 0x2B || text[index] == 0x2D { index += 1 }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(Stop) {
    let start = index
    while index < text.count, text[index] &- 0x30 <= 9 { index += 1 }
    guard index < text.count else { throw .end }
    guard index > start else { throw .invalid }
  }

  private mutating func readWord() throws(Stop) {
    for word in ["null", "true", "false"] {
      let bytes = Array(word.utf8)
      let rest = text[index...].prefix(bytes.count)
      guard bytes.starts(with: rest) else { continue }
      guard rest.count == bytes.count else { throw .end }
      index += bytes.count
      return
    }
    throw .invalid
  }

  private mutating func skipBlanks() throws(Stop) {
    while index < text.count, JSONCursor.isBlank(text[index]) { index += 1 }
    guard index < text.count else { throw .end }
  }
}
