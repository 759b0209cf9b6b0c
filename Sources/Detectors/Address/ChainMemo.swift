/// The divisions with which addresses of a column began, so that 浙江省杭州市西湖区 is read once: the addresses
/// of a file are in some hundred counties.
///
/// What is kept are the bytes that a reading has looked at, down to the county, and what came of them; the
/// same bytes have the same divisions, whatever follows. A new one takes the place of an old one.
/// One worker's. Cost: some 50 ns where a look at the tables costs 800.
final class ChainMemo {
  /// What a chain came to; offsets are from its start.
  struct Known {
    var end: UInt8 = 0
    var countyEnd: UInt8 = 0
    /// `AdministrativeChain.levels`.
    var levels: UInt8 = 0
    var linkCount: UInt8 = 0
    /// Where the last name ends.
    var offset: UInt8 = 0
    /// No name follows.
    var isDone = false
    /// Bytes that were looked at; 0 for nothing.
    fileprivate var byteCount: UInt8 = 0
    fileprivate var divisionCount: UInt8 = 0
    fileprivate var divisions = InlineArray<4, UInt32>(repeating: 0)
    fileprivate var hash: UInt32 = 0
  }

  private static let slotCount = 1 << 12
  private static let longestInBytes = 63
  private static let mostDivisions = 4
  /// Bit *n* of the entry for its first two characters: a chain of *n* characters was kept.
  private var lengths: ContiguousArray<UInt64> = []
  private static let beginningCount = 1 << 8
  /// By hash, and the bytes of each, 64 to a slot.
  private var slots: ContiguousArray<Known> = []
  private var bytes: ContiguousArray<UInt8> = []
  /// Kept for the next chain, so that none allocates.
  private var here: ContiguousArray<Division> = []
  private var next: ContiguousArray<Division> = []

  /// A walk from `start` with the lists of the last one.
  func takeWalk(from start: Int) -> AdministrativeChain.Walk {
    var walk = AdministrativeChain.Walk(from: start)
    swap(&walk.here, &here)
    swap(&walk.next, &next)
    walk.here.removeAll(keepingCapacity: true)
    return walk
  }

  func giveBack(_ walk: inout AdministrativeChain.Walk) {
    swap(&walk.here, &here)
    swap(&walk.next, &next)
  }

  @inline(__always)
  private static func hash(_ hash: UInt64, adding word: UInt32) -> UInt64 {
    let mixed = (hash ^ UInt64(word)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 32
  }

  /// The character at `i` as a number, 0 for what is not of three bytes, with which every chain ends.
  @inline(__always)
  private static func word(_ text: Span<UInt8>, at i: Int) -> UInt32 {
    guard i + 2 < text.count, text[i] &- 0xE0 < 16 else { return 0 }
    return UInt32(text[i]) << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2])
  }

  /// Sets chain and walk to what is known of the text at `start`; false where nothing is.
  func recall(
    _ text: Span<UInt8>, from start: Int, to limit: Int, _ chain: inout AdministrativeChain,
    _ walk: inout AdministrativeChain.Walk
  ) -> Bool {
    guard !slots.isEmpty else { return false }
    var hash = RegionGazetteer.emptyHash
    var left: UInt64 = 0
    var i = start
    var count = 0
    repeat {
      let word = Self.word(text, at: i)
      guard word != 0, i + 3 <= limit else { return false }
      hash = Self.hash(hash, adding: word)
      i += 3
      count += 1
      if count == 2 {
        left = lengths[Int(truncatingIfNeeded: hash) & (Self.beginningCount - 1)] &>> 2
      } else if count > 2 {
        left &>>= 1
      }
      if left & 1 == 1 {
        let slot = Int(truncatingIfNeeded: hash &>> 8) & (Self.slotCount - 1)
        if slots[slot].hash == UInt32(truncatingIfNeeded: hash &>> 32),
          Int(slots[slot].byteCount) == i - start, holds(text, at: start, slot)
        {
          let known = slots[slot]
          chain.resume(known, at: start)
          walk.offset = start + Int(known.offset)
          walk.isDone = known.isDone
          walk.isBegun = true
          for k in 0..<Int(known.divisionCount) {
            walk.here.append(Division(code: known.divisions[k], isShort: false))
          }
          return true
        }
      }
    } while count < 2 || left > 1
    return false
  }

  private func holds(_ text: Span<UInt8>, at start: Int, _ slot: Int) -> Bool {
    for k in 0..<Int(slots[slot].byteCount) where bytes[slot << 6 | k] != text[start + k] {
      return false
    }
    return true
  }

  /// Keeps what was read of the chain at `start`, if nothing but characters of three bytes before `limit` had a
  /// say.
  func keep(
    _ text: Span<UInt8>, from start: Int, to limit: Int, _ chain: AdministrativeChain,
    _ walk: AdministrativeChain.Walk
  ) {
    let size = walk.seen.end - start
    guard !walk.seen.touchesEnd, walk.seen.end <= limit, size > 3, size <= Self.longestInBytes,
      size % 3 == 0, walk.here.count <= Self.mostDivisions, chain.linkCount < 256
    else { return }
    var hash = RegionGazetteer.emptyHash
    var beginning = 0
    for i in stride(from: start, to: walk.seen.end, by: 3) {
      let word = Self.word(text, at: i)
      guard word != 0 else { return }
      hash = Self.hash(hash, adding: word)
      if i == start + 3 {
        beginning = Int(truncatingIfNeeded: hash) & (Self.beginningCount - 1)
      }
    }
    if slots.isEmpty {
      lengths = ContiguousArray(repeating: 0, count: Self.beginningCount)
      slots = ContiguousArray(repeating: Known(), count: Self.slotCount)
      bytes = ContiguousArray(repeating: 0, count: Self.slotCount << 6)
    }
    let slot = Int(truncatingIfNeeded: hash &>> 8) & (Self.slotCount - 1)
    var known = Known(
      end: UInt8(chain.end - start), countyEnd: UInt8(chain.countyEnd - start),
      levels: chain.levels, linkCount: UInt8(chain.linkCount),
      offset: UInt8(walk.offset - start), isDone: walk.isDone, byteCount: UInt8(size),
      divisionCount: UInt8(walk.here.count), hash: UInt32(truncatingIfNeeded: hash &>> 32))
    for k in walk.here.indices { known.divisions[k] = walk.here[k].code }
    slots[slot] = known
    lengths[beginning] |= 1 << UInt64(size / 3)
    for k in 0..<size { bytes[slot << 6 | k] = text[start + k] }
  }
}
