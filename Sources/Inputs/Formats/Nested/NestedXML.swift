/// Reads an XML text (XML 1.0, fifth edition) that is a value of another source.
///
/// Only what is data: an element holds elements or text, not both. Prose with marks in it, such as a
/// web page, stays the text that it was, since a sentence is not to be cut where a word is in bold. What
/// is broken stays text too; no entities but the five of 4.6 and characters by number are known, and no
/// declaration of others is read.
struct NestedXML {
  private let text: [UInt8]
  private var index = 0
  private var paths: JSONPaths
  private var parts: [NestedPart] = []

  private struct Element {
    let place: Int
    let name: Range<Int>
    var hasElements = false
    /// The text in it, and whether it holds references or is a CDATA section.
    var content: Range<Int>?
    var escapes = NestedPart.Escapes.none
  }

  private enum Fault: Error { case invalid }

  private static let deepest = 64
  private static let mostParts = 20_000
  /// Elements of web pages, whose text is prose.
  private static let prose: Set<String> = [
    "html", "body", "div", "p", "span", "table", "ul", "ol", "a", "b", "br", "img", "h1", "h2",
    "h3",
    "strong", "font", "section", "article", "style", "script", "svg",
  ]

  private init(_ text: [UInt8], paths: JSONPaths) {
    self.text = text
    self.paths = paths
  }

  /// The values of `text`, below `place`; nil where it is no XML text of data.
  ///
  /// - Parameter paths: gets the new ones, unless the answer is nil.
  static func parts(
    of text: [UInt8], at place: Int, _ paths: inout JSONPaths
  ) -> [NestedPart]? {
    var reading = NestedXML(text, paths: paths)
    do throws(Fault) {
      try reading.read(at: place)
    } catch {
      return nil
    }
    guard !reading.parts.isEmpty else { return nil }
    paths = reading.paths
    return reading.parts
  }

  private mutating func read(at root: Int) throws(Fault) {
    var open: [Element] = []
    var hasRoot = false
    while index < text.count {
      if text[index] != UInt8(ascii: "<") {
        try readText(into: &open)
      } else if skip("<?") {
        guard skip(past: "?>") else { throw .invalid }
      } else if skip("<!--") {
        guard skip(past: "-->") else { throw .invalid }
      } else if skip("<![CDATA[") {
        let start = index
        guard skip(past: "]]>") else { throw .invalid }
        try add(start..<index - 3, .none, to: &open)
      } else if skip("</") {
        guard let element = open.popLast(), try readName().elementsEqual(text[element.name]) else {
          throw .invalid
        }
        skipBlanks()
        guard skip(">") else { throw .invalid }
        close(element)
      } else {
        index += 1
        guard !open.isEmpty || !hasRoot else { throw .invalid }
        hasRoot = true
        try readElement(below: root, &open)
      }
    }
    guard open.isEmpty, hasRoot else { throw .invalid }
  }

  /// Reads a start tag behind its bracket.
  private mutating func readElement(below root: Int, _ open: inout [Element]) throws(Fault) {
    let nameRange = index..<index
    let name = try readName()
    let range = nameRange.lowerBound..<index
    if open.isEmpty, Self.prose.contains(String(decoding: name, as: UTF8.self).lowercased()) {
      throw .invalid
    }
    guard open.count < Self.deepest, parts.count < Self.mostParts else { throw .invalid }
    if let outer = open.last, outer.content != nil { throw .invalid }
    if !open.isEmpty { open[open.count - 1].hasElements = true }
    let place = paths.member(Array(name), of: open.last?.place ?? root)
    while true {
      skipBlanks()
      if skip("/>") { return append(index..<index, at: place, .none) }
      if skip(">") { break }
      let attribute = try readName()
      skipBlanks()
      guard skip("=") else { throw .invalid }
      skipBlanks()
      guard index < text.count, case let quote = text[index], quote == 0x22 || quote == 0x27 else {
        throw .invalid
      }
      index += 1
      let start = index
      while index < text.count, text[index] != quote {
        if text[index] == UInt8(ascii: "<") { throw .invalid }
        index += 1
      }
      guard index < text.count else { throw .invalid }
      append(start..<index, at: paths.member(Array(attribute), of: place), escapes(start..<index))
      index += 1
    }
    open.append(Element(place: place, name: range))
  }

  private mutating func readText(into open: inout [Element]) throws(Fault) {
    let start = index
    while index < text.count, text[index] != UInt8(ascii: "<") { index += 1 }
    let range = start..<index
    if range.allSatisfy({ JSONCursor.isBlank(text[$0]) }) { return }
    try add(range, escapes(range), to: &open)
  }

  private func add(
    _ range: Range<Int>, _ escapes: NestedPart.Escapes, to open: inout [Element]
  ) throws(Fault) {
    guard let last = open.last, !last.hasElements, last.content == nil else { throw .invalid }
    open[open.count - 1].content = range
    open[open.count - 1].escapes = escapes
  }

  private mutating func close(_ element: Element) {
    if element.hasElements { return }
    append(element.content ?? index..<index, at: element.place, element.escapes)
  }

  private mutating func append(_ range: Range<Int>, at place: Int, _ escapes: NestedPart.Escapes) {
    _ = paths.column(of: place)
    parts.append(NestedPart(place: place, range: range, escapes: escapes))
  }

  private func escapes(_ range: Range<Int>) -> NestedPart.Escapes {
    text[range].contains(UInt8(ascii: "&")) ? .xml : .none
  }

  /// A name, as far as it matters here: no blank and no punctuation of tags.
  private mutating func readName() throws(Fault) -> ArraySlice<UInt8> {
    let start = index
    while index < text.count, !JSONCursor.isBlank(text[index]),
      !"<>/=\"'&".utf8.contains(text[index])
    {
      index += 1
    }
    guard index > start, text[start] > 0x39, index - start <= JSONPaths.longestKeyInBytes else {
      throw .invalid
    }
    return text[start..<index]
  }

  private mutating func skip(_ mark: String) -> Bool {
    guard text[index...].starts(with: mark.utf8) else { return false }
    index += mark.utf8.count
    return true
  }

  private mutating func skip(past mark: String) -> Bool {
    while index < text.count {
      if skip(mark) { return true }
      index += 1
    }
    return false
  }

  private mutating func skipBlanks() {
    while index < text.count, JSONCursor.isBlank(text[index]) { index += 1 }
  }

  /// Undoes the reference at `index`; returns its length in bytes, 0 where there is none.
  static func undo(at index: Int, in text: [UInt8], into output: inout [UInt8]) -> Int {
    guard let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return 0 }
    let name = String(decoding: text[(index + 1)..<end], as: UTF8.self)
    let known = ["lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": "\""]
    if let character = known[name] {
      output.append(contentsOf: character.utf8)
    } else if name.hasPrefix("#"),
      let value = name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst()),
      let scalar = Unicode.Scalar(value)
    {
      output.append(contentsOf: String(Character(scalar)).utf8)
    } else {
      return 0
    }
    return end + 1 - index
  }
}
