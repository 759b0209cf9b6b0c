/// The sieve as its contract reads: character by character, for tests to compare with.
package struct ReferenceSieve: Sendable {
  private let places: PlaceAlphabet?
  private let marksLabels: Bool

  package init(places: PlaceAlphabet?, marksLabels: Bool = false) {
    self.places = places
    self.marksLabels = marksLabels
  }

  package func mark(_ text: [UInt8]) -> MarkLists {
    var marks = MarkLists()
    for i in text.indices {
      if marksLabels, isLabelMark(text, at: i) { marks.labels.append(Int32(i)) }
      if isDigit(text, at: i) != nil {
        let followsASCII = i >= 1 && isDigit(text, at: i - 1) == 1
        let followsWide = i >= 3 && isDigit(text, at: i - 3) == 3
        if !followsASCII, !followsWide, !isInsideWord(text, at: i) {
          marks.numbers.append(Int32(i))
        }
      } else if text[i] == 0x40 || text[i...].starts(with: [0xEF, 0xBC, 0xA0]) {
        marks.atSigns.append(Int32(i))
      } else if let places, (0xE4...0xE9).contains(text[i]), i + 2 < text.count,
        text[i + 1] & 0xC0 == 0x80, text[i + 2] & 0xC0 == 0x80,
        places.contains(text[i], text[i + 1], text[i + 2])
      {
        marks.places.append(Int32(i))
      }
    }
    return marks
  }

  /// Whether only letters stand between the ASCII digit at `i` and another one.
  private func isInsideWord(_ text: [UInt8], at i: Int) -> Bool {
    guard text[i] < 0x80 else { return false }
    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) }
    guard let last = text[..<i].last(where: { !isLetter($0) }) else { return false }
    return (0x30...0x39).contains(last)
  }

  private func isLabelMark(_ text: [UInt8], at i: Int) -> Bool {
    let before = text[..<i].suffix(2)
    switch text[i] {
    case UInt8(ascii: ":"), UInt8(ascii: "="): return before.contains { $0 >= 0x80 }
    case 0xE4...0xE9:
      guard i + 2 < text.count, let last = before.last else { return false }
      return Array(": =\"'>".utf8).contains(last)
    default:
      return text[i...].starts(with: Array("：".utf8)) || text[i...].starts(with: Array("＝".utf8))
    }
  }

  /// The length in bytes of the digit that begins at `i`, or nil.
  private func isDigit(_ text: [UInt8], at i: Int) -> Int? {
    if (0x30...0x39).contains(text[i]) { return 1 }
    guard i + 2 < text.count, text[i] == 0xEF, text[i + 1] == 0xBC,
      (0x90...0x99).contains(text[i + 2])
    else { return nil }
    return 3
  }
}
