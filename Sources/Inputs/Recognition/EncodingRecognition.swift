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
    decide(sample, isWhole: isWhole, by: UTF8Census(sample, isWhole: isWhole))
  }

  /// The same, where the census of the sample was taken.
  static func decide(_ sample: Span<UInt8>, isWhole: Bool, by census: UTF8Census) -> TextEncoding {
    if census.isPlausible { return .utf8 }
    return doubleByteEncoding(of: sample, isWhole: isWhole) ?? .utf8
  }

  /// The encoding that a dump states for itself in its first 4 KiB, or nil: MySQL's
  /// `SET NAMES gbk` and PostgreSQL's `SET client_encoding = 'GBK'`. What comes first in a dump is
  /// its definitions, which may be ASCII or UTF-8 for megabytes before a row says otherwise.
  ///
  /// Only a line that begins with such a statement counts, not a text that speaks of one.
  static func stated(in head: [UInt8]) -> TextEncoding? {
    let head = head.prefix(4096)
    var line = lineThatMayState(head.span, from: 0)
    while let start = line {
      if let name = statedName(head[start...].prefix { $0 != 0x0A }) {
        return encoding(named: name)
      }
      line = lineThatMayState(head.span, from: start + 1)
    }
    return nil
  }

  /// The start of the first line, from `start` on, that begins with `SET` or a comment of MySQL's: what next to none
  /// of a source file's do.
  private static func lineThatMayState(_ head: Span<UInt8>, from start: Int) -> Int? {
    if start == 0, mayState(head, at: 0) { return 0 }
    let first = max(0, start - 1)
    var found: Int?
    for letter: UInt8 in [0x53, 0x73] {
      var index = head.firstIndex(of: 0x0A, letter, from: first)
      while index < head.count, !mayState(head, at: index + 1) {
        index = head.firstIndex(of: 0x0A, letter, from: index + 1)
      }
      if index < head.count { found = min(found ?? .max, index + 1) }
    }
    // The star and the mark of `/*!`, which stand side by side in few other texts.
    var index = head.firstIndex(of: 0x2A, 0x21, from: start + 1)
    while index < head.count {
      if index > 1, index > start, head[index - 2] == 0x0A, mayState(head, at: index - 1) {
        return min(found ?? .max, index - 1)
      }
      index = head.firstIndex(of: 0x2A, 0x21, from: index + 1)
    }
    return found
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

  private static func mayState(_ head: Span<UInt8>, at first: Int) -> Bool {
    guard first + 8 < head.count else { return false }
    switch head[first] {
    case 0x53, 0x73: return head[first + 1] | 0x20 == 0x65 && head[first + 2] | 0x20 == 0x74
    case 0x2F: return head[first + 1] == 0x2A && head[first + 2] == 0x21
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
