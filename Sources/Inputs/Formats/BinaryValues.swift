import Findings

/// Pushes values that a database keeps as bytes: text in any encoding, or anything at all.
///
/// Text that is no UTF-8 is decoded where it is plausible in a Chinese encoding, since programs put into
/// a column what they have. Of what is no text, short values are pushed as hexadecimal digits (digests,
/// UUIDs); pictures and the like are left out; documents and archives in a cell are a gap, told once a
/// table; anything else is pushed as it is, so that what is ASCII in it is found.
final class BinaryValues {
  private static let longestInHex = 64

  private let sink: any RecordSink
  private let pieces: ValuePieces
  /// Where the next value begins in the file; 0 where places are told within the value.
  var startByteOffset: UInt64 {
    get { pieces.startByteOffset }
    set { pieces.startByteOffset = newValue }
  }
  /// The gap for what a cell holds was told for this table.
  var isGapTold = false

  init(_ sink: any RecordSink) {
    self.sink = sink
    pieces = ValuePieces(sink)
  }

  /// A value that is declared to be text.
  func pushText(_ text: Span<UInt8>, column: Int) {
    guard !Self.isPlain(text) else { return pieces.push(text, column: column) }
    let encoding = EncodingRecognition.decide(text, isWhole: true)
    guard encoding != .utf8 else { return pieces.push(text, column: column) }
    pushDecoded(text, encoding, column: column)
  }

  /// A value of any bytes.
  func push(_ bytes: Span<UInt8>, column: Int) {
    if Self.isPlain(bytes) { return pieces.push(bytes, column: column) }
    var head: [UInt8] = []
    for index in 0..<min(bytes.count, HeadSample.limitInBytes) { head.append(bytes[index]) }
    let known = HeadRecognition(
      head, isWhole: head.count == bytes.count, sizeInBytes: UInt64(bytes.count))
    if !known.isReadable {
      if let gap = known.gap, gap.reason.makesIncomplete, !isGapTold {
        isGapTold = true
        sink.gap(Gap(gap.reason))
      }
      sink.absent(column: column)
    } else if known.gap == nil, known.encoding != .utf8 {
      pushDecoded(bytes, known.encoding, column: column)
    } else if known.gap != nil, bytes.count <= Self.longestInHex {
      let digits = head.flatMap { [Self.hexDigit($0 >> 4), Self.hexDigit($0 & 15)] }
      pieces.push(digits.span, column: column, widthInBytes: UInt64(bytes.count))
    } else {
      pieces.push(bytes, column: column)
    }
  }

  /// A block of a value that is too long to be held; blocks follow one another.
  func pushBlock(_ block: Span<UInt8>, column: Int, isLast: Bool) {
    pieces.append(block, column: column)
    if isLast { pieces.finish(column: column) }
  }

  /// Text that stands for `widthInBytes` bytes of another kind: a number, a date.
  func pushMade(_ text: String, widthInBytes: Int, column: Int) {
    let bytes = Array(text.utf8)
    pieces.push(bytes.span, column: column, widthInBytes: UInt64(widthInBytes))
  }

  private func pushDecoded(_ bytes: Span<UInt8>, _ encoding: TextEncoding, column: Int) {
    var raw: [UInt8] = []
    raw.reserveCapacity(bytes.count)
    for index in bytes.indices { raw.append(bytes[index]) }
    let text = TextDecoder.text(of: raw, in: encoding, isWhole: true)
    pieces.push(text.span, column: column, widthInBytes: UInt64(bytes.count))
  }

  /// UTF-8 without control characters that no text has.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var isASCII = true
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x80 {
        isASCII = false
      } else if byte < 0x09 {
        return false
      }
    }
    return isASCII || UTF8Census(text, isWhole: true).invalidCount == 0
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }
}
