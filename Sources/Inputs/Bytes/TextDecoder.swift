/// Turns the bytes of an encoding into UTF-8 and keeps, for each byte written, how many source
/// bytes its character took, so that every decoded character has an exact place in the source.
///
/// A byte that belongs to no character becomes U+FFFD. After a wrong trail byte reading resumes
/// at that byte when it is ASCII, as the WHATWG Encoding Standard has it (10.2.1, 12.1.1), so that
/// a broken character never swallows a quote or a line break.
///
/// Text in GB 18030 or Big5 may hold words in UTF-8: MariaDB dumps the rows of a table in the
/// client's encoding and its definition and comments in UTF-8, whatever the client says. A run of
/// bytes over 7F that begins with two sequences E3..E9 80..BF 80..BF is read as UTF-8, as far as it
/// is. In text of the encoding itself that takes three characters, the first of them a rare one with
/// a lead byte over E2, with trail bytes to match: about one run in a hundred thousand. A run of
/// only one such sequence is UTF-8 if the encoding would take what ends a name or string for its
/// trail byte, or makes nothing of it: `省` between backticks is a column.
@safe
struct TextDecoder {
  struct Progress {
    /// Source bytes turned into text.
    var consumed = 0
    /// Bytes of text written.
    var produced = 0
  }

  let encoding: TextEncoding
  /// Sequences that stood for no character so far.
  private(set) var invalidSequenceCount: UInt64 = 0
  private let twoByte: UnsafePointer<UInt32>?
  /// The text is a dump of MySQL, which puts a backslash before a byte that begins no character.
  private let hasEscapedBytes: Bool
  /// What was decoded last ends with a backslash that escapes what follows.
  private var endsInEscape = false
  /// The next byte over 7F begins a run of them.
  private var isAtRunStart = true
  private var isInUTF8 = false

  /// - Parameters:
  ///   - encoding: any but UTF-8, which is read as it is.
  ///   - hasEscapedBytes: as in raw blobs of `mysqldump`: a byte that begins no character has a
  ///     backslash before it. Where the next byte is escaped too, the escaped byte and the second
  ///     backslash look like a character, and the quote behind them like the end of the string.
  init(encoding: TextEncoding, hasEscapedBytes: Bool = false) {
    self.encoding = encoding
    self.hasEscapedBytes = hasEscapedBytes
    switch encoding {
    case .gb18030: unsafe twoByte = CharacterTable.gb18030TwoByte.words
    case .big5: unsafe twoByte = CharacterTable.big5TwoByte.words
    case .utf8, .utf16LittleEndian, .utf16BigEndian: unsafe twoByte = nil
    }
  }

  /// The text of `raw` in any encoding, without its byte-order mark: for samples.
  static func text(of raw: [UInt8], in encoding: TextEncoding, isWhole: Bool) -> [UInt8] {
    let mark = encoding.byteOrderMark
    if encoding == .utf8, !raw.starts(with: mark) { return raw }
    let body = !mark.isEmpty && raw.starts(with: mark) ? raw.dropFirst(mark.count) : raw[...]
    guard encoding != .utf8 else { return Array(body) }
    var decoder = TextDecoder(encoding: encoding)
    // A character of one source byte becomes at most the three bytes of U+FFFD.
    let capacity = 3 * body.count + 4
    var widths = [UInt8](repeating: 0, count: capacity + 4)
    return unsafe body.withUnsafeBytes { source in
      unsafe widths.withUnsafeMutableBytes { widths in
        unsafe [UInt8](unsafeUninitializedCapacity: capacity + 4) { text, count in
          guard let start = text.baseAddress, let widthStart = widths.baseAddress else { return }
          count =
            unsafe decoder.decode(
              source, isLast: isWhole, into: start, widths: widthStart, spaceInBytes: capacity
            ).produced
        }
      }
    }
  }

