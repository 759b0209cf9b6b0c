/// One step through bytes that ought to be UTF-8: a scalar, or a piece that is none.
///
/// Well-formedness is Table 3-7 of the Unicode Standard (chapter 3.9); what is ill-formed is cut
/// into maximal subparts as the same chapter recommends, so that each becomes one U+FFFD, here as
/// in `String(decoding:as:)`.
struct UTF8Sequence {
  /// Nil where the bytes are ill-formed.
  let scalar: UInt32?
  /// Bytes to step over, 1...4.
  let count: Int

  /// The sequence that begins at `start`, which must lie inside `bytes`. O(1).
  @inline(__always)
  init<Bytes: RandomAccessCollection>(in bytes: Bytes, at start: Int)
  where Bytes.Element == UInt8, Bytes.Index == Int {
    let first = bytes[start]
    guard first >= 0x80 else {
      self.init(scalar: UInt32(first), count: 1)
      return
    }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default:
      self.init(scalar: nil, count: 1)
      return
    }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for i in 1..<length {
      guard start + i < bytes.endIndex,
        (i == 1 ? second : 0x80...0xBF).contains(bytes[start + i])
      else {
        self.init(scalar: nil, count: i)
        return
      }
      scalar = scalar << 6 | UInt32(bytes[start + i] & 0x3F)
    }
    self.init(scalar: scalar, count: length)
  }

  private init(scalar: UInt32?, count: Int) {
    self.scalar = scalar
    self.count = count
  }

  /// U+FFFD in UTF-8, which stands for an ill-formed piece.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Whether all of `bytes` is well-formed. O(n).
  static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    var i = 0
    while i < bytes.count {
      let sequence = UTF8Sequence(in: bytes, at: i)
      if sequence.scalar == nil { return false }
      i += sequence.count
    }
    return true
  }
}
