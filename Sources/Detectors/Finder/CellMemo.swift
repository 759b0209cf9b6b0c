import Findings

/// What the finder made of the short values of one column, so that a value that comes again is not looked
/// at again: sexes, names, dates, states, flags.
///
/// What is found in a whole cell depends on its bytes and its column alone. The first values are kept, as
/// many as the budget has room for; a column whose values seldom come again soon keeps none. Cost: some
/// 20 ns for a value, met before or not. One worker's.
package final class CellMemo {
  /// The column whose values these are.
  package let column: ColumnContext
  /// Whether it is worth asking.
  package private(set) var isUseful = true

  private struct Entry {
    var hash: UInt64
    /// Where the value begins in `bytes`; behind it stand the masked forms of its hits.
    var bytes: Int32
    var hits: Int32
    var outcomes: Int32
    var evidence: Int32
    var valueCount: UInt8
    var hitCount: UInt8
    var outcomeCount: UInt8
  }

  private let budget: CellMemoBudget
  private var bytesTaken = 0
  /// By the low bits of a value's hash: its place in `entries` and one, 0 for none; open addressing.
  private var slots: ContiguousArray<UInt16> = []
  private var entries: ContiguousArray<Entry> = []
  private var bytes: ContiguousArray<UInt8> = []
  /// Their ranges begin at 0, in `bytes` behind the value and in `evidence`.
  private var hits: ContiguousArray<Hit> = []
  private var outcomes: ContiguousArray<Outcome> = []
  private var evidence: ContiguousArray<Evidence> = []
  /// Questions since the last look at their use, and those that were answered.
  private var asked = 0
  private var answered = 0
  private var isReviewed = false

  /// Longer values seldom come again.
  private static let longestInBytes = 32
  private static let mostEntries = 2048
  private static let slotCount = 4096
  private static let mostHits = 4
  private static let mostOutcomes = 16
  private static let questionsAtOnce = 2048

  package init(_ column: ColumnContext, _ budget: CellMemoBudget) {
    self.column = column
    self.budget = budget
  }

  deinit { budget.giveBack(bytesTaken) }

  /// What a value hashes to; 0 for one that is not kept.
  @inline(__always)
  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    guard text.count > 0, text.count <= longestInBytes else { return 0 }
    var hash = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
    var word: UInt64 = 0
    for i in text.indices {
      word = word << 8 | UInt64(text[i])
      if i & 7 == 7 {
        hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
        word = 0
      }
    }
    hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
    return (hash ^ hash >> 32) | 1
  }

  /// Gives the finder what it made of the same value before: as after `Finder.find(in:core:column:into:)`
  /// of the whole cell. False where the value was not met.
  func recall(_ text: Span<UInt8>, _ finder: Finder, into batch: inout FindingBatch) -> Bool {
    asked += 1
    if asked == Self.questionsAtOnce { review() }
    let hash = Self.hash(text)
    guard hash != 0, !slots.isEmpty else { return false }
    var slot = Int(truncatingIfNeeded: hash >> 8) & (Self.slotCount - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if entries[place].hash == hash, isValue(text, of: place) {
        answered += 1
        replay(place, finder, into: &batch)
        return true
      }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return false
  }

  private func isValue(_ text: Span<UInt8>, of place: Int) -> Bool {
    guard Int(entries[place].valueCount) == text.count else { return false }
    let start = Int(entries[place].bytes)
    for i in text.indices where bytes[start + i] != text[i] { return false }
    return true
  }

  private func replay(_ place: Int, _ finder: Finder, into batch: inout FindingBatch) {
    let entry = entries[place]
    finder.forget()
    for i in 0..<Int(entry.outcomeCount) {
      finder.tested.append(outcomes[Int(entry.outcomes) + i])
    }
    let bytesStart = Int(entry.bytes) + Int(entry.valueCount)
    for i in 0..<Int(entry.hitCount) {
      var hit = hits[Int(entry.hits) + i]
      let masked = batch.arena.count
      for k in hit.masked { batch.arena.append(bytes[bytesStart + k]) }
      hit.masked = masked..<batch.arena.count
      let items = batch.evidence.count
      for k in hit.evidence { batch.evidence.append(evidence[Int(entry.evidence) + k]) }
      hit.evidence = items..<batch.evidence.count
      finder.found.append(hit)
    }
  }

  /// Keeps what the finder has just made of a value, whose masked forms and evidence stand in `batch`.
  func keep(_ text: Span<UInt8>, _ finder: Finder, _ batch: borrowing FindingBatch) {
    let hash = Self.hash(text)
    guard hash != 0, isUseful, entries.count < Self.mostEntries, finder.limitsReached == 0,
      finder.found.count <= Self.mostHits, finder.tested.count <= Self.mostOutcomes
    else { return }
    var size = MemoryLayout<Entry>.stride + text.count
    size += finder.tested.count * MemoryLayout<Outcome>.stride
    for i in finder.found.indices {
      size += MemoryLayout<Hit>.stride + finder.found[i].masked.count
      size += finder.found[i].evidence.count * MemoryLayout<Evidence>.stride
    }
    if slots.isEmpty { size += Self.slotCount * MemoryLayout<UInt16>.stride }
    guard budget.take(size) else { return }
    bytesTaken += size
    if slots.isEmpty { slots = ContiguousArray(repeating: 0, count: Self.slotCount) }
    add(text, hash, finder, batch)
    var slot = Int(truncatingIfNeeded: hash >> 8) & (Self.slotCount - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
    slots[slot] = UInt16(entries.count)
  }

  private func add(
    _ text: Span<UInt8>, _ hash: UInt64, _ finder: Finder, _ batch: borrowing FindingBatch
  ) {
    entries.append(
      Entry(
        hash: hash, bytes: Int32(bytes.count), hits: Int32(hits.count),
        outcomes: Int32(outcomes.count), evidence: Int32(evidence.count),
        valueCount: UInt8(text.count), hitCount: UInt8(finder.found.count),
        outcomeCount: UInt8(finder.tested.count)))
    let evidenceStart = evidence.count
    for i in text.indices { bytes.append(text[i]) }
    let bytesStart = bytes.count
    for i in finder.tested.indices { outcomes.append(finder.tested[i]) }
    for i in finder.found.indices {
      var hit = finder.found[i]
      let masked = bytes.count - bytesStart
      for k in hit.masked { bytes.append(batch.arena[k]) }
      hit.masked = masked..<bytes.count - bytesStart
      let items = evidence.count - evidenceStart
      for k in hit.evidence { evidence.append(batch.evidence[k]) }
      hit.evidence = items..<evidence.count - evidenceStart
      hits.append(hit)
    }
  }

  /// Gives up where fewer than one value in four was met before; of the first, which were few to be met, one
  /// in thirty-two.
  private func review() {
    isUseful = answered * (isReviewed ? 4 : 32) >= asked
    isReviewed = true
    (asked, answered) = (0, 0)
    guard !isUseful else { return }
    slots = []
    entries = []
    bytes = []
    hits = []
    outcomes = []
    evidence = []
    budget.giveBack(bytesTaken)
    bytesTaken = 0
  }
}