  /// Decodes as much of `raw` as there is and as fits.
  ///
  /// - Parameters:
  ///   - isLast: nothing follows `raw`; else up to 5 bytes that begin a character are left over.
  ///   - text, widths: where the text and its widths go. `spaceInBytes` of each are used, and up
  ///     to 4 bytes after them may be overwritten.
  mutating func decode(
    _ raw: UnsafeRawBufferPointer, isLast: Bool, into text: UnsafeMutableRawPointer,
    widths: UnsafeMutableRawPointer, spaceInBytes: Int
  ) -> Progress {
    switch encoding {
    case .utf8:
      preconditionFailure("UTF-8 is not decoded")
    case .gb18030, .big5:
      return unsafe decodeMultibyte(
        raw, isLast: isLast, into: text, widths: widths, spaceInBytes: spaceInBytes)
    case .utf16LittleEndian, .utf16BigEndian:
      return unsafe decodeUTF16(
        raw, isLast: isLast, into: text, widths: widths, spaceInBytes: spaceInBytes)
    }
  }

  /// Copies the ASCII bytes at the front of `raw`, eight at a time.
  private func copyASCII(
    _ raw: UnsafeRawBufferPointer, at progress: inout Progress, into text: UnsafeMutableRawPointer,
    widths: UnsafeMutableRawPointer, spaceInBytes: Int
  ) {
    var (from, to) = (progress.consumed, progress.produced)
    while from + 8 <= raw.count, to + 8 <= spaceInBytes {
      let word = unsafe raw.loadUnaligned(fromByteOffset: from, as: UInt64.self)
      guard word & 0x8080_8080_8080_8080 == 0 else { break }
      unsafe text.storeBytes(of: word, toByteOffset: to, as: UInt64.self)
      unsafe widths.storeBytes(of: 0x0101_0101_0101_0101, toByteOffset: to, as: UInt64.self)
      from += 8
      to += 8
    }
    while from < raw.count, to < spaceInBytes, unsafe raw[from] < 0x80 {
      unsafe text.storeBytes(of: raw[from], toByteOffset: to, as: UInt8.self)
      unsafe widths.storeBytes(of: 1, toByteOffset: to, as: UInt8.self)
      from += 1
      to += 1
    }
    (progress.consumed, progress.produced) = (from, to)
  }

  private mutating func decodeMultibyte(
    _ raw: UnsafeRawBufferPointer, isLast: Bool, into text: UnsafeMutableRawPointer,
    widths: UnsafeMutableRawPointer, spaceInBytes: Int
  ) -> Progress {
    guard let twoByte = unsafe twoByte else { return Progress() }
    var progress = Progress()
    while progress.consumed < raw.count, progress.produced + 4 <= spaceInBytes {
      let lead = unsafe raw[progress.consumed]
      guard lead >= 0x80 else {
        let start = progress.consumed
        unsafe copyASCII(
          raw, at: &progress, into: text, widths: widths, spaceInBytes: spaceInBytes)
        (isAtRunStart, isInUTF8) = (true, false)
        if hasEscapedBytes { unsafe noteEscape(raw, start..<progress.consumed) }
        continue
      }
      let left = raw.count - progress.consumed
      if endsInEscape {
        guard left >= 2 || isLast else { break }
        endsInEscape = false
        if left >= 2, unsafe raw[progress.consumed + 1] == UInt8(ascii: "\\") {
          unsafe store(0, width: 1, at: &progress, into: text, widths: widths)
          continue
        }
      }
      if isAtRunStart || isInUTF8, lead >= 0xC2, lead <= 0xF4 {
        guard left >= 6 || isLast else { break }
        let isWanted = unsafe isInUTF8 || Self.beginsUTF8(raw, at: progress.consumed)
        let length = unsafe isWanted ? Self.utf8Length(raw, at: progress.consumed) : 0
        isInUTF8 = length > 0
        isAtRunStart = false
        if isInUTF8 {
          let sequence = (0..<length).reduce(0 as UInt32) {
            unsafe $0 | UInt32(raw[progress.consumed + $1]) << UInt32(8 * $1)
          }
          unsafe store(
            sequence, width: UInt32(length), at: &progress, into: text, widths: widths)
          continue
        }
      }
      (isAtRunStart, isInUTF8) = (false, false)
      var word: UInt32 = 0
      var width: UInt32 = 1
      if lead >= 0x81, lead <= 0xFE {
        guard left >= 2 || isLast else { break }
        let trail: UInt8 = unsafe left >= 2 ? raw[progress.consumed + 1] : 0
        if trail >= 0x40, trail <= 0xFE {
          word = unsafe twoByte[(Int(lead) - 0x81) * CharacterTable.trailCount + Int(trail) - 0x40]
          // A dumper goes by the ranges of the bytes and not by the table.
          width = word != 0 || trail >= 0x80 || hasEscapedBytes ? 2 : 1
        } else if encoding == .gb18030, trail >= 0x30, trail <= 0x39 {
          guard left >= 4 || isLast else { break }
          if left >= 4 {
            let code = unsafe raw.loadUnaligned(fromByteOffset: progress.consumed, as: UInt32.self)
            word = Self.fourByteCharacter(UInt32(bigEndian: code))
            width = word != 0 ? 4 : 1
          }
        }
      } else if encoding == .gb18030, lead == 0x80 {
        // The euro sign of Windows code page 936.
        word = 0xAC_82E2
      }
      unsafe store(word, width: width, at: &progress, into: text, widths: widths)
    }
    return progress
  }

