import Sieve

/// The words that name some kinds of data, kept as bits: whether a label of theirs can stand before a
/// value is told without looking any word up, and the label itself is read only where one can.
///
/// A class, so that what is asked most is not copied array by array.
final class LabelEndings: Sendable {
  /// A bit for each hash of the last two bytes of a term, in normal form.
  let pairs: ContiguousArray<UInt64>
  /// A bit for each hash of the last two Chinese characters of a term, and of the last where no other stands
  /// before it.
  private let characters: ContiguousArray<UInt64>
  /// A bit for each hash of a term of ASCII, digits at its end left out.
  private let names: ContiguousArray<UInt64>

  /// A bit for each hash of the words that a term of several ends with: only behind these a blank may
  /// belong to a name.
  private let lastWords: ContiguousArray<UInt64>
  /// The same of the words that stand behind a digit and a blank or hyphen (h5_id).
  private let lastWordsBehindDigit: ContiguousArray<UInt64>

  /// Some name has a digit in its midst (h5_id).
  private let hasInnerDigits: Bool

  /// Words of bits for the last words.
  private static let lastWordCount = 1024

  /// A name of a datum is no longer.
  private static let reachInBytes = 40

  init(of kinds: [Bool], in terms: ContextTerms) {
    var pairs = ContiguousArray<UInt64>(repeating: 0, count: 64)
    var names = ContiguousArray<UInt64>(repeating: 0, count: 512)
    var characters = ContiguousArray<UInt64>(repeating: 0, count: 512)
    var lastWords = ContiguousArray<UInt64>(repeating: 0, count: Self.lastWordCount)
    var lastWordsBehindDigit = lastWords
    var hasInnerDigits = false
    var normal: [UInt8] = []
    for index in terms.terms.indices {
      guard terms.entries(ofTerm: index).contains(where: { kinds[Int($0.kind)] }) else { continue }
      normal.removeAll(keepingCapacity: true)
      for byte in terms.terms[index].utf8 {
        if let byte = ContextTerms.normal(byte) { normal.append(byte) }
      }
      while let last = normal.last, last &- 0x30 <= 9 { normal.removeLast() }
      guard let last = normal.last else { continue }
      let pair = Self.bit(normal.count > 1 ? normal[normal.count - 2] : 0, last)
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      let ending = Self.characterBit(normal.span, endingAt: normal.count)
      characters[ending >> 6] |= 1 << UInt64(ending & 63)
      guard normal.allSatisfy({ $0 < 0x80 }) else { continue }
      hasInnerDigits = hasInnerDigits || normal.contains { $0 &- 0x30 <= 9 }
      let hash = normal.reversed().reduce(TermHash.seed) { TermHash.adding($1, to: $0) }
      names[Int(hash & 511)] |= 1 << (hash >> 9 & 63)
      Self.insertLastWords(of: terms.terms[index], into: &lastWords, &lastWordsBehindDigit)
    }
    self.pairs = pairs
    self.characters = characters
    self.names = names
    self.lastWords = lastWords
    self.lastWordsBehindDigit = lastWordsBehindDigit
    self.hasInnerDigits = hasInnerDigits
  }

  private static func insertLastWords(
    of term: String, into lastWords: inout ContiguousArray<UInt64>,
    _ behindDigit: inout ContiguousArray<UInt64>
  ) {
    var hash = TermHash.seed
    var isNumbering = true
    var isBehindJoint = false
    for byte in term.utf8.reversed() {
      isNumbering = isNumbering && (byte &- 0x30 <= 9 || isJoint(byte))
      guard !isNumbering else { continue }
      if isBehindJoint, byte &- 0x30 <= 9 {
        behindDigit[Int(hash & 1023)] |= 1 << (hash >> 10 & 63)
      }
      isBehindJoint = isJoint(byte)
      if isBehindJoint {
        lastWords[Int(hash & 1023)] |= 1 << (hash >> 10 & 63)
      } else {
        hash = TermHash.adding(lower(byte), to: hash)
      }
    }
  }

  /// Tells the kernels the same, but for Chinese characters.
  func tell(_ endings: inout NumberPass.Endings) {
    endings.pairs = pairs
    endings.names = names
    endings.lastWords = lastWords
    endings.lastWordsBehindDigit = lastWordsBehindDigit
    endings.hasInnerDigits = hasInnerDigits
  }

  /// Whether no term ends with the last two bytes before `end`, a letter and what is no joint: what `mayEnd` begins
  /// with.
  @inline(__always)
  func refuse(_ text: Span<UInt8>, before end: Int) -> Bool {
    guard end > 1, Self.isLetter(text[end - 1]), !Self.isJoint(text[end - 2]) else { return false }
    let (other, last) = (Self.lower(text[end - 2]), Self.lower(text[end - 1]))
    return !hasPair(other, last) && !hasPair(0, last)
  }

