package import Findings

/// Reads text that has no columns: logs, letters, source code, and everything not recognised.
///
/// Text is pushed by the window, many lines at once; `core` ends at a line break, with context on
/// both sides, or amid a line that is longer than the window.
package struct PlainText: FormatReader {
  /// How much stands before and after the core where the source has it.
  private static let contextInBytes = 512

  private let opensDocuments: Bool

  /// - Parameter opensDocuments: JSON objects in lines become records (`LineDocuments`); not where the
  ///   text is part of a source that has tables of its own.
  package init(opensDocuments: Bool = false) {
    self.opensDocuments = opensDocuments
  }

  package func read(_ buffer: TextBuffer, into sink: any RecordSink) {
    sink.locator = buffer
    let documents = opensDocuments ? LineDocuments(sink) : nil
    let context = min(Self.contextInBytes, buffer.capacityInBytes / 8)
    // Window indices: where the next core starts, and up to where no line break was found.
    var start = 0
    var searched = 0
    while !sink.isCancelled {
      let kept = max(0, start - context)
      let hasGrown = buffer.fill(keepingFrom: kept)
      start -= kept
      searched = max(start, searched - kept)
      if let lineEnd = Self.afterLastLineFeed(in: buffer.bytes, from: searched) {
        Self.push(start..<lineEnd, of: buffer, context: context, documents, into: sink)
        start = lineEnd
        searched = lineEnd
        continue
      }
      searched = buffer.end
      if hasGrown { continue }
      if buffer.isAtEnd {
        if start < buffer.end {
          Self.push(start..<buffer.end, of: buffer, context: context, documents, into: sink)
        }
        return
      }
      let cut = buffer.characterStart(atOrBefore: buffer.end - context)
      Self.push(start..<cut, of: buffer, context: context, documents, into: sink)
      start = cut
    }
  }

  private static func push(
    _ core: Range<Int>, of buffer: TextBuffer, context: Int, _ documents: LineDocuments?,
    into sink: any RecordSink
  ) {
    guard let documents, let first = LineDocuments.first(in: buffer, core) else {
      push(core, of: buffer, before: context, after: context, into: sink)
      return
    }
    documents.push(core, of: buffer, first: first) { text, before, after in
      push(text, of: buffer, before: before ?? context, after: after ?? context, into: sink)
    }
  }

  /// Pushes text with so many bytes of what stands before and after it.
  private static func push(
    _ core: Range<Int>, of buffer: TextBuffer, before: Int, after: Int, into sink: any RecordSink
  ) {
    let bytes = buffer.bytes
    let first = buffer.characterStart(atOrBefore: max(0, core.lowerBound - before))
    let last = max(
      core.upperBound,
      buffer.characterStart(atOrBefore: min(buffer.end, core.upperBound + after)))
    buffer.pushing(at: first)
    sink.text(
      bytes.extracting(first..<last), core: core.lowerBound - first..<core.upperBound - first)
  }

  private static func afterLastLineFeed(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = bytes.count
    while index > start {
      if bytes[index - 1] == 0x0A { return index }
      index -= 1
    }
    return nil
  }
}

extension InputFormat {
  package static let text = InputFormat(name: "text", isSplittable: true) { _ in
    PlainText(opensDocuments: true)
  }
}
