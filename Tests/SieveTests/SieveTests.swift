import Foundation
import Sieve
import Testing

/// The sieve against marks told by hand, and against the plain loop of its contract.
@Suite struct SieveTests {
  static let places = PlaceAlphabet("路街道号楼省市区县镇乡村室栋座院里弄巷")

  /// Marks as `n3` (number at byte 3), `@5`, `p0`.
  static func words(_ marks: MarkLists) -> [String] {
    let sorts = [
      ("n", marks.numbers), ("@", marks.atSigns), ("p", marks.places), ("l", marks.labels),
    ]
    return sorts.flatMap { sort, offsets in offsets.map { (sort, $0) } }
      .sorted { $0.1 < $1.1 }.map { "\($0)\($1)" }
  }

  static func sieved(
    _ text: [UInt8], _ alphabet: PlaceAlphabet?, marksLabels: Bool = false,
    kernel: SieveKernel = .best
  ) -> MarkLists {
    let marks = Marks()
    Sieve(places: alphabet, marksLabels: marksLabels, kernel: kernel).mark(text.span, into: marks)
    return MarkLists(marks)
  }

  /// What this processor can run.
  static let kernels = SieveKernel.allCases.filter(\.isAvailable)

  /// Where a kernel and the reference differ; nil when all agree.
  static func difference(_ text: [UInt8], _ alphabet: PlaceAlphabet? = places) -> String? {
    difference(text, alphabet, marksLabels: false) ?? difference(text, alphabet, marksLabels: true)
  }

  private static func difference(
    _ text: [UInt8], _ alphabet: PlaceAlphabet?, marksLabels: Bool
  ) -> String? {
    let expected = ReferenceSieve(places: alphabet, marksLabels: marksLabels).mark(text)
    for kernel in kernels {
      let found = sieved(text, alphabet, marksLabels: marksLabels, kernel: kernel)
      guard found != expected else { continue }
      return "\(kernel): \(text.count) bytes \(text.prefix(96)): found \(words(found).prefix(20)), "
        + "expected \(words(expected).prefix(20))"
    }
    return nil
  }

  @Test(
    "Marks stand at first digits, at-signs and place characters",
    arguments: [
      ("", []),
      ("no digit here at all", []),
      ("7", ["n0"]),
      ("a12b345", ["n1"]),
      ("f1878bb4a3 b7", ["n1", "n12"]),
      ("a1_b2-c3", ["n1", "n4", "n7"]),
      ("1a２b3", ["n0", "n2", "n6"]),
      ("１a2b3", ["n0", "n4"]),
      ("１2a3", ["n0"]),
      ("12345678" + "90123456" + "7", ["n0"]),
      ("1234567x" + "1", ["n0"]),
      ("1-2", ["n0", "n2"]),
      ("a@b.c @", ["@1", "@6"]),
      ("0@1", ["n0", "@1", "n2"]),
      ("１３８", ["n0"]),
      ("1３8", ["n0"]),
      ("３8３", ["n0"]),
      ("a＠b", ["@1"]),
      ("中山路12号", ["p6", "n9", "p11"]),
      ("路", ["p0"]),
      ("的", []),
      ("abcdefgh路", ["p8"]),
      ("abcdefg路1", ["p7", "n10"]),
      ("ééé9", ["n6"]),
      ("😀1", ["n4"]),
    ] as [(String, [String])])
  func marksByHand(_ text: String, _ expected: [String]) {
    #expect(Self.words(Self.sieved(Array(text.utf8), Self.places)) == expected)
  }

  @Test(
    "Labels are marked at their colons and at Chinese values behind ASCII",
    arguments: [
      ("姓名：李", ["l6"]),
      ("姓名:李", ["l6", "l7"]),
      ("\"姓名\":\"A\"", ["l1", "l8"]),
      ("name=李", ["l5"]),
      ("\"name\":\"李\"", ["l8"]),
      ("a:b=c \"d\":1", ["n10"]),
      ("血型＝A", ["l6"]),
      ("abcde姓名:x", ["l11"]),
      ("说,李", []),
    ] as [(String, [String])])
  func labelsByHand(_ text: String, _ expected: [String]) {
    #expect(Self.words(Self.sieved(Array(text.utf8), nil, marksLabels: true)) == expected)
  }

