/// The dots that people write between the parts of a name: 阿卜杜拉·买买提 (the 间隔号 of GB/T 15834-2011,
/// U+00B7; others as keyboards have them).
enum MiddleDot {
  /// U+00B7 in UTF-8.
  static let canonical: [UInt8] = [0xC2, 0xB7]

  /// Bytes of the dot at `i`; 0 where there is none.
  static func width(_ text: Span<UInt8>, at i: Int) -> Int {
    guard text[i] >= 0xC2, i + 1 < text.count else { return 0 }
    if text[i] == 0xC2 { return text[i + 1] == 0xB7 ? 2 : 0 }
    guard i + 2 < text.count else { return 0 }
    switch (text[i], text[i + 1], text[i + 2]) {
    // • ‧ ・ ･ ⋅ ．
    case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA7), (0xE3, 0x83, 0xBB), (0xEF, 0xBD, 0xA5),
      (0xE2, 0x8B, 0x85), (0xEF, 0xBC, 0x8E):
      return 3
    default: return 0
    }
  }
}
