import Findings
import TestSupport
import Testing

@testable import Inputs

@Suite("An encoding")
struct EncodingTests {
  /// Characters and their bytes as another implementation (the codecs of Python 3.11) spells them.
  struct Specimen: Sendable, CustomTestStringConvertible {
    let encoding: TextEncoding
    let characters: [(text: String, bytes: [UInt8])]
    var testDescription: String { encoding.name }
  }

  static let specimens = [
    Specimen(
      encoding: .gb18030,
      characters: [
        ("张", [0xD5, 0xC5]), ("伟", [0xCE, 0xB0]), ("€", [0xA2, 0xE3]), ("1", [0x31]),
        ("\n", [0x0A]), ("㐀", [0x81, 0x39, 0xEE, 0x39]), ("𠮷", [0x95, 0x34, 0xB2, 0x35]),
        ("é", [0xA8, 0xA6]), (",", [0x2C]), ("ü", [0xA8, 0xB9]),
        ("한", [0x83, 0x36, 0x84, 0x33]), ("Ａ", [0xA3, 0xC1]), ("中", [0xD6, 0xD0]),
      ]),
    Specimen(
      encoding: .big5,
      characters: [
        ("陳", [0xB3, 0xAF]), ("誠", [0xB8, 0xDB]), ("a", [0x61]), ("功", [0xA5, 0x5C]),
        ("\n", [0x0A]), ("，", [0xA1, 0x41]), ("𠄌", [0x88, 0x45]), ("許", [0xB3, 0x5C]),
        ("蓋", [0xBB, 0x5C]), ("嘅", [0x9D, 0xEF]), ("Ê̄", [0x88, 0x62]),
      ]),
    Specimen(
      encoding: .utf16LittleEndian,
      characters: [
        ("张", [0x20, 0x5F]), ("1", [0x31, 0x00]), ("\n", [0x0A, 0x00]),
        ("𠮷", [0x42, 0xD8, 0xB7, 0xDF]), ("é", [0xE9, 0x00]), ("Ａ", [0x21, 0xFF]),
        ("\0", [0x00, 0x00]),
      ]),
    Specimen(
      encoding: .utf16BigEndian,
      characters: [
        ("张", [0x5F, 0x20]), ("1", [0x00, 0x31]), ("\n", [0x00, 0x0A]),
        ("𠮷", [0xD8, 0x42, 0xDF, 0xB7]), ("é", [0x00, 0xE9]), ("Ａ", [0xFF, 0x21]),
        ("\0", [0x00, 0x00]),
      ]),
  ]

  /// Reads all of `raw`; returns the text and, per character border, its place.
  private func read(
    _ raw: [UInt8], _ encoding: TextEncoding, isGuess: Bool = false, readSize: Int = .max,
    capacity: Int = 4096
  ) -> (text: [UInt8], places: [Location], buffer: TextBuffer) {
    let buffer = TextBuffer(
      source: MemorySource(raw, readSizeInBytes: readSize), encoding: encoding, isGuess: isGuess,
      capacityInBytes: capacity)
    var text: [UInt8] = []
    var places: [Location] = []
    var kept = 0
    while buffer.fill(keepingFrom: kept) {
      for index in 0..<buffer.end {
        let byte = buffer.bytes[index]
        text.append(byte)
        if byte & 0xC0 != 0x80 { places.append(buffer.location(at: index)) }
      }
      kept = buffer.end
    }
    places.append(buffer.location(at: buffer.end))
    return (text, places, buffer)
  }

