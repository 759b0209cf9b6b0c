import Findings

/// Pushes values that are in memory, or come in blocks: long ones piece by piece, each with context on
/// both sides, so that no sink is given more at once than from other readers.
final class ValuePieces {
  /// The longest text that is pushed at once.
  static let longestInBytes = 256 * 1024
  private static let contextInBytes = 512

  private let sink: any RecordSink
  private let locator = ValueLocator()
  /// Where the next value begins in the file; 0 where places are told within the value.
  var startByteOffset: UInt64 = 0
  /// What is not pushed yet, behind `contextCount` bytes that are.
  private var waiting: [UInt8] = []
  private var contextCount = 0
  private var isSliced = false

  init(_ sink: any RecordSink) {
    self.sink = sink
    sink.locator = locator
  }

  /// Pushes a whole value; an empty one as absent.
  ///
  /// - Parameter widthInBytes: how many bytes of the file it stands for, where it is not the same bytes.
  func push(_ text: Span<UInt8>, column: Int, widthInBytes: UInt64 = .max) {
    guard text.count > 0 else { return sink.absent(column: column) }
    locator.widthInBytes = widthInBytes
    defer { locator.widthInBytes = .max }
    guard text.count > Self.longestInBytes else {
      locator.byteOffset = startByteOffset
      sink.field(text, core: 0..<text.count, column: column, isWhole: true)
      return
    }
    var start = 0
    while start < text.count {
      let end = min(text.count, start + Self.longestInBytes / 2)
      append(text.extracting(start..<end), column: column)
      start = end
    }
    finish(column: column)
  }

  /// Takes the next block of a value.
  func append(_ block: Span<UInt8>, column: Int) {
    if waiting.isEmpty { locator.byteOffset = startByteOffset }
    for index in block.indices { waiting.append(block[index]) }
    guard waiting.count > Self.longestInBytes else { return }
    let end = characterStart(atOrBefore: waiting.count - Self.contextInBytes)
    pushPiece(core: contextCount..<end, column: column)
    isSliced = true
    let dropped = characterStart(atOrBefore: end - Self.contextInBytes)
    waiting.removeSubrange(0..<dropped)
    locator.byteOffset += UInt64(dropped)
    contextCount = end - dropped
  }

  /// Pushes what is left of the value.
  func finish(column: Int) {
    if waiting.count > contextCount {
      pushPiece(core: contextCount..<waiting.count, column: column)
    } else if !isSliced {
      sink.absent(column: column)
    }
    waiting.removeAll(keepingCapacity: true)
    contextCount = 0
    isSliced = false
  }

  private func pushPiece(core: Range<Int>, column: Int) {
    let isWhole = !isSliced && core == 0..<waiting.count
    let waiting = waiting
    sink.field(waiting.span, core: core, column: column, isWhole: isWhole)
  }

  private func characterStart(atOrBefore index: Int) -> Int {
    var index = index
    for _ in 0..<3 where index > 0 && waiting[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
