/// The names of divisions with which an address begins, from province to township.
///
/// A chain is read from the tables, not from endings: 广东深圳南山 is one, 超市 is none.
struct AdministrativeChain: Sendable {
  /// Byte offset after the last name that was recognised; the start when there is none.
  private(set) var end: Int
  /// Byte offset after the last name above the townships; the start when there is none.
  private(set) var countyEnd: Int
  /// Names recognised, by level (0 province ... 3 township).
  private(set) var hasLevel: (Bool, Bool, Bool, Bool) = (false, false, false, false)
  /// The same with their endings (杭州市, not 杭州).
  private(set) var isFormal: (Bool, Bool, Bool, Bool) = (false, false, false, false)
  var isFormalAnywhere: Bool { isFormal.0 || isFormal.1 || isFormal.2 || isFormal.3 }
  /// Names that lie in the division named before them.
  private(set) var linkCount = 0

  var isEmpty: Bool { levelCount == 0 }
  var levelCount: Int {
    (hasLevel.0 ? 1 : 0) + (hasLevel.1 ? 1 : 0) + (hasLevel.2 ? 1 : 0) + (hasLevel.3 ? 1 : 0)
  }

  /// Reads the chain that begins at `start`, up to `limit` (byte offsets).
  init(in text: Span<UInt8>, from start: Int, to limit: Int, by gazetteer: RegionGazetteer) {
    end = start
    countyEnd = start
    var walk = Walk(from: start)
    while goOn(&walk, in: text, to: limit, by: gazetteer) {}
  }

  /// The same, the divisions down to the county from memory where an address began with them before.
  init(
    in text: Span<UInt8>, from start: Int, to limit: Int, by gazetteer: RegionGazetteer,
    memo: ChainMemo
  ) {
    end = start
    countyEnd = start
    var walk = memo.takeWalk(from: start)
    if !memo.recall(text, from: start, to: limit, &self, &walk) {
      while goOn(&walk, in: text, to: limit, by: gazetteer) {
        // Behind the county a street may bear the name of anything, which seldom comes again.
        if hasLevel.2 { break }
      }
      memo.keep(text, from: start, to: limit, self, walk)
    }
    while !walk.isDone, goOn(&walk, in: text, to: limit, by: gazetteer) {}
    memo.giveBack(&walk)
  }

  /// A chain that was read before, from `start` on.
  mutating func resume(_ known: ChainMemo.Known, at start: Int) {
    end = start + Int(known.end)
    countyEnd = start + Int(known.countyEnd)
    hasLevel = Self.levels(known.levels)
    isFormal = Self.levels(known.levels >> 4)
    linkCount = Int(known.linkCount)
  }

  /// `hasLevel` and, four bits higher, `isFormal` as bits.
  var levels: UInt8 { Self.bits(hasLevel) | Self.bits(isFormal) << 4 }

  private static func bits(_ flags: (Bool, Bool, Bool, Bool)) -> UInt8 {
    (flags.0 ? 1 : 0) | (flags.1 ? 2 : 0) | (flags.2 ? 4 : 0) | (flags.3 ? 8 : 0)
  }

  private static func levels(_ bits: UInt8) -> (Bool, Bool, Bool, Bool) {
    (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0, bits & 8 != 0)
  }

  /// Reads the next name; false where none follows.
  private mutating func goOn(
    _ walk: inout Walk, in text: Span<UInt8>, to limit: Int, by gazetteer: RegionGazetteer
  ) -> Bool {
    if walk.isBegun {
      walk.offset = Self.afterJoiners(in: text, from: walk.offset, seen: &walk.seen)
    }
    walk.isBegun = true
    var seen = walk.seen
    let step = Step(
      in: text, from: walk.offset, to: limit, below: walk.here, by: gazetteer, seen: &seen)
    walk.seen = seen
    guard let step else {
      walk.isDone = true
      return false
    }
    if step.isLinked { linkCount += 1 }
    switch step.tier {
    case .province:
      hasLevel.0 = true
      isFormal.0 = isFormal.0 || !step.isShort
    case .prefecture:
      hasLevel.1 = true
      isFormal.1 = isFormal.1 || !step.isShort
    case .county:
      hasLevel.2 = true
      isFormal.2 = isFormal.2 || !step.isShort
    case .township:
      hasLevel.3 = true
      isFormal.3 = true
    }
    walk.next.removeAll(keepingCapacity: true)
    step.appendEntries(to: &walk.next, below: walk.here, by: gazetteer)
    swap(&walk.here, &walk.next)
    end = step.end
    if step.tier < .township { countyEnd = step.end }
    walk.offset = step.end
    return true
  }

