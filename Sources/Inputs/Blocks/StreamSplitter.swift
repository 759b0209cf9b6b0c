import Findings

/// Reads text from a source that cannot be sought in, and hands over blocks of whole lines: what
/// `PartPlanner` is for files.
struct StreamSplitter {
  /// Shorter texts are read by one worker.
  private static let headInBytes = 2 << 20
  private static let blockInBytes = 1 << 20
  /// What follows a line that is longer is read by one worker.
  private static let longestLineInBytes = 8 << 20

  private let source: any ByteSource
  private let recognition: Recognition
  private var pending: [UInt8] = []
  private var byteOffset: UInt64 = 0
  private var gap: Gap?

  init(_ source: any ByteSource, _ recognition: Recognition) {
    self.source = source
    self.recognition = recognition
  }

  /// - Returns: of the whole source; its encoding is told by the blocks, where there were any.
  mutating func read(into sink: any RecordSink, capacityInBytes: Int) -> ReadOutcome {
    (pending, gap) = FileProbe.start(of: source, count: Self.headInBytes)
    guard gap == nil, pending.count == Self.headInBytes else {
      return readRest(into: sink, capacityInBytes, isEnd: true)
    }
    var isAtEnd = false
    while !isAtEnd, !sink.isCancelled {
      while let end = afterLastLine(in: pending), end >= Self.blockInBytes {
        handOver(end, to: sink)
      }
      guard pending.count <= Self.longestLineInBytes else {
        var outcome = readRest(into: sink, capacityInBytes, isEnd: true)
        outcome.bytesRead += byteOffset
        return outcome
      }
      let more: [UInt8]
      (more, gap) = FileProbe.start(of: source, count: Self.blockInBytes)
      isAtEnd = gap != nil || more.count < Self.blockInBytes
      pending += more
    }
    if !pending.isEmpty { handOver(pending.count, to: sink) }
    return ReadOutcome(
      bytesRead: byteOffset, lines: 0, encoding: nil, invalidSequenceCount: 0,
      gaps: [recognition.gap, gap].compactMap { $0 })
  }

  /// Reads what is pending and what follows it.
  private func readRest(
    into sink: any RecordSink, _ capacityInBytes: Int, isEnd: Bool
  ) -> ReadOutcome {
    recognition.read(
      HeadedSource(head: pending, gap: gap, rest: source), byteOffset: byteOffset, isEnd: isEnd,
      into: sink, capacityInBytes: capacityInBytes)
  }

  private mutating func handOver(_ count: Int, to sink: any RecordSink) {
    sink.handOver(
      TextBlock(
        bytes: count == pending.count ? pending : Array(pending[..<count]),
        recognition: recognition, byteOffset: byteOffset))
    pending.removeSubrange(..<count)
    byteOffset += UInt64(count)
  }

  private func afterLastLine(in bytes: [UInt8]) -> Int? {
    PartPlanner.afterLastLineFeed(in: bytes, recognition.encoding)
  }
}
