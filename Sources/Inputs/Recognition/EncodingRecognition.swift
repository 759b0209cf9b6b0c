/// Tells in which encoding text is written, from a sample of it.
///
/// The answer depends on the sample's bytes only.
enum EncodingRecognition {
  /// The encoding of a text whose bytes over 7F are no part of UTF-16.
  ///
  /// UTF-8 when the sample is well-formed but for a few bytes; else GB 18030 or Big5, whichever has
  /// the commoner characters (GB 18030 where they are equal: it is the one that Chinese law
  /// demands); else UTF-8 with invalid bytes, since what is ASCII in the text is then still read.
  ///
  /// - Parameter isWhole: the text ends with the sample, so a character cut there is an error.
  static func decide(_ sample: Span<UInt8>, isWhole: Bool) -> TextEncoding {
    if UTF8Census(sample, isWhole: isWhole).isPlausible { return .utf8 }
    return doubleByteEncoding(of: sample, isWhole: isWhole) ?? .utf8
  }

  /// The encoding that a dump states for itself in its first 4 KiB, or nil: MySQL's
  /// `SET NAMES gbk` and PostgreSQL's `SET client_encoding = 'GBK'`. What comes first in a dump is
  /// its definitions, which may be ASCII or UTF-8 for megabytes before a row says otherwise.
  ///
  /// Only a line that begins with such a statement counts, not a text that speaks of one.
  static func stated(in head: [UInt8]) -> TextEncoding? {
    let head = head.prefix(4096)
    var start = 0
    while start < head.count {
      if mayState(head[start...]) {
        let line = head[start...].prefix { $0 != 0x0A }
        if let name = statedName(line) { return encoding(named: name) }
      }
      let bytes = head.span
      start = bytes.firstIndex(of: 0x0A, or: 0x0A, or: 0x0A, from: start) + 1
    }
    return nil
  }

  /// What a line of a dump names as its encoding, in lower case; nil where it names none.
  private static func statedName(_ line: ArraySlice<UInt8>) -> String? {
    var text = String(decoding: line, as: UTF8.self).lowercased()[...]
    // MySQL's version comment: /*!40101 SET NAMES gbk */
    if text.hasPrefix("/*!") { text = text.dropFirst(3).drop { $0.isNumber || $0 == " " } }
    for mark in ["set names ", "set client_encoding = "] where text.hasPrefix(mark) {
      let name = text.dropFirst(mark.count).drop { $0 == "'" || $0 == "\"" }
        .prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return String(name)
    }
    return nil
  }

  private static func encoding(named name: String) -> TextEncoding? {
    switch name {
    case "gbk", "gb2312", "gb18030", "euc_cn": .gb18030
    case "big5": .big5
    default: nil
    }
  }

  /// Whether a line begins with `SET` or a comment of MySQL's: what next to none of a source file's do.
  private static func mayState(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > 8 else { return false }
    let first = line.startIndex
    switch line[first] {
    case 0x53, 0x73: return line[first + 1] | 0x20 == 0x65 && line[first + 2] | 0x20 == 0x74
    case 0x2F: return line[first + 1] == 0x2A && line[first + 2] == 0x21
    default: return false
    }
  }

  /// GB 18030 or Big5, or nil when the sample is plausible in neither.
  static func doubleByteEncoding(of sample: Span<UInt8>, isWhole: Bool) -> TextEncoding? {
    let gb = DoubleByteCensus(sample, as: .gb18030, isWhole: isWhole)
    let big5 = DoubleByteCensus(sample, as: .big5, isWhole: isWhole)
    switch (gb.isPlausible, big5.isPlausible) {
    case (true, true): return gb.score >= big5.score ? .gb18030 : .big5
    case (true, false): return .gb18030
    case (false, true): return .big5
    case (false, false): return nil
    }
  }
}