  @Test("The first line that states an encoding decides, wherever it stands in the head")
  func statedAmongOthers() {
    let pieces = [
      "SET NAMES gbk;", "set names big5;", "/*!40101 SET NAMES gb2312 */;",
      "SET client_encoding = 'GBK';",
      "SET x = 1;", "Settle", "/* SET NAMES gbk */", "*!", "/*!40101 SET @a=1 */;",
      " SET NAMES big5;", "S", "s",
      "/", "SET NAMES utf8mb4;", "text of a log", "", "\r", "é", "the /*! of", "/*!",
    ]
    var random = SeededGenerator(seed: 0x57A7_ED01)
    for _ in 0..<3000 {
      let lines = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let text = lines.joined(separator: "\n")
      #expect(
        EncodingRecognition.stated(in: Array(text.utf8)) == Self.stated(lines), "\(text)")
    }
  }

  /// Line by line, as MySQL and PostgreSQL write them; none so short or so near to the end that nothing follows.
  private static func stated(_ lines: [String]) -> TextEncoding? {
    var left = lines.reduce(-1) { $0 + $1.utf8.count + 1 }
    for line in lines {
      defer { left -= line.utf8.count + 1 }
      guard left > 8 else { return nil }
      let stated: [(String, TextEncoding?)] = [
        ("SET NAMES gbk;", .gb18030), ("set names big5;", .big5),
        ("/*!40101 SET NAMES gb2312 */;", .gb18030), ("SET client_encoding = 'GBK';", .gb18030),
        ("SET NAMES utf8mb4;", nil),
      ]
      if let found = stated.first(where: { $0.0 == line }) { return found.1 }
    }
    return nil
  }

  @Test("gives every character and its place, whatever the read size", arguments: specimens)
  func characters(specimen: Specimen) {
    var raw: [UInt8] = []
    var text: [UInt8] = []
    var places: [Location] = []
    var place = Location(byteOffset: 0, line: 1, column: 1)
    for _ in 0..<30 {
      for (character, bytes) in specimen.characters {
        raw += bytes
        text += Array(character.utf8)
        for (position, scalar) in character.unicodeScalars.enumerated() {
          places.append(place)
          if position == 0 { place.byteOffset += UInt64(bytes.count) }
          place.column += 1
          if scalar == "\n" {
            place.line += 1
            place.column = 1
          }
        }
      }
    }
    places.append(place)
    for readSize in [1, 2, 3, 5, 64, 4096] {
      for capacity in [64, 67, 1024] {
        let result = read(raw, specimen.encoding, readSize: readSize, capacity: capacity)
        #expect(result.text == text)
        #expect(result.places == places)
        #expect(result.buffer.invalidSequenceCount == 0)
        #expect(result.buffer.bytesRead == UInt64(raw.count))
      }
    }
  }

  @Test(
    "turns a byte that is no character into U+FFFD and counts it",
    arguments: [
      // A lead byte before a line break, a lone FF, a cut character at the end.
      (
        TextEncoding.gb18030, [0xD5, 0x0A, 0x31, 0xFF, 0xD5, 0xC5, 0xD5],
        "\u{FFFD}\n1\u{FFFD}张\u{FFFD}", 3
      ),
      // A four-byte code cut after two bytes keeps its digit.
      (.gb18030, [0x81, 0x30, 0x2C], "\u{FFFD}0,", 1),
      (.gb18030, [0x80], "€", 0),
      (.big5, [0xB3, 0x22, 0xFF, 0xB3, 0xAF], "\u{FFFD}\"\u{FFFD}陳", 2),
      // Lone surrogates, a high one before a letter, an odd byte at the end.
      (
        .utf16LittleEndian, [0x42, 0xD8, 0x31, 0x00, 0xB7, 0xDF, 0x41], "\u{FFFD}1\u{FFFD}\u{FFFD}",
        3
      ),
    ] as [(TextEncoding, [UInt8], String, UInt64)])
  func invalid(encoding: TextEncoding, raw: [UInt8], text: String, count: UInt64) {
    for readSize in [1, 2, 100] {
      let result = read(raw, encoding, readSize: readSize)
      #expect(String(decoding: result.text, as: UTF8.self) == text)
      #expect(result.buffer.invalidSequenceCount == count)
      #expect(result.places.last?.byteOffset == UInt64(raw.count))
    }
  }

  @Test(
    "leaves its byte-order mark out of the text",
    arguments: [TextEncoding.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian])
  func byteOrderMark(encoding: TextEncoding) {
    let letter: [UInt8] =
      switch encoding {
      case .utf16LittleEndian: [0x41, 0]
      case .utf16BigEndian: [0, 0x41]
      default: [0x41]
      }
    let mark = encoding.byteOrderMark
    for readSize in [1, 2, 3, 100] {
      let result = read(mark + letter, encoding, readSize: readSize)
      #expect(result.text == [0x41])
      #expect(result.places.first?.byteOffset == UInt64(mark.count))
    }
  }

  @Test("reads any bytes at all the same, whatever the window and the read size")
  func anyBytes() {
    let seed = TestSeed.value
    var random = SeededGenerator(seed: seed)
    // Bytes that begin, continue and break characters in one encoding or another.
    let alphabet: [UInt8] = [
      0x0A, 0x22, 0x30, 0x39, 0x41, 0x5C, 0x7F, 0x80, 0x81, 0x84, 0x90, 0xA1, 0xBF, 0xC6, 0xD5,
      0xD8, 0xDC, 0xE3, 0xE5, 0xE9, 0xFE, 0xFF, 0x00,
    ]
    for encoding in TextEncoding.allCases {
      for _ in 0..<60 {
        let raw = (0..<Int.random(in: 0..<300, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? 0
        }
        let whole = read(raw, encoding)
        #expect(whole.places.last?.byteOffset == UInt64(raw.count), "seed \(seed)")
        for (readSize, capacity) in [(1, 64), (2, 100), (7, 64), (64, 1000)] {
          let result = read(raw, encoding, readSize: readSize, capacity: capacity)
          let isSame = result.text == whole.text && result.places == whole.places
          #expect(isSame, "seed \(seed), \(encoding), \(raw)")
        }
      }
    }
  }

  @Test("of a dump may hold words in UTF-8, as MariaDB writes them")
  func mixed() throws {
    // -- 客户表 in UTF-8, ('张伟') in GB 18030, then UTF-8 again.
    let gb: [UInt8] = [0x28, 0x27, 0xD5, 0xC5, 0xCE, 0xB0, 0x27, 0x29, 0x0A]
    let raw =
      Array("/*!40101 SET NAMES gbk */;\n-- 客户表\n".utf8) + gb + Array("COMMENT '姓名'\n".utf8) + gb
    let text = "/*!40101 SET NAMES gbk */;\n-- 客户表\n('张伟')\nCOMMENT '姓名'\n('张伟')\n"
    for readSize in [1, 2, 5, 1000] {
      let result = read(raw, .gb18030, readSize: readSize)
      #expect(String(decoding: result.text, as: UTF8.self) == text)
      #expect(result.buffer.invalidSequenceCount == 0)
      #expect(result.places.last?.byteOffset == UInt64(raw.count))
    }
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let ascii = Array("/*!40101 SET NAMES gbk */;\nCREATE TABLE t (a int);\n".utf8)
    for head in [raw, ascii] {
      let source = try SourceFile.open(path: try folder.write("dump", head))
      #expect(source.recognition.encoding == .gb18030)
    }
    let other = try SourceFile.open(path: try folder.write("b", "SET NAMES utf8mb4;\n姓名\n"))
    #expect(other.recognition.encoding == .utf8)
  }

  @Test("of a dump may hold a name of one character in UTF-8, whose quote is no trail byte")
  func oneCharacter() {
    // `省` is E7 9C 81 60 with its quote, and 81 60 is 乣 in GBK.
    let raw = Array("(`省`,`a` '姓，必填','·')\n".utf8) + [0x27, 0xD5, 0xC5, 0x27, 0x0A]
    for readSize in [1, 3, 1000] {
      let result = read(raw, .gb18030, readSize: readSize)
      let text = String(decoding: result.text, as: UTF8.self)
      #expect(text.hasPrefix("(`省`,`a` '姓，必填','"))
      #expect(text.hasSuffix(")\n'张'\n"))
    }
  }

  @Test("of a dump of MySQL has bytes that begin no character escaped one by one")
  func escapedBytes() {
    // MariaDB 10.11, --default-character-set=gbk: a blob of BF 27 stands as \BF\', 誠 as D5 5C.
    let raw: [UInt8] =
      Array("('\\".utf8) + [0xBF] + Array("\\'','".utf8) + [0xD5, 0x5C, 0x27, 0x29]
    for readSize in [1, 2, 1000] {
      let source = MemorySource(raw, readSizeInBytes: readSize)
      let buffer = TextBuffer(source: source, encoding: .gb18030, hasEscapedBytes: true)
      while buffer.fill(keepingFrom: 0) {}
      let bytes = buffer.bytes
      let text = String(decoding: (0..<buffer.end).map { bytes[$0] }, as: UTF8.self)
      #expect(text == "('\\\u{FFFD}\\'','誠')")
    }
  }

  private static let asciiHead = String(repeating: "2024-05-01 10:00:00 INFO ok\n", count: 5000)
  // 姓名,电话\n张伟,13800138000\n in GB 18030; 姓名,電話\n陳誠,0912345678\n in Big5.
  private static let gbTail: [UInt8] = [
    0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB5, 0xE7, 0xBB, 0xB0, 0x0A, 0xD5, 0xC5, 0xCE, 0xB0, 0x2C,
    0x31, 0x33, 0x38, 0x0A,
  ]
  private static let big5Tail: [UInt8] = [
    0xA9, 0x6D, 0xA6, 0x57, 0x2C, 0xB9, 0x71, 0xB8, 0xDC, 0x0A, 0xB3, 0xAF, 0xB8, 0xDB, 0x2C,
    0x30, 0x39, 0x31, 0x0A,
  ]

  @Test(
    "that was guessed from ASCII is settled by the first bytes that are not",
    arguments: [
      (gbTail, TextEncoding.gb18030, "姓名,电话\n张伟,138\n"),
      (big5Tail, .big5, "姓名,電話\n陳誠,091\n"),
      (Array("姓名,电话\n张伟,138\n".utf8), .utf8, "姓名,电话\n张伟,138\n"),
    ])
  func lateDecision(tail: [UInt8], encoding: TextEncoding, text: String) {
    let raw = Array(Self.asciiHead.utf8) + tail + Array(Self.asciiHead.utf8)
    let expected = Self.asciiHead + text + Self.asciiHead
    for (readSize, capacity) in [(1000, 1024), (.max, 1024), (7, 4096), (.max, 1 << 18)] {
      let result = read(raw, .utf8, isGuess: true, readSize: readSize, capacity: capacity)
      #expect(result.buffer.encoding == encoding)
      #expect(String(decoding: result.text, as: UTF8.self) == expected)
      #expect(result.places.last?.byteOffset == UInt64(raw.count))
      #expect(result.places.last?.line == 10_003)
      #expect(result.buffer.bytesRead == UInt64(raw.count))
    }
  }
}