  /// Notes whether the ASCII bytes of `range` end with a backslash that escapes what follows.
  private mutating func noteEscape(_ raw: UnsafeRawBufferPointer, _ range: Range<Int>) {
    var first = range.upperBound
    while first > range.lowerBound, unsafe raw[first - 1] == UInt8(ascii: "\\") { first -= 1 }
    let isCarried = endsInEscape && first == range.lowerBound
    endsInEscape = ((range.upperBound - first) % 2 == 1) != isCarried
  }

  /// Whether the run of bytes over 7F that starts at `index` is read as UTF-8.
  private static func beginsUTF8(_ raw: UnsafeRawBufferPointer, at index: Int) -> Bool {
    guard unsafe isChinese(raw, at: index) else { return false }
    guard index + 3 < raw.count else { return true }
    let next = unsafe raw[index + 3]
    if next >= 0x80 { return unsafe isChinese(raw, at: index + 3) }
    // One character: in the encoding its third byte would take the byte behind it along, which is no
    // trail byte, or the mark that ends a name.
    return next == UInt8(ascii: "`") || next < 0x30 || (0x3A...0x3F).contains(next)
  }

  /// Whether a Chinese character, punctuation or full-width form in UTF-8 stands at `index`.
  private static func isChinese(_ raw: UnsafeRawBufferPointer, at index: Int) -> Bool {
    guard index + 3 <= raw.count, unsafe raw[index + 2] & 0xC0 == 0x80 else { return false }
    switch unsafe (raw[index], raw[index + 1]) {
    case (0xE3...0xE9, 0x80...0xBF), (0xE2, 0x80), (0xEF, 0xBC...0xBD): return true
    default: return false
    }
  }

  /// The length of the UTF-8 sequence at `index`, 0 if none of two bytes or more stands there.
  private static func utf8Length(_ raw: UnsafeRawBufferPointer, at index: Int) -> Int {
    let lead = unsafe raw[index]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= raw.count else { return 0 }
    for next in index + 1..<index + length {
      guard unsafe raw[next] & 0xC0 == 0x80 else { return 0 }
    }
    return length
  }

  /// The UTF-8 of a four-byte code (first byte highest), or 0.
  private static func fourByteCharacter(_ code: UInt32) -> UInt32 {
    let (b1, b2) = (Int(code >> 24), Int(code >> 16 & 0xFF))
    let (b3, b4) = (Int(code >> 8 & 0xFF), Int(code & 0xFF))
    guard (0x81...0xFE).contains(b1), (0x30...0x39).contains(b2), (0x81...0xFE).contains(b3),
      (0x30...0x39).contains(b4)
    else { return 0 }
    let index = (((b1 - 0x81) * 10 + b2 - 0x30) * 126 + b3 - 0x81) * 10 + b4 - 0x30
    if index < CharacterTable.fourByteCodeCount {
      return unsafe CharacterTable.gb18030FourByte.words[index]
    }
    // 90308130 is U+10000, and the planes follow in order.
    let scalar = index - 189_000 + 0x10000
    guard scalar >= 0x10000, scalar <= 0x10FFFF else { return 0 }
    return utf8(of: UInt32(scalar))
  }

