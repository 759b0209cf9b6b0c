import Glibc

/// The characters of the code points of an encoding, as the system's `iconv` knows them, each as
/// its UTF-8 bytes in a 32-bit word (first byte lowest, 0 for a code that stands for nothing).
///
/// Four bytes are enough: the longest are supplementary characters and the four HKSCS codes that
/// stand for a letter and a combining mark (Ê̄, Ê̌, ê̄, ê̌).
///
/// Built once, when text in the encoding is first met: 24,000 or 39,000 calls, some milliseconds.
/// Whole texts are not given to `iconv`, since it does not tell where a character came from.
@safe
final class CharacterTable: Sendable {
  static let gb18030TwoByte = CharacterTable(
    names: ["GB18030"], count: twoByteCodeCount, spelling: twoByteCode)
  /// The codes 81308130 to 8431A439, which stand for the rest of the Basic Multilingual Plane
  /// (GB 18030-2022, appendix D); index 0 is the first.
  static let gb18030FourByte = CharacterTable(
    names: ["GB18030"], count: 39_420, spelling: fourByteCode)
  static let big5TwoByte = CharacterTable(
    names: ["BIG5-HKSCS", "BIG5"], count: twoByteCodeCount, spelling: twoByteCode)

  /// Trail bytes 40 to FE of a lead byte.
  static let trailCount = 0xFE - 0x40 + 1
  private static let twoByteCodeCount = (0xFE - 0x81 + 1) * trailCount

  /// NB: unsafe in name only; the memory is written in `init`, lives for ever and is shared.
  nonisolated(unsafe) let words: UnsafePointer<UInt32>
  /// False when the system has no converter of any of the names: every code stands for nothing.
  let isAvailable: Bool

  /// - Parameter names: what `iconv` may call the encoding; the first that is known is used.
  private init(names: [String], count: Int, spelling: (Int) -> [UInt8]) {
    let storage = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    unsafe storage.initialize(repeating: 0, count: count)
    unsafe words = UnsafePointer(storage)
    guard let converter = names.lazy.compactMap({ CharacterConverter(from: $0) }).first else {
      isAvailable = false
      return
    }
    isAvailable = true
    for index in 0..<count { unsafe storage[index] = converter.utf8(of: spelling(index)) }
  }

  /// The character of a two-byte code, or 0.
  func word(lead: UInt8, trail: UInt8) -> UInt32 {
    guard lead >= 0x81, lead <= 0xFE, trail >= 0x40, trail <= 0xFE else { return 0 }
    return unsafe words[(Int(lead) - 0x81) * Self.trailCount + Int(trail) - 0x40]
  }

  private static func twoByteCode(_ index: Int) -> [UInt8] {
    [UInt8(0x81 + index / trailCount), UInt8(0x40 + index % trailCount)]
  }

  private static func fourByteCode(_ index: Int) -> [UInt8] {
    [
      UInt8(0x81 + index / 12_600), UInt8(0x30 + index / 1260 % 10),
      UInt8(0x81 + index / 10 % 126), UInt8(0x30 + index % 10),
    ]
  }
}