  /// Whether a term may end at `end` of `text`: before digits, which number a name, and without regard to
  /// case and joining characters. Of 100 other words one is admitted or two.
  ///
  /// Cost: a few ns, and 1 ns a byte of a word that ends like a term.
  func mayEnd(at end: Int, in text: Span<UInt8>) -> Bool {
    var i = end
    while i > 0, end - i < 6, text[i - 1] &- 0x30 <= 9 || Self.isJoint(text[i - 1]) { i -= 1 }
    guard i > 0 else { return false }
    let last = Self.lower(text[i - 1])
    var k = i - 1
    while k > 0, i - k < 3, Self.isJoint(text[k - 1]) { k -= 1 }
    let other = k > 0 ? Self.lower(text[k - 1]) : 0
    guard hasPair(other, last) || hasPair(0, last) else { return false }
    return last >= 0x80 ? mayEndCharacters(at: i, in: text) : mayEndWord(at: i, in: text)
  }

  /// Whether some run of whole words that ends at `end` is a name; a Chinese character before them may
  /// begin one (登录IP).
  private func mayEndWord(at end: Int, in text: Span<UInt8>) -> Bool {
    var hash = TermHash.seed
    var i = end
    while i > 0, end - i < Self.reachInBytes {
      let byte = text[i - 1]
      if byte >= 0x80 { return true }
      i -= 1
      if Self.isJoint(byte) {
        if byte == 0x20 {
          let isBehindDigit = i > 0 && text[i - 1] &- 0x30 <= 9
          let bits = isBehindDigit ? lastWordsBehindDigit : lastWords
          guard bits[Int(hash & 1023)] >> (hash >> 10 & 63) & 1 == 1 else { return false }
        }
        continue
      }
      guard LabelReader.isWord(byte), byte &- 0x30 > 9 || hasInnerDigits else { return false }
      hash = TermHash.adding(Self.lower(byte), to: hash)
      let isStart = i == 0 || !Self.isLetter(text[i - 1]) || byte &- 0x41 < 26
      if isStart, names[Int(hash & 511)] >> (hash >> 9 & 63) & 1 == 1 { return true }
    }
    return false
  }

  /// Whether a term of several words may end with the word `key`, without digits that number it.
  func mayEndPhrase(_ text: Span<UInt8>, _ key: Range<Int>, isBehindDigit: Bool) -> Bool {
    var hash = TermHash.seed
    var isNumbering = true
    for i in key.reversed() where !Self.isJoint(text[i]) {
      isNumbering = isNumbering && text[i] &- 0x30 <= 9
      if !isNumbering { hash = TermHash.adding(Self.lower(text[i]), to: hash) }
    }
    let bits = isBehindDigit ? lastWordsBehindDigit : lastWords
    return bits[Int(hash & 1023)] >> (hash >> 10 & 63) & 1 == 1
  }

  /// The hash of the word that is `text` but for its first byte and digits that number it.
  static func lastWord(of text: Span<UInt8>) -> UInt64 {
    var hash = TermHash.seed
    var isNumbering = true
    for i in (1..<text.count).reversed() where !isJoint(text[i]) {
      isNumbering = isNumbering && text[i] &- 0x30 <= 9
      if !isNumbering { hash = TermHash.adding(lower(text[i]), to: hash) }
    }
    return hash
  }

  /// Whether a term of several words may end with the word of this hash.
  func mayEndPhrase(_ lastWord: UInt64, behindDigit: Bool) -> Bool {
    let hash = lastWord
    let bits = behindDigit ? lastWordsBehindDigit : lastWords
    return bits[Int(hash & 1023)] >> (hash >> 10 & 63) & 1 == 1
  }

  /// Whether a term may end with the characters that end at `end`: true where a joint stands among them.
  private func mayEndCharacters(at end: Int, in text: Span<UInt8>) -> Bool {
    // Of two bytes or four: of the alphabets of others.
    guard end > 2, text[end - 3] >= 0xE0 else { return true }
    let low = max(0, end - 6)
    for i in low..<end where Self.isJoint(text[i]) { return true }
    return has(Self.characterBit(text, endingAt: end)) || has(Self.lastBit(text, endingAt: end))
  }

  @inline(__always)
  private func has(_ character: Int) -> Bool {
    characters[character >> 6] >> UInt64(character & 63) & 1 == 1
  }

  /// The bit of the two Chinese characters that end at `end`, of the last one where no other is before it.
  private static func characterBit(_ text: Span<UInt8>, endingAt end: Int) -> Int {
    guard end > 5, text[end - 6] >= 0xE0, text[end - 3] >= 0xE0 else {
      return lastBit(text, endingAt: end)
    }
    var hash = TermHash.seed
    for i in end - 6..<end { hash = TermHash.adding(text[i], to: hash) }
    return Int(truncatingIfNeeded: hash >> 7) & 32767
  }

  /// The bit of the last three bytes before `end`.
  private static func lastBit(_ text: Span<UInt8>, endingAt end: Int) -> Int {
    var hash = TermHash.seed
    for i in max(0, end - 3)..<end { hash = TermHash.adding(text[i], to: hash) }
    return Int(truncatingIfNeeded: hash >> 7) & 32767
  }

  @inline(__always)
  private func hasPair(_ b: UInt8, _ c: UInt8) -> Bool {
    let bit = Self.bit(b, c)
    return pairs[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  @inline(__always)
  private static func bit(_ b: UInt8, _ c: UInt8) -> Int { (Int(b) &* 31 &+ Int(c)) & 4095 }

  @inline(__always)
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte == 0x2D || byte == 0x20
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
