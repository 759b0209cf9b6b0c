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
    var here: ContiguousArray<Division> = []
    var next: ContiguousArray<Division> = []
    var offset = start
    while let step = Step(in: text, from: offset, to: limit, below: here, by: gazetteer) {
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
      next.removeAll(keepingCapacity: true)
      step.appendEntries(to: &next, below: here, by: gazetteer)
      swap(&here, &next)
      end = step.end
      if step.tier < .township { countyEnd = step.end }
      offset = Self.afterJoiners(in: text, from: step.end)
    }
  }

  /// Skips at most three blanks or marks that people set between divisions.
  private static func afterJoiners(in text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    for _ in 0..<3 {
      let scalar = PlaceScalar(in: text, at: offset)
      switch scalar.value {
      case 0x20, 0x3000, 0x2D, 0xFF0D, 0x2C, 0xFF0C, 0x2F, 0x3001, 0xB7: offset += scalar.length
      default: return offset
      }
    }
    return offset
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
      by gazetteer: RegionGazetteer
    ) {
      var best = Int.min
      var hash = RegionGazetteer.emptyHash
      var offset = start
      var lengths = ~0 as UInt32
      var length = 0
      // Bit n: a name of n characters may begin so.
      while lengths >> UInt32(length + 1) != 0 {
        let scalar = PlaceScalar(in: text, at: offset)
        guard PlaceRoles.of(scalar).contains(.han), offset < limit else { break }
        hash = RegionGazetteer.hash(hash, adding: scalar.value)
        offset += scalar.length
        length += 1
        if length < 2 { continue }
        if length == 2 { lengths = gazetteer.lengths(ofNamesBeginningWith: hash) }
        guard lengths >> UInt32(length) & 1 == 1 else { continue }
        consider(hash, length: length, end: offset, in: text, below, gazetteer, best: &best)
      }
      if best == Int.min { return nil }
    }

    private mutating func consider(
      _ hash: UInt64, length: Int, end: Int, in text: Span<UInt8>,
      _ below: ContiguousArray<Division>, _ gazetteer: RegionGazetteer, best: inout Int
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
      if short.top != nil, !Self.isRoadName(in: text, after: end) {
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
    private static func isRoadName(in text: Span<UInt8>, after end: Int) -> Bool {
      let next = PlaceScalar(in: text, at: end)
      let second = PlaceScalar(in: text, at: end + next.length)
      // 哈尔滨道里区, 哈尔滨道外区.
      if next.value == 0x9053, second.value == 0x91CC || second.value == 0x5916 { return false }
      if isRoadEnding(next) { return true }
      switch next.value {
      // 东 西 南 北 中 大 一 二 三 四 五 環 环 新 支 老 and traditional 東.
      case 0x4E1C, 0x897F, 0x5357, 0x5317, 0x4E2D, 0x5927, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
        0x6771, 0x73AF, 0x74B0, 0x65B0, 0x652F, 0x8001:
        return isRoadEnding(second)
      default: return false
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