  /// Skips at most three blanks or marks that people set between divisions.
  private static func afterJoiners(
    in text: Span<UInt8>, from start: Int, seen: inout Seen
  ) -> Int {
    var offset = start
    for _ in 0..<3 {
      let scalar = PlaceScalar(in: text, at: offset)
      seen.add(scalar, at: offset)
      switch scalar.value {
      case 0x20, 0x3000, 0x2D, 0xFF0D, 0x2C, 0xFF0C, 0x2F, 0x3001, 0xB7: offset += scalar.length
      default: return offset
      }
    }
    return offset
  }
}

extension AdministrativeChain {
  /// Where the reading of a chain stands.
  struct Walk {
    /// Where the last name ends, before what joins it to the next.
    var offset: Int
    var isBegun = false
    /// The divisions that the last name may mean.
    var here: ContiguousArray<Division> = []
    var next: ContiguousArray<Division> = []
    var seen: Seen
    /// No name follows.
    var isDone = false

    init(from start: Int) {
      offset = start
      seen = Seen(end: start)
    }
  }

  /// How much of a text was looked at.
  struct Seen {
    /// Byte offset behind the last character that was looked at.
    var end: Int
    /// The end of the text, or bytes that are no character, had a say.
    var touchesEnd = false

    @inline(__always)
    mutating func add(_ scalar: PlaceScalar, at offset: Int) {
      end = max(end, offset + scalar.length)
      if scalar.value == PlaceScalar.invalid { touchesEnd = true }
    }
  }
}

extension AdministrativeChain {
  /// One name of a chain: the best reading at a place.
  private struct Step {
    var end = 0
    var isShort = false
    var isLinked = false
    var tier = Division.Tier.province
    /// What the name hashes to, by which the divisions that bear it are found again.
    private var hash: UInt64 = 0

    /// What the divisions that bear a name have in common, with or without its ending.
    private struct Reading {
      /// The highest tier of those that bear it, nil where none does, and of those among them that lie in a
      /// division named before.
      var top: Division.Tier?
      var linkedTop: Division.Tier?

      @inline(__always)
      mutating func add(_ division: Division, isLinked: Bool) {
        let tier = division.tier
        top = top.map { min($0, tier) } ?? tier
        if isLinked { linkedTop = linkedTop.map { min($0, tier) } ?? tier }
      }
    }

    init?(
      in text: Span<UInt8>, from start: Int, to limit: Int, below: ContiguousArray<Division>,
      by gazetteer: RegionGazetteer, seen: inout Seen
    ) {
      var best = Int.min
      var hash = RegionGazetteer.emptyHash
      var offset = start
      var lengths = ~0 as UInt32
      var length = 0
      // Bit n: a name of n characters may begin so.
      while lengths >> UInt32(length + 1) != 0 {
        let scalar = PlaceScalar(in: text, at: offset)
        seen.add(scalar, at: offset)
        guard PlaceRoles.of(scalar).contains(.han), offset < limit else { break }
        hash = RegionGazetteer.hash(hash, adding: scalar.value)
        offset += scalar.length
        length += 1
        if length < 2 { continue }
        if length == 2 { lengths = gazetteer.lengths(ofNamesBeginningWith: hash) }
        if length == 3 { lengths &= gazetteer.lengths(ofNamesBeginningWithThree: hash) }
        guard lengths >> UInt32(length) & 1 == 1 else { continue }
        consider(
          hash, length: length, end: offset, in: text, below, gazetteer, best: &best, seen: &seen)
      }
      if best == Int.min { return nil }
    }

