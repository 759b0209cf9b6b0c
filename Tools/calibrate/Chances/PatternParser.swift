/// Reads patterns of rule files: PCRE2 in free-spacing form, of which it knows what rules of numbers use.
struct PatternParser {
  /// What it does not know, so that no strings can be drawn.
  struct Unknown: Error {
    let construct: String
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var groups = 0
  /// The most that an open quantifier (`*`, `+`, `{2,}`) adds.
  private static let openEnd = 3

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  mutating func parse() throws(Unknown) -> PatternNode {
    let node = try choice()
    guard index == scalars.count else { throw Unknown(construct: "a bracket too many") }
    return node
  }

  private mutating func choice() throws(Unknown) -> PatternNode {
    var choices = [try sequence()]
    while peek() == "|" {
      index += 1
      choices.append(try sequence())
    }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(Unknown) -> PatternNode {
    var items: [PatternNode] = []
    skipBlanks()
    while let next = peek(), next != "|", next != ")" {
      let atom = try atom()
      skipBlanks()
      items.append(try quantified(atom))
      skipBlanks()
    }
    return .sequence(items)
  }

  private mutating func atom() throws(Unknown) -> PatternNode {
    let next = scalars[index]
    switch next {
    case "(": return try group()
    case "[":
      var set = PatternClass(scalars, at: index)
      let members = try set.members()
      index = set.end
      return .characters(members)
    case "\\":
      index += 2
      guard index <= scalars.count else { throw Unknown(construct: "\\ at the end") }
      let escaped = scalars[index - 1]
      if let digit = Int(String(escaped)), digit > 0 { return .reference(digit) }
      return .characters(try PatternClass.escape(escaped))
    case ".", "^", "$": throw Unknown(construct: String(next))
    default:
      index += 1
      return .characters([next])
    }
  }

  private mutating func group() throws(Unknown) -> PatternNode {
    index += 1
    var number: Int?
    var isLookAround = false
    if peek() == "?" {
      let head = String(String.UnicodeScalarView(scalars[index..<min(index + 4, scalars.count)]))
      if let sign = ["?=", "?!", "?<=", "?<!"].first(where: head.hasPrefix) {
        isLookAround = true
        index += sign.count
      } else if head.hasPrefix("?:") || head.hasPrefix("?>") {
        index += 2
      } else if head.hasPrefix("?<") {
        groups += 1
        number = groups
        while let next = peek(), next != ">" { index += 1 }
        index += 1
      } else {
        throw Unknown(construct: "(" + head)
      }
    } else {
      groups += 1
      number = groups
    }
    if isLookAround {
      try skipGroup()
      return .nothing
    }
    let inner = try choice()
    guard peek() == ")" else { throw Unknown(construct: "an open bracket") }
    index += 1
    return number.map { .group($0, inner) } ?? inner
  }

  /// Passes over the rest of a look-around, whatever it holds; groups in it count.
  private mutating func skipGroup() throws(Unknown) {
    var depth = 1
    while depth > 0 {
      guard let next = peek() else { throw Unknown(construct: "an open bracket") }
      if next == "\\" {
        index += 2
      } else if next == "[" {
        var set = PatternClass(scalars, at: index)
        index = try set.skipped()
      } else {
        depth += next == "(" ? 1 : next == ")" ? -1 : 0
        index += 1
      }
    }
  }

  private mutating func quantified(_ atom: PatternNode) throws(Unknown) -> PatternNode {
    guard let next = peek() else { return atom }
    var range = 1...1
    switch next {
    case "?": range = 0...1
    case "*": range = 0...Self.openEnd
    case "+": range = 1...(1 + Self.openEnd)
    case "{":
      guard let end = scalars[index...].firstIndex(of: "}") else {
        throw Unknown(construct: "{")
      }
      let text = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
      let bounds = text.split(separator: ",", omittingEmptySubsequences: false)
      guard let low = Int(bounds[0]) else { throw Unknown(construct: "{\(text)}") }
      let high = bounds.count == 1 ? low : Int(bounds[1]) ?? low + Self.openEnd
      range = low...max(low, high)
      index = end
    default: return atom
    }
    index += 1
    // Lazy and possessive quantifiers match the same strings where the rest allows it.
    if let mark = peek(), mark == "?" || mark == "+" { index += 1 }
    return .repeated(atom, range)
  }

  private func peek() -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skipBlanks() {
    while let next = peek() {
      if next == "#" {
        while let next = peek(), next != "\n" { index += 1 }
      } else if next.properties.isWhitespace {
        index += 1
      } else {
        return
      }
    }
  }
}