  private mutating func decodeUTF16(
    _ raw: UnsafeRawBufferPointer, isLast: Bool, into text: UnsafeMutableRawPointer,
    widths: UnsafeMutableRawPointer, spaceInBytes: Int
  ) -> Progress {
    let isBigEndian = encoding == .utf16BigEndian
    var progress = Progress()
    while progress.consumed < raw.count, progress.produced + 4 <= spaceInBytes {
      let at = progress.consumed
      let left = raw.count - at
      guard left >= 2 else {
        guard isLast else { break }
        unsafe store(0, width: 1, at: &progress, into: text, widths: widths)
        continue
      }
      let unit = unsafe Self.unit(raw, at: at, isBigEndian)
      switch unit {
      case 0xD800...0xDBFF:
        guard left >= 4 || isLast else { return progress }
        let next: UInt32 = unsafe left >= 4 ? Self.unit(raw, at: at + 2, isBigEndian) : 0
        if next & 0xFC00 == 0xDC00 {
          let scalar = 0x10000 + (unit & 0x3FF) << 10 + next & 0x3FF
          unsafe store(
            Self.utf8(of: scalar), width: 4, at: &progress, into: text, widths: widths)
        } else {
          unsafe store(0, width: 2, at: &progress, into: text, widths: widths)
        }
      case 0xDC00...0xDFFF:
        unsafe store(0, width: 2, at: &progress, into: text, widths: widths)
      case 0:
        // A NUL is a character of one byte, not the end of a packed word.
        unsafe text.storeBytes(of: 0, toByteOffset: progress.produced, as: UInt8.self)
        unsafe widths.storeBytes(of: 2, toByteOffset: progress.produced, as: UInt8.self)
        progress.produced += 1
        progress.consumed += 2
      default:
        unsafe store(Self.utf8(of: unit), width: 2, at: &progress, into: text, widths: widths)
      }
    }
    return progress
  }

  private static func unit(
    _ raw: UnsafeRawBufferPointer, at index: Int, _ isBigEndian: Bool
  ) -> UInt32 {
    let unit = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt16.self)
    return UInt32(isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit))
  }

  /// Writes one packed character, or U+FFFD for 0, that took `width` source bytes.
  private mutating func store(
    _ word: UInt32, width: UInt32, at progress: inout Progress,
    into text: UnsafeMutableRawPointer, widths: UnsafeMutableRawPointer
  ) {
    var word = word
    if word == 0 {
      word = 0xBD_BFEF
      invalidSequenceCount += 1
    }
    unsafe text.storeBytes(of: word.littleEndian, toByteOffset: progress.produced, as: UInt32.self)
    unsafe widths.storeBytes(
      of: width.littleEndian, toByteOffset: progress.produced, as: UInt32.self)
    progress.produced += 4 - word.leadingZeroBitCount / 8
    progress.consumed += Int(width)
  }

  /// The UTF-8 of a scalar, first byte lowest; 0 for U+0000.
  static func utf8(of scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x80:
      scalar
    case ..<0x800:
      0x80C0 | scalar >> 6 | (scalar & 0x3F) << 8
    case ..<0x10000:
      0x8080E0 | scalar >> 12 | (scalar >> 6 & 0x3F) << 8 | (scalar & 0x3F) << 16
    default:
      0x8080_80F0 | scalar >> 18 | (scalar >> 12 & 0x3F) << 8 | (scalar >> 6 & 0x3F) << 16
        | (scalar & 0x3F) << 24
    }
  }
}
