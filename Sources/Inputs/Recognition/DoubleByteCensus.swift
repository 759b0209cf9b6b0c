/// How well a sample reads as GB 18030 or as Big5.
///
/// The two share most of their code space, so that validity alone does not tell them apart: each
/// character is weighed by how common it is in the encoding.
struct DoubleByteCensus {
  /// Characters looked at: enough for any decision, and a bound on its cost (about 0.1 ms).
  private static let characterLimit = 2000

  private(set) var characterCount = 0
  private(set) var invalidCount = 0
  /// Sum of the weights of the characters.
  private(set) var score = 0

  /// - Parameter encoding: `gb18030` or `big5`.
  init(_ sample: Span<UInt8>, as encoding: TextEncoding, isWhole: Bool) {
    let isGB = encoding == .gb18030
    let table = isGB ? CharacterTable.gb18030TwoByte : CharacterTable.big5TwoByte
    let common = isGB ? CommonCharacters.simplified : CommonCharacters.traditional
    var index = 0
    while index < sample.count, characterCount < Self.characterLimit {
      let lead = sample[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      // Words in UTF-8 among the text are read as such (see `TextDecoder`) and tell nothing.
      if let end = Self.afterUTF8(sample, from: index) {
        index = end
        continue
      }
      characterCount += 1
      guard index + 1 < sample.count else {
        if isWhole { invalidCount += 1 }
        break
      }
      let trail = sample[index + 1]
      let word = table.word(lead: lead, trail: trail)
      if word != 0 {
        score +=
          common.contains(word)
          ? 3 : isGB ? Self.weightInGB18030(lead, trail) : Self.weightInBig5(lead, trail)
        index += 2
      } else if isGB, Self.isFourByte(sample, at: index) {
        index += 4
      } else {
        invalidCount += 1
        index += 1
      }
    }
    score -= 8 * invalidCount
  }

  /// Few bytes stand for nothing, and the characters are not all far-fetched.
  var isPlausible: Bool {
    characterCount > 0 && score >= 0 && invalidCount * 50 <= characterCount
  }

  private static func weightInGB18030(_ lead: UInt8, _ trail: UInt8) -> Int {
    // A Latin letter after a high byte is how Latin-1 text looks.
    guard trail >= 0x80 else { return -1 }
    guard trail >= 0xA1 else { return 0 }
    switch lead {
    case 0xA1...0xA9: return 1  // punctuation, full-width forms, kana, Greek, Cyrillic
    case 0xB0...0xD7: return 1  // GB 2312 level 1
    default: return 0
    }
  }

  private static func weightInBig5(_ lead: UInt8, _ trail: UInt8) -> Int {
    switch lead {
    case 0xA1...0xA3: 1  // punctuation, full-width forms, Greek
    case 0xA4...0xC5: 1  // level 1: 5,401 common characters
    case 0xC6: trail <= 0x7E ? 1 : -1
    case 0xC9...0xF9: 0
    default: -1
    }
  }

  /// The index after a run of at least two Chinese characters in UTF-8.
  private static func afterUTF8(_ sample: Span<UInt8>, from start: Int) -> Int? {
    guard start == 0 || sample[start - 1] < 0x80 else { return nil }
    var index = start
    while index + 2 < sample.count, (0xE3...0xE9).contains(sample[index]),
      sample[index + 1] & 0xC0 == 0x80, sample[index + 2] & 0xC0 == 0x80
    {
      index += 3
    }
    return index >= start + 6 ? index : nil
  }

  private static func isFourByte(_ sample: Span<UInt8>, at index: Int) -> Bool {
    guard index + 3 < sample.count else { return false }
    return (0x30...0x39).contains(sample[index + 1]) && (0x81...0xFE).contains(sample[index + 2])
      && (0x30...0x39).contains(sample[index + 3])
  }
}
