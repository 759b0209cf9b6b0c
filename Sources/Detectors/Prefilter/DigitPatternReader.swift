/// Reads of a pattern (PCRE2, free-spacing form) which digits it takes in which order.
///
/// What it gives takes at least what the pattern takes. Look-arounds are left out, subroutines and references may
/// take anything, and what it is not sure of (conditions, codes of characters, verbs, options of their own) it does
/// not read at all.
struct DigitPatternReader {
  /// The pattern holds something that is not read.
  struct NotRead: Error {}

  private static let deepest = 32

  private let pattern: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  private init(_ pattern: String) { self.pattern = Array(pattern.unicodeScalars) }

  /// What `pattern` takes, or nil.
  static func read(_ pattern: String) -> DigitPiece? {
    var reader = DigitPatternReader(pattern)
    do throws(NotRead) {
      let piece = try reader.choice()
      return reader.index == reader.pattern.count ? piece : nil
    } catch {
      return nil
    }
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < pattern.count ? pattern[index + ahead] : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    index += 1
    return true
  }

  /// Passes over white space and remarks.
  private mutating func skip() {
    while let scalar = peek() {
      if scalar == "#" {
        while let next = peek(), next != "\n" { _ = take(next) }
      } else if scalar.properties.isPatternWhitespace {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func choice() throws(NotRead) -> DigitPiece {
    var pieces = [try sequence()]
    while take("|") { pieces.append(try sequence()) }
    return pieces.count == 1 ? pieces[0] : .choice(pieces)
  }

  private mutating func sequence() throws(NotRead) -> DigitPiece {
    var pieces: [DigitPiece] = []
    while true {
      skip()
      guard let scalar = peek(), scalar != "|", scalar != ")" else { return .sequence(pieces) }
      var piece = try atom()
      while let (least, most) = try quantifier() { piece = .many(piece, least: least, most: most) }
      pieces.append(piece)
    }
  }

  /// Nil where none follows. A sign for greed directly behind it is passed over; one behind white space counts as a
  /// quantifier of its own, which takes no less.
  private mutating func quantifier() throws(NotRead) -> (least: Int, most: Int?)? {
    skip()
    let found: (Int, Int?)
    if take("?") {
      found = (0, 1)
    } else if take("*") {
      found = (0, nil)
    } else if take("+") {
      found = (1, nil)
    } else if take("{") {
      guard let least = number() else { throw NotRead() }
      found = (least, take(",") ? number() : least)
      guard take("}"), found.1 ?? .max >= least else { throw NotRead() }
    } else {
      return nil
    }
    if !take("?") { _ = take("+") }
    return found
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let digit = peek()?.value, 0x30...0x39 ~= digit, value ?? 0 < 100_000 {
      value = (value ?? 0) * 10 + Int(digit - 0x30)
      index += 1
    }
    return value
  }

  private mutating func atom() throws(NotRead) -> DigitPiece {
    guard let scalar = peek() else { throw NotRead() }
    index += 1
    switch scalar {
    case "(": return try group()
    case "[": return try DigitClassReader.read(pattern, &index)
    case "\\": return try escape()
    case "^", "$": return .nothing
    case ".": return .take(digits: DigitPiece.allDigits, others: true)
    case "*", "+", "?", "{": throw NotRead()
    case "0"..."9": return .take(digits: 1 << UInt16(scalar.value - 0x30), others: false)
    default: return .take(digits: 0, others: true)
    }
  }

  private mutating func escape() throws(NotRead) -> DigitPiece {
    guard let scalar = peek() else { throw NotRead() }
    index += 1
    switch scalar {
    case "b", "B", "A", "Z", "z", "G": return .nothing
    case "d": return .take(digits: DigitPiece.allDigits, others: false)
    case "D", "s", "W", "h", "v", "R", "a", "e", "f", "n", "r", "t":
      return .take(digits: 0, others: true)
    case "w", "S", "H", "V", "N": return .take(digits: DigitPiece.allDigits, others: true)
    case "p", "P":
      if take("{") {
        while let next = peek(), next != "}" { _ = take(next) }
        guard take("}") else { throw NotRead() }
      } else {
        index += 1
      }
      return .take(digits: DigitPiece.allDigits, others: true)
    case "1"..."9":
      if let next = peek(), "0"..."9" ~= next { throw NotRead() }
      return .anything
    default:
      guard scalar.isASCII, !scalar.properties.isAlphabetic, !("0"..."9" ~= scalar) else {
        throw NotRead()
      }
      return .take(digits: 0, others: true)
    }
  }

  /// A group whose bracket was read.
  private mutating func group() throws(NotRead) -> DigitPiece {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest, peek() != "*" else { throw NotRead() }
    var isLookAround = false
    if take("?") {
      if take("=") || take("!") {
        isLookAround = true
      } else if take("<") {
        isLookAround = take("=") || take("!")
        if !isLookAround { try name(upTo: ">") }
      } else if take("(") {
        for scalar in "DEFINE)".unicodeScalars where !take(scalar) { throw NotRead() }
        _ = try choice()
        guard take(")") else { throw NotRead() }
        return .nothing
      } else if take("&") {
        try name(upTo: ")")
        return .anything
      } else if take("i") {
        // Digits have no case.
        if take(")") { return .nothing }
        guard take(":") else { throw NotRead() }
      } else {
        guard take(":") || take(">") || take("|") else { throw NotRead() }
      }
    }
    let piece = try choice()
    guard take(")") else { throw NotRead() }
    guard isLookAround else { return piece }
    // One that may take long would be a gap, which must not be lost.
    guard !piece.isEndless else { throw NotRead() }
    return .nothing
  }

  private mutating func name(upTo end: Unicode.Scalar) throws(NotRead) {
    guard let first = peek(), first.properties.isAlphabetic || first == "_" else { throw NotRead() }
    while let next = peek(), next.properties.isAlphabetic || next == "_" || "0"..."9" ~= next {
      index += 1
    }
    guard take(end) else { throw NotRead() }
  }
}
