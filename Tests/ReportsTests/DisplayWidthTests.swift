import Testing

@testable import Reports

@Suite struct DisplayWidthTests {
  /// Widths from Python's wcwidth 0.7.0 (`wcswidth`).
  @Test(
    "A text is as wide as a terminal shows it",
    arguments: [
      ("", 0), ("abc", 3), ("居民身份证号", 12), ("ＡＢ", 4), ("ｱｲ", 2), ("e\u{301}", 1), ("，。", 4),
      ("…", 1), ("─", 1), ("한국", 4), ("😀", 2), ("👨‍👩‍👧", 2), ("❤\u{FE0F}", 2), ("𠮷", 2),
      ("\u{200B}", 0), ("ไทย", 3), ("「」", 4), ("·", 1), ("a文b", 4),
    ])
  func widths(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(
    "A long name gives way in the middle and never exceeds its width",
    arguments: [
      ("short", 10, "short"), ("abcdefghij", 7, "ab…ghij"), ("目录/子目录/文件.csv", 12, "目录/…件.csv"),
    ])
  func fitted(text: String, width: Int, expected: String) {
    let fitted = VisibleText.fitted(text, to: width)
    #expect(fitted == expected)
    #expect(DisplayWidth.of(fitted) <= width)
  }

  @Test("Marks that a terminal would obey are shown instead")
  func visible() {
    #expect(VisibleText.of(Array("a\u{1B}[2J\u{202E}b\n".utf8)) == "a\\u{1b}[2J\\u{202e}b\\u{a}")
    #expect(VisibleText.of([0x61, 0xFF]) == "a\u{FFFD}")
  }

  @Test(
    "Sizes and numbers are written for people",
    arguments: [
      (0, "0", "0 B"), (999, "999", "999 B"), (1000, "1,000", "1000 B"), (1024, "1,024", "1.0 KiB"),
      (1_048_575, "1,048,575", "1023.9 KiB"), (3_435_973_837, "3,435,973,837", "3.2 GiB"),
      (UInt64.max, "18,446,744,073,709,551,615", "15.9 EiB"),
    ] as [(UInt64, String, String)])
  func quantities(number: UInt64, grouped: String, size: String) {
    #expect(Quantity.grouped(number) == grouped)
    #expect(Quantity.bytes(number) == size)
  }

  @Test("A long line is broken at blanks, and between Chinese characters")
  func wrapping() {
    #expect(LineFilling.wrapped("one two three", width: 8) == ["one two", "three"])
    #expect(LineFilling.wrapped("一二三四五", width: 4) == ["一二", "三四", "五"])
    #expect(LineFilling.lines(["aa", "bb", "cc"], separator: ", ", width: 6) == ["aa, bb", "cc"])
  }
}
