/// What tells the example of a manual, a program or a configuration from somebody's address: looked at
/// where a label announces an address of a network or a device.
///
/// Everything is within 400 bytes of the value, less than the context that a piece of a text is given on
/// either side, so that an answer does not depend on where a text was cut.
enum AddressNeighbours {
  private static let reachInBytes = 400

  /// The weightiest sign at the address of `range` behind `label`, or nil.
  ///
  /// - Complexity: some 500 ns, for addresses with a label only.
  static func weightiest(
    of range: Range<Int>, behind label: Label, in text: Span<UInt8>
  ) -> Neighbour? {
    let line = Line(text, around: range)
    // Tests hold the people that they compare: `assert user.ip == "…"`, `expect(user.ip).toBe("…")`.
    let isTest = isAssertion(text, line.first..<range.lowerBound)
    if !isTest, isCompared(text, line.range.lowerBound, range.lowerBound) { return .operator }
    if isOption(text, line.range.lowerBound, label.end) { return .option }
    if isCommand(text, line) { return .command }
    if isComment(text, line) { return .comment }
    if isManual(text, range) { return .manual }
    if !isTest, isCall(text, label) { return .call }
    if isSetting(text, line, label, range) { return .setting }
    return nil
  }

  /// The line of a value as far as it is looked at.
  private struct Line {
    let range: Range<Int>
    /// Whether it begins, and ends, where the range does.
    let hasStart: Bool
    let hasEnd: Bool
    /// Its first character that is no blank.
    let first: Int

    init(_ text: Span<UInt8>, around value: Range<Int>) {
      let floor = max(0, value.lowerBound - reachInBytes)
      var start = value.lowerBound
      while start > floor, text[start - 1] != 0x0A { start -= 1 }
      hasStart = start == 0 || text[start - 1] == 0x0A
      let ceiling = min(text.count, value.upperBound + reachInBytes)
      var end = value.upperBound
      while end < ceiling, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      hasEnd = end == text.count || end < ceiling
      range = start..<end
      while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
      first = start
    }
  }

  /// `== '1.2.3.4'`, `!= "…"`, quotes, character references and tags between.
  private static func isCompared(_ text: Span<UInt8>, _ floor: Int, _ start: Int) -> Bool {
    var i = start
    while i - 1 > floor {
      switch text[i - 1] {
      case 0x20, 0x22, 0x27, 0x5C: i -= 1
      case 0x3B:
        guard let reference = opening(0x26, text, floor, before: i - 1, within: 7) else {
          return false
        }
        i = reference
      case 0x3E:
        guard let tag = opening(0x3C, text, floor, before: i - 1, within: 48) else { return false }
        i = tag
      case 0x3D: return text[i - 2] == 0x3D || text[i - 2] == 0x21
      default: return false
      }
    }
    return false
  }

  private static func opening(
    _ byte: UInt8, _ text: Span<UInt8>, _ floor: Int, before end: Int, within reach: Int
  ) -> Int? {
    var i = end
    while i > floor, end - i < reach {
      i -= 1
      if text[i] == byte { return i }
    }
    return nil
  }

  /// `--allowed-ips=`, `\-\-source\-ip `: the label is an option of a command.
  private static func isOption(_ text: Span<UInt8>, _ floor: Int, _ end: Int) -> Bool {
    var i = end
    var hyphens = 0
    while i > floor, LabelReader.isWord(text[i - 1]) || text[i - 1] == 0x5C {
      i -= 1
      if text[i] == 0x2D { hyphens += 1 } else if text[i] != 0x5C { hyphens = 0 }
    }
    return hyphens > 1
  }

  /// Behind a prompt, or in a line that a backslash carries on.
  private static func isCommand(_ text: Span<UInt8>, _ line: Line) -> Bool {
    var end = line.range.upperBound
    while end > line.first, text[end - 1] == 0x20 { end -= 1 }
    if line.hasEnd, end > line.first, text[end - 1] == 0x5C { return true }
    let start = line.range.lowerBound
    guard line.hasStart else { return false }
    if start > 1, text[start - 2] == 0x5C { return true }
    return line.first + 1 < end && text[line.first] == 0x24 && text[line.first + 1] == 0x20
  }

  /// `#`, `//`, `/*`, `--` at the beginning of the line.
  private static func isComment(_ text: Span<UInt8>, _ line: Line) -> Bool {
    guard line.hasStart, line.first + 1 < line.range.upperBound else { return false }
    return switch (text[line.first], text[line.first + 1]) {
    case (0x23, _), (0x2F, 0x2F), (0x2F, 0x2A), (0x2D, 0x2D): true
    default: false
    }
  }

  /// Whether a line around is a request of troff: a full stop and two letters (`.PP`, `.It Fl`), or its
  /// comment; groff(7), "Control lines".
  private static func isManual(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = max(0, range.lowerBound - reachInBytes)
    if i == 0, isRequest(text, 0) { return true }
    let ceiling = min(text.count, range.upperBound + reachInBytes)
    while i < ceiling {
      if text[i] == 0x0A, isRequest(text, i + 1) { return true }
      i += 1
    }
    return false
  }

  private static func isRequest(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard start + 2 < text.count, text[start] == 0x2E else { return false }
    if text[start + 1] == 0x5C { return text[start + 2] == 0x22 }
    guard isLetter(text[start + 1]), isLetter(text[start + 2]) else { return false }
    return start + 3 == text.count || text[start + 3] <= 0x20
  }

  /// Whether `assert`, `Assert`, `expect` stands in the line before the value.
  private static func isAssertion(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i + 4 < range.upperBound {
      switch (text[i], text[i + 1], text[i + 2], text[i + 3]) {
      case (0x73, 0x73, 0x65, 0x72), (0x78, 0x70, 0x65, 0x63): return true
      default: i += 1
      }
    }
    return false
  }

  /// `ip_address("`: the label is the name of a function, the whole of it; not `setIp("`.
  private static func isCall(_ text: Span<UInt8>, _ label: Label) -> Bool {
    let end = label.end
    guard label.direct.coversName, end + 1 < text.count, text[end] == 0x28 else { return false }
    return text[end + 1] == 0x22 || text[end + 1] == 0x27
  }

  /// `  - ip: 1.2.3.4`, `  "ip": "1.2.3.4",`: a line of its own below something else, as YAML and JSON have
  /// it; the literals of programs have their own quotes and commas (`ip: '1.2.3.4',`), and people in them.
  private static func isSetting(
    _ text: Span<UInt8>, _ line: Line, _ label: Label, _ range: Range<Int>
  ) -> Bool {
    var first = line.first
    guard line.hasStart, line.hasEnd, first > line.range.lowerBound else { return false }
    while first < label.end, text[first] == 0x2D || text[first] == 0x20 { first += 1 }
    let isQuoted = text[first] == 0x22
    if isQuoted { first += 1 }
    while first < label.end, LabelReader.isWord(text[first]) { first += 1 }
    guard first == label.end, first < range.lowerBound else { return false }
    if isQuoted, text[first] == 0x22 { first += 1 }
    guard text[first] == 0x3A else { return false }
    var i = range.upperBound
    if i < line.range.upperBound, text[i] == 0x22 || text[i] == 0x27 && !isQuoted { i += 1 }
    if i < line.range.upperBound, isQuoted, text[i] == 0x2C { i += 1 }
    while i < line.range.upperBound, text[i] == 0x20 { i += 1 }
    return i == line.range.upperBound
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
