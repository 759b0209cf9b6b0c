import Findings

/// Whole lines of a text that cannot be sought in, or a text of which nothing is left out.
struct TextBlock: RecordBlock {
  let bytes: [UInt8]
  let recognition: Recognition
  /// Where the bytes begin in the source.
  let byteOffset: UInt64

  func read(into sink: any RecordSink) -> BlockOutcome {
    let outcome = recognition.read(
      BytesSource(bytes), byteOffset: byteOffset, isEnd: false, into: sink,
      capacityInBytes: 256 * 1024)
    return BlockOutcome(
      lines: outcome.lines, encoding: outcome.encoding?.name, gaps: outcome.gaps)
  }
}
