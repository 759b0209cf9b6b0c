import Findings

@testable import Inputs

/// Reads bytes in memory as the program reads a file of them.
enum SourceBytes {
  /// Windows of this size make values cross their ends.
  private static let windowInBytes = 256

  /// - Parameter fileExtension: in lower case, empty for none.
  static func read(_ bytes: [UInt8], as fileExtension: String, into sink: StrictSink) {
    let recognition = Recognition(
      head: Array(bytes.prefix(HeadSample.limitInBytes)),
      isWhole: bytes.count <= HeadSample.limitInBytes,
      fileName: Array((fileExtension.isEmpty ? "a" : "a." + fileExtension).utf8),
      sizeInBytes: UInt64(bytes.count))
    if let kind = recognition.archive {
      unpack(bytes, kind, into: sink)
      return
    }
    _ = recognition.read(BytesSource(bytes), into: sink, capacityInBytes: windowInBytes)
  }

  static func read(_ bytes: [UInt8], by reader: some FormatReader, into sink: StrictSink) {
    reader.read(
      TextBuffer(source: BytesSource(bytes), encoding: .utf8, capacityInBytes: windowInBytes),
      into: sink)
  }

  static func unpack(_ bytes: [UInt8], _ kind: ArchiveKind, into sink: StrictSink) {
    var limits = ArchiveLimits()
    limits.unpackedBytes = 4 << 20
    limits.depth = 3
    let budget = ArchiveBudget(limits) { _ in }
    do throws(Gap) {
      let (input, heldBytes) = try ArchiveInput.arriving(
        BytesSource(bytes), kind: kind, budget: budget)
      try read(
        Archive(
          input, kind: kind, name: Array("a".utf8), budget: budget, depth: 1,
          heldBytes: heldBytes), into: sink)
    } catch {
      sink.gap(error)
    }
  }

  private static func read(_ archive: Archive, into sink: StrictSink) throws(Gap) {
    while let member = try archive.next() {
      if let inner = try member.archive() {
        try read(inner, into: sink)
      } else {
        sink.sourceSize = .max
        _ = member.read(into: sink, capacityInBytes: windowInBytes)
      }
    }
  }
}
