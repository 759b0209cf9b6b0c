/// How well a sample without a byte-order mark reads as UTF-16 in either byte order.
///
/// Chinese and Latin text in UTF-16 has a zero byte in every line break, digit and letter, always
/// on the same side, and the high bytes of its other units fall in a few blocks.
struct UTF16Census {
  private var unitCount = 0
  /// Units whose high byte is zero and whose low byte is an ASCII character or a usual control.
  private var asciiCount = (little: 0, big: 0)
  /// Units in blocks that Chinese text uses.
  private var chineseCount = (little: 0, big: 0)

  init(_ sample: [UInt8]) {
    for index in stride(from: 0, to: sample.count - 1, by: 2) {
      let (first, second) = (sample[index], sample[index + 1])
      unitCount += 1
      if second == 0, Self.isText(first) { asciiCount.little += 1 }
      if first == 0, Self.isText(second) { asciiCount.big += 1 }
      if Self.isChinese(high: second) { chineseCount.little += 1 }
      if Self.isChinese(high: first) { chineseCount.big += 1 }
    }
  }

  /// The byte order in which nine tenths of the units are plausible, one in fifty of them ASCII;
  /// nil if there is none.
  var encoding: TextEncoding? {
    let isLittle = asciiCount.little >= asciiCount.big
    let ascii = isLittle ? asciiCount.little : asciiCount.big
    let chinese = isLittle ? chineseCount.little : chineseCount.big
    guard unitCount > 1, ascii > 0, ascii * 50 >= unitCount, (ascii + chinese) * 10 >= unitCount * 9
    else { return nil }
    return isLittle ? .utf16LittleEndian : .utf16BigEndian
  }

  private static func isText(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) || (0x09...0x0D).contains(byte)
  }

  /// CJK ideographs, CJK punctuation and full-width forms.
  private static func isChinese(high: UInt8) -> Bool {
    (0x34...0x9F).contains(high) || high == 0x30 || high == 0xFF
  }
}