  @Test("Without a place alphabet no place is marked, and digits behind places still are")
  func noPlaces() {
    #expect(Self.words(Self.sieved(Array("中山路12号3@".utf8), nil)) == ["n9", "n14", "@15"])
  }

  @Test(
    "Characters cut short are not marked and hide nothing that follows",
    arguments: [
      ([0xEF, 0xBC], []),
      ([0xEF, 0xBC, 0x31], ["n2"]),
      ([0xEF, 0x31, 0x32], ["n1"]),
      ([0xE8, 0xB7], []),
      ([0xE8, 0xB7, 0x31], ["n2"]),
      ([0xE8, 0x31], ["n1"]),
      ([0xE8, 0xB7, 0xE8, 0xB7, 0xAF], ["p2"]),
      ([0xEF, 0xBC, 0xEF, 0xBC, 0x90], ["n2"]),
      ([0x80, 0x80, 0x31], ["n2"]),
      ([0xFF, 0x40], ["@1"]),
      ([0xF0, 0x9F, 0x98, 0x31], ["n3"]),
    ] as [([UInt8], [String])])
  func cutCharacters(_ text: [UInt8], _ expected: [String]) {
    #expect(Self.words(Self.sieved(text, Self.places)) == expected)
  }

  @Test("A character is marked at every alignment, at both ends of a text")
  func alignments() {
    let samples: [(String, String)] = [("1", "n"), ("９", "n"), ("@", "@"), ("＠", "@"), ("路", "p")]
    for (sample, sort) in samples {
      for fill in ["x", "é", "的", "😀"] {
        for before in 0...15 {
          for after in 0...15 {
            let text = Array(
              (String(repeating: fill, count: before) + sample
                + String(repeating: fill, count: after)).utf8)
            #expect(
              Self.words(Self.sieved(text, Self.places)) == ["\(sort)\(fill.utf8.count * before)"],
              "\(sample) behind \(before) and before \(after) of \(fill)")
          }
        }
      }
    }
  }

  @Test("Every string of three symbols agrees with the reference at each alignment of 0 to 15")
  func shortStrings() {
    let symbols: [[UInt8]] = [
      [0x30], [0x39], [0x40], [0x61], Array("７".utf8), Array("＠".utf8), Array("路".utf8),
      [0xEF], [0xBC], [0xE8, 0xB7],
    ]
    for a in symbols {
      for b in symbols {
        for c in symbols {
          for alignment in 0...15 {
            let text = [UInt8](repeating: 0x78, count: alignment) + a + b + c
            if let difference = Self.difference(text) { Issue.record("\(difference)") }
          }
        }
      }
    }
  }

  /// What random texts are made of.
  static let alphabets: [(name: String, symbols: [[UInt8]])] = [
    ("all bytes", (0...255).map { [UInt8($0)] }),
    ("ASCII", (0...127).map { [UInt8($0)] }),
    ("neighbours of digits and at-sign", "/0123456789:;?@AB`p".utf8.map { [$0] }),
    ("digits of both widths", ["0", "5", "9", "０", "５", "９"].map { Array($0.utf8) }),
    (
      "bytes of full-width forms",
      [0xEF, 0xBC, 0xBD, 0x8F, 0x90, 0x99, 0x9A, 0xA0, 0x31, 0x40].map { [$0] }
    ),
    ("places and digits", ["路", "号", "区", "的", "1", "２", " ", "@"].map { Array($0.utf8) }),
    (
      "cut characters",
      [[0xE8], [0xE8, 0xB7], [0xB7, 0xAF], [0xEF, 0xBC], [0x90], [0x31], [0xF0, 0x9F]]
    ),
    ("letters and digits", "abZ019-_ .".utf8.map { [$0] } + [Array("３".utf8), Array("ａ".utf8)]),
    ("long words", Array(repeating: [0x61], count: 40) + [[0x31], [0x2D], Array("４".utf8)]),
    ("long ASCII runs", Array(repeating: [0x61], count: 30) + [[0x31], [0x40], Array("路".utf8)]),
  ]

  @Test(
    "Random texts of every length to 140 agree with the reference", arguments: alphabets.indices)
  func randomTexts(_ index: Int) {
    let seed: UInt64 = 0x51E7_E000 + UInt64(index)
    var random = SeededGenerator(seed: seed)
    let (name, symbols) = Self.alphabets[index]
    for length in 0...140 {
      for _ in 0..<(length > 64 ? 6 : 24) {
        var text: [UInt8] = []
        while text.count < length {
          text += symbols[Int.random(in: 0..<symbols.count, using: &random)]
        }
        text.removeLast(text.count - length)
        for alphabet in [Self.places, nil] {
          if let difference = Self.difference(text, alphabet) {
            Issue.record("seed \(seed), \(name): \(difference)")
          }
        }
      }
    }
  }

  @Test("Long random texts agree with the reference", arguments: alphabets.indices)
  func longTexts(_ index: Int) {
    let seed: UInt64 = 0x51E7_F000 + UInt64(index)
    var random = SeededGenerator(seed: seed)
    let (name, symbols) = Self.alphabets[index]
    let text = (0..<8000).flatMap { _ in symbols[Int.random(in: 0..<symbols.count, using: &random)]
    }
    if let difference = Self.difference(text) {
      Issue.record("seed \(seed), \(name): \(difference)")
    }
  }

  @Test("Marks of a text replace those of the one before, whichever is longer")
  func replacing() {
    let marks = Marks()
    #expect(marks.isEmpty)
    let sieve = Sieve(places: Self.places)
    for text in ["1@路2", "", "路", String(repeating: "x1-", count: 5000), "7"] {
      let bytes = Array(text.utf8)
      sieve.mark(bytes.span, into: marks)
      #expect(MarkLists(marks) == ReferenceSieve(places: Self.places).mark(bytes))
      #expect(marks.isEmpty == text.isEmpty)
    }
  }

  @Test("The outline has a bit for each digit, letter and separator, and none beyond the text")
  func outlines() {
    var random = SeededGenerator(seed: 0x51E7_0001)
    for length in [0, 1, 7, 63, 64, 65, 128, 300] {
      let text = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      for kernel in Self.kernels {
        let marks = Marks()
        Sieve(places: nil, kernel: kernel).mark(text.span, into: marks)
        for i in -64..<(length + 63) / 64 * 64 + 128 {
          let byte = text.indices.contains(i) ? text[i] : 0
          let isDigit = Set("0123456789".utf8).contains(byte)
          let isWord = isDigit || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          let expected = [
            isDigit, isWord, isWord || Set("_-".utf8).contains(byte),
            Set(" \t-./()".utf8).contains(byte),
          ]
          let found = (0..<4).map { sort in
            marks.outline[4 * ((i + 64) / 64) + sort] >> UInt64((i + 64) % 64) & 1 == 1
          }
          #expect(found == expected, "\(kernel), byte \(i) of \(length)")
        }
      }
    }
  }

  /// The files of the corpus, by their paths below it.
  static let corpus: [String] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: corpusRoot.path)) ?? []
    return paths.filter {
      let path = corpusRoot.appending(path: $0).path
      return (try? FileManager.default.contentsOfDirectory(atPath: path)) == nil
    }.sorted()
  }()

  static let corpusRoot = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")

  @Test("The corpus agrees with the reference", arguments: corpus)
  func corpusFile(_ path: String) throws {
    let text = [UInt8](try Data(contentsOf: Self.corpusRoot.appending(path: path)))
    if let difference = Self.difference(text) { Issue.record("\(path): \(difference)") }
  }

  @Test("The corpus is there")
  func corpusIsThere() { #expect(Self.corpus.count > 40) }

  @Test("Two bytes side by side are found wherever they stand")
  func pairs() {
    for count in 0..<200 {
      var text = [UInt8](repeating: 0x2D, count: count)
      for index in text.indices where index % 2 == 0 { text[index] = 0x61 }
      #expect(ByteCounts.firstPair(0x2D, 0x2D, in: text.span) == count)
      for place in text.indices.dropLast() {
        var paired = text
        paired[place] = 0x2D
        paired[place + 1] = 0x2D
        let expected = zip(paired, paired.dropFirst()).enumerated().first {
          $0.element == (0x2D, 0x2D)
        }?.offset
        #expect(ByteCounts.firstPair(0x2D, 0x2D, in: paired.span) == expected)
      }
    }
  }
}
