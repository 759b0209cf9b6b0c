/// The characters of the code points of an encoding, each as its UTF-8 bytes in a 32-bit word (first
/// byte lowest, 0 for a code that stands for nothing).
///
/// Four bytes are enough: the longest are supplementary characters and the four HKSCS codes that
/// stand for a letter and a combining mark (Ê̄, Ê̌, ê̄, ê̌).
///
/// The characters are part of the program and not asked of the system: its converters are files that a small
/// installation lacks, and that a program linked statically cannot load. They are unfolded once, when text in the
/// encoding is first met, in a fraction of a millisecond.
@safe
final class CharacterTable: Sendable {
  static let gb18030TwoByte = CharacterTable(rows: GB18030Characters.rows)
  /// The codes 81308130 to 8431A439, which stand for the rest of the Basic Multilingual Plane
  /// (GB 18030-2022, appendix D); index 0 is the first.
  static let gb18030FourByte = CharacterTable(beside: gb18030TwoByte)
  static let big5TwoByte = CharacterTable(rows: Big5Characters.rows)

  /// Trail bytes 40 to FE of a lead byte.
  static let trailCount = 0xFE - 0x40 + 1
  private static let twoByteCodeCount = (0xFE - 0x81 + 1) * trailCount
  /// Codes that stand for the Basic Multilingual Plane.
  static let fourByteCodeCount = 39_420

  /// NB: unsafe in name only; the memory is written in `init`, lives for ever and is shared.
  nonisolated(unsafe) let words: UnsafePointer<UInt32>

  /// - Parameter rows: see `GB18030Characters`.
  private init(rows: StaticString) {
    let storage = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.twoByteCodeCount)
    unsafe storage.initialize(repeating: 0, count: Self.twoByteCodeCount)
    unsafe words = UnsafePointer(storage)
    rows.withUTF8Buffer { bytes in
      var (row, column, index) = (0, 0, 0)
      while index < bytes.count {
        let lead = unsafe bytes[index]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        let word = (0..<length).reduce(0 as UInt32) {
          unsafe $0 | UInt32(bytes[index + $1]) << UInt32(8 * $1)
        }
        index += length
        switch word {
        case UInt32(UInt8(ascii: "\n")): (row, column) = (row + 1, 0)
        case UInt32(UInt8(ascii: ".")): column += 1
        case Self.macron, Self.caron:
          unsafe storage[row * Self.trailCount + column - 1] |= word << 16
        default:
          unsafe storage[row * Self.trailCount + column] = word
          column += 1
        }
      }
    }
  }

  /// Combining marks, U+0304 and U+030C, which go with the letter before them.
  private static let macron: UInt32 = 0x84CC
  private static let caron: UInt32 = 0x8CCC

  /// The characters that have no two-byte code, in their order.
  ///
  /// That was so in the edition of 2000. The one of 2005 gave 25 two-byte codes, which had stood for private
  /// characters, to real ones; the four-byte codes stayed where they were. ḿ and its private character changed
  /// places, the others' own codes stand for nothing now.
  private init(beside twoByte: CharacterTable) {
    var isTaken = [Bool](repeating: false, count: 0x10000)
    for index in 0..<Self.twoByteCodeCount {
      let scalar = unsafe Self.scalar(ofThreeBytes: twoByte.words[index])
      if !Self.movedTo(scalar) { isTaken[scalar] = true }
    }
    for scalar in Self.movedFrom { isTaken[scalar] = true }
    let storage = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.fourByteCodeCount)
    unsafe storage.initialize(repeating: 0, count: Self.fourByteCodeCount)
    unsafe words = UnsafePointer(storage)
    var index = 0
    for scalar in 0x80..<0x10000 where !isTaken[scalar] && !(0xD800...0xDFFF).contains(scalar) {
      if scalar == 0x1E3F {
        unsafe storage[index] = TextDecoder.utf8(of: 0xE7C7)
      } else if !Self.movedTo(scalar) {
        unsafe storage[index] = TextDecoder.utf8(of: UInt32(scalar))
      }
      index += 1
    }
    precondition(index == Self.fourByteCodeCount, "the two-byte codes are not those of GB 18030")
  }

  /// Real characters that got a two-byte code in 2005.
  private static func movedTo(_ scalar: Int) -> Bool {
    scalar == 0x1E3F || (0x9FB4...0x9FBB).contains(scalar) || (0xFE10...0xFE19).contains(scalar)
  }

  /// Private characters that lost theirs.
  private static let movedFrom =
    Array(0xE78D...0xE796) + [
      0xE7C7, 0xE816, 0xE817, 0xE818, 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE831, 0xE832, 0xE83B,
      0xE843,
      0xE854, 0xE855, 0xE864,
    ]

  /// The scalar below U+10000 of a word; 0 for others.
  private static func scalar(ofThreeBytes word: UInt32) -> Int {
    let (first, second) = (Int(word & 0xFF), Int(word >> 8 & 0x3F))
    let third = Int(word >> 16 & 0x3F)
    return switch first {
    case 0xC2..<0xE0: (first & 0x1F) << 6 | second
    case 0xE0..<0xF0: (first & 0xF) << 12 | second << 6 | third
    default: 0
    }
  }

  /// The character of a two-byte code, or 0.
  func word(lead: UInt8, trail: UInt8) -> UInt32 {
    guard lead >= 0x81, lead <= 0xFE, trail >= 0x40, trail <= 0xFE else { return 0 }
    return unsafe words[(Int(lead) - 0x81) * Self.trailCount + Int(trail) - 0x40]
  }
}