    private mutating func consider(
      _ hash: UInt64, length: Int, end: Int, in text: Span<UInt8>,
      _ below: ContiguousArray<Division>, _ gazetteer: RegionGazetteer, best: inout Int,
      seen: inout Seen
    ) {
      var (formal, short) = (Reading(), Reading())
      gazetteer.forEach(hash: hash) { division in
        let isLinked = below.contains { division.lies(in: $0) }
        if division.isShort {
          short.add(division, isLinked: isLinked)
        } else {
          formal.add(division, isLinked: isLinked)
        }
      }
      take(formal, hash, isShort: false, length: length, end: end, below, best: &best)
      if short.top != nil, !Self.isRoadName(in: text, after: end, seen: &seen) {
        take(short, hash, isShort: true, length: length, end: end, below, best: &best)
      }
    }

    /// Takes a reading if it is better than the best one so far.
    private mutating func take(
      _ reading: Reading, _ hash: UInt64, isShort: Bool, length: Int, end: Int,
      _ below: ContiguousArray<Division>, best: inout Int
    ) {
      guard let top = reading.top else { return }
      let isLinked = reading.linkedTop != nil
      // A short county's or a township's name is a common word unless the division fits.
      if !isLinked {
        if isShort, top >= .county || !below.isEmpty { return }
        // 新区, 东区, 一区 are parts of a hundred names.
        if top == .county, length == 2 { return }
        if let above = below.first, above.tier >= top { return }
      }
      let score = (isLinked ? 100 : 0) + (isShort ? 0 : 20) + length
      guard score > best else { return }
      best = score
      tier = reading.linkedTop ?? top
      self.hash = hash
      self.end = end
      self.isShort = isShort
      self.isLinked = isLinked
    }

    /// Appends the divisions that the name may mean: those that lie in one of `below`, or those of the highest
    /// tier where none does.
    func appendEntries(
      to entries: inout ContiguousArray<Division>, below: ContiguousArray<Division>,
      by gazetteer: RegionGazetteer
    ) {
      gazetteer.forEach(hash: hash) { division in
        guard division.isShort == isShort else { return }
        let isMeant =
          isLinked ? below.contains { division.lies(in: $0) } : division.tier == tier
        if isMeant { entries.append(division) }
      }
    }

    /// 南京路 and 北京西路 are roads of Shanghai: the short name of a city before the ending of a road.
    private static func isRoadName(
      in text: Span<UInt8>, after end: Int, seen: inout Seen
    ) -> Bool {
      let next = PlaceScalar(in: text, at: end)
      seen.add(next, at: end)
      let isEnding = isRoadEnding(next)
      // What follows is looked at only where it has a say.
      guard isEnding || mayStandBeforeRoadEnding(next.value) else { return false }
      if isEnding, next.value != 0x9053 { return true }
      let second = PlaceScalar(in: text, at: end + next.length)
      seen.add(second, at: end + next.length)
      // 哈尔滨道里区, 哈尔滨道外区.
      if isEnding { return second.value != 0x91CC && second.value != 0x5916 }
      return isRoadEnding(second)
    }

    private static func mayStandBeforeRoadEnding(_ scalar: UInt32) -> Bool {
      switch scalar {
      // 东 西 南 北 中 大 一 二 三 四 五 環 环 新 支 老 and traditional 東.
      case 0x4E1C, 0x897F, 0x5357, 0x5317, 0x4E2D, 0x5927, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
        0x6771, 0x73AF, 0x74B0, 0x65B0, 0x652F, 0x8001:
        true
      default: false
      }
    }

    private static func isRoadEnding(_ scalar: PlaceScalar) -> Bool {
      switch scalar.value {
      case 0x8DEF, 0x8857, 0x9053, 0x5DF7: true  // 路 街 道 巷
      default: false
      }
    }
  }
}
