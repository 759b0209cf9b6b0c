import Findings

/// Traps where a reader breaks the rules of `RecordSink`: values outside of records, places outside of
/// the source, context that is not there.
final class StrictSink: RecordSink {
  var locator: (any Locator)?
  var sourceSize: UInt64
  private let cutsBlocks: Bool
  private var table: String?
  private var isInRecord = false
  private var isInBlock = false
  private var sum = 0

  init(sourceSize: UInt64, takesBlocks: Bool) {
    self.sourceSize = sourceSize
    cutsBlocks = takesBlocks
  }

  var isCancelled: Bool { false }
  var takesBlocks: Bool { cutsBlocks && !isInBlock }
  var blockLimits: BlockLimits {
    BlockLimits(headInBytes: 64, blockInBytes: 100, smallestInBytes: 50)
  }

  func handOver(_ block: any RecordBlock) {
    precondition(!isInRecord, "a block within a record")
    let reader = locator
    isInBlock = true
    _ = block.read(into: self)
    isInBlock = false
    locator = reader
  }

  func table(_ shape: TableShape) {
    // JSON comes to know columns amid a record, which is still one of the same table.
    precondition(!isInRecord || shape.name == table, "another table within a record")
    table = shape.name
  }

  func comment(_ text: String, table: String, column: String?) {}

  func beginRecord() {
    precondition(!isInRecord, "a record within a record")
    isInRecord = true
  }

  func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool) {
    precondition(isInRecord, "a field outside a record")
    precondition(!isWhole || core == 0..<text.count, "a whole value with context")
    precondition(column >= 0, "no column")
    check(text, core)
  }

  func absent(column: Int) { precondition(isInRecord, "an absent field outside a record") }

  func endRecord() {
    precondition(isInRecord, "a record ends that did not begin")
    isInRecord = false
  }

  func text(_ text: Span<UInt8>, core: Range<Int>) { check(text, core) }

  func gap(_ gap: Gap) {}

  private func check(_ text: Span<UInt8>, _ core: Range<Int>) {
    precondition(core.lowerBound >= 0 && core.upperBound <= text.count, "a core outside its text")
    for index in text.indices { sum &+= Int(text[index]) }
    guard let start = locator?.locate(core.lowerBound), let end = locator?.locate(core.upperBound)
    else { preconditionFailure("no locator") }
    precondition(start.byteOffset <= end.byteOffset, "a value ends before it begins")
    precondition(end.byteOffset <= sourceSize, "a value outside of its source")
  }
}
