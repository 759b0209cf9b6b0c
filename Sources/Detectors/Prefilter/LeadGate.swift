import Sieve

/// A Chinese character that leads a number: 京 of 京A·12345, 军 of 军字第1234567号.
package struct LeadGate: Equatable, Sendable {
  /// The characters, each of U+4E00–9FFF.
  package let characters: String
  /// What stands between character and number (字第); where it is empty one letter may (the A of 京A).
  package let link: String

  private let alphabet: PlaceAlphabet
  private let linkBytes: [UInt8]

  package init(characters: String, link: String = "") {
    self.characters = characters
    self.link = link
    alphabet = PlaceAlphabet(characters)
    linkBytes = Array(link.utf8)
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.characters == b.characters && a.link == b.link
  }

  /// Where the character stands that leads the word or number at `start`, or nil.
  ///
  /// Between the parts one separator may stand: a blank, a hyphen, a full stop or a middle dot.
  ///
  /// Cost: two loads where no Chinese character and no single letter stands before.
  @inline(__always)
  func lead(_ text: Span<UInt8>, before start: Int) -> Int? {
    var i = start - Self.separatorWidth(text, before: start)
    guard i > 2 else { return nil }
    if linkBytes.isEmpty {
      if text[i - 1] < 0x80 || text[i - 3] == 0xEF {
        let width = WordShape.letterWidth(text, before: i)
        guard width > 0 else { return nil }
        i -= width
        i -= Self.separatorWidth(text, before: i)
      }
    } else {
      guard i > linkBytes.count else { return nil }
      for k in linkBytes.indices where text[i - linkBytes.count + k] != linkBytes[k] { return nil }
      i -= linkBytes.count
    }
    guard i > 2, alphabet.contains(utf8: text, at: i - 3) else { return nil }
    return i - 3
  }

  /// The width of the separator that ends before `i`, 0 where there is none.
  @inline(__always)
  static func separatorWidth(_ text: Span<UInt8>, before i: Int) -> Int {
    guard i > 0 else { return 0 }
    switch text[i - 1] {
    case 0x20, 0x2D, 0x2E: return 1
    case 0xB7: return i > 1 && text[i - 2] == 0xC2 ? 2 : 0
    case 0x80...0xBF:
      guard i > 2 else { return 0 }
      switch (text[i - 3], text[i - 2], text[i - 1]) {
      // The bullet •, the middle dot of Japanese texts ・, a full-width hyphen, full stop or blank.
      case (0xE2, 0x80, 0xA2), (0xE3, 0x83, 0xBB), (0xEF, 0xBC, 0x8D), (0xEF, 0xBC, 0x8E),
        (0xE3, 0x80, 0x80):
        return 3
      default: return 0
      }
    default: return 0
    }
  }
}

extension PlaceAlphabet {
  /// Whether a character of the alphabet stands at `i`, of which three bytes are there.
  @inline(__always)
  func contains(utf8 text: Span<UInt8>, at i: Int) -> Bool {
    let (a, b, c) = (text[i], text[i + 1], text[i + 2])
    guard a >= 0xE4, a <= 0xE9, b & 0xC0 == 0x80, c & 0xC0 == 0x80 else { return false }
    return contains(a, b, c)
  }
}
