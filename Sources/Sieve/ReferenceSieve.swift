/// The sieve as its contract reads: character by character, for tests to compare with.
package struct ReferenceSieve: Sendable {
  private let places: PlaceAlphabet?

  package init(places: PlaceAlphabet?) { self.places = places }

  package func mark(_ text: [UInt8]) -> Marks {
    var marks = Marks()
    for i in text.indices {
      if isDigit(text, at: i) != nil {
        let followsASCII = i >= 1 && isDigit(text, at: i - 1) == 1
        let followsWide = i >= 3 && isDigit(text, at: i - 3) == 3
        if !followsASCII, !followsWide { marks.numbers.append(Int32(i)) }
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

  /// The length in bytes of the digit that begins at `i`, or nil.
  private func isDigit(_ text: [UInt8], at i: Int) -> Int? {
    if (0x30...0x39).contains(text[i]) { return 1 }
    guard i + 2 < text.count, text[i] == 0xEF, text[i + 1] == 0xBC,
      (0x90...0x99).contains(text[i + 2])
    else { return nil }
    return 3
  }
}
