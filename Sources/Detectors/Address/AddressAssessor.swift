import Findings

/// Weighs what the pattern has matched: the checks of an address.
struct AddressAssessor {
  /// What an address looks like to the finder. Prior, labels and columns are its own affair.
  struct Assessment: Sendable {
    /// In bytes of the text.
    let range: Range<Int>
    let items: AddressItems
    let kind: Kind
    /// Bytes of the range that the mask may show: the divisions, or the first character.
    let visiblePrefix: Int

    var decibans: Int { items.decibans }
  }

  /// Names of divisions alone say at most this much for a text without a number, unless a place to
  /// live in stands at the end of them.
  private static let divisionsLimit = 2

  private let gazetteer: LazyRegionGazetteer
  /// One worker's, as the assessor is.
  private let chains: ChainMemo

  init(gazetteer: LazyRegionGazetteer, chains: ChainMemo) {
    self.gazetteer = gazetteer
    self.chains = chains
  }

  /// The weight of a match.
  ///
  /// - Parameters:
  ///   - text: the block or value.
  ///   - parts: the match.
  ///   - isValue: the text is a value of a column of addresses.
  ///   - isAnnounced: a word that announces an address stands before it.
  func assess(
    _ parts: AddressParts, in text: Span<UInt8>, isValue: Bool, isAnnounced: Bool
  ) -> Assessment {
    let range = parts.range
    let cue = AddressCue(before: range.lowerBound, in: text)
    let chain = AdministrativeChain(
      in: text, from: range.lowerBound, to: range.upperBound, by: gazetteer.value, memo: chains)
    var items = AddressItems()
    if parts.has(.only), chain.isEmpty {
      items.append(.noEnding)
    } else if parts.has(.latin) {
      items.append(.english)
    } else if chain.end >= range.upperBound, !parts.isNumbered, !chain.hasLevel.3 {
      items.append(.divisionsOnly)
    } else {
      let leadsHome = chain.levelCount > 2 && (parts.has(.village) || parts.has(.estate))
      addDivisions(chain, isWhole: parts.isNumbered || leadsHome, to: &items)
      addPlaces(parts, to: &items)
      addNumbers(parts, in: text, to: &items)
      if parts.beginsWithNumber, parts.indoorCount < 3 { items.append(.noName) }
      if isValue {
        if !parts.isNumbered { items.append(.noNumberInValue) }
      } else if !parts.isNumbered {
        let isExpected =
          isAnnounced || cue.evidence.map(AddressEvidence.announcing.contains) ?? false
          || leadsHome && Self.standsAlone(range, in: text)
        let isDelimited = Self.isDelimited(range, in: text)
        // A bare estate is an address behind a label (收货地址：怡景苑；), and none without.
        if !chain.isEmpty || !(isDelimited || isAnnounced && parts.has(.estate)) {
          items.append(isExpected || isDelimited ? .noNumberAnnounced : .noNumber)
        }
      }
    }
    if let item = cue.evidence { items.append(item) }
    let first = PlaceScalar(in: text, at: range.lowerBound).length
    let divisions = min(chain.countyEnd, range.upperBound) - range.lowerBound
    return Assessment(
      range: range, items: items, kind: cue.kind, visiblePrefix: max(divisions, first))
  }

  private func addDivisions(
    _ chain: AdministrativeChain, isWhole: Bool, to items: inout AddressItems
  ) {
    let limit = isWhole ? Int.max : items.count + Self.divisionsLimit
    if chain.hasLevel.2 { items.append(.county) }
    if chain.hasLevel.1 { items.append(.prefecture) }
    if chain.hasLevel.0, items.count < limit { items.append(.province) }
    if chain.hasLevel.3, items.count < limit { items.append(.township) }
    if isWhole, chain.linkCount > 0 { items.append(.chain) }
  }

  /// Whether no sentence goes on before or behind a range: there are digits, punctuation, blanks or
  /// the ends of the line.
  private static func standsAlone(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    let before = PlaceRoles.of(PlaceScalar(in: text, before: range.lowerBound))
    let after = PlaceRoles.of(PlaceScalar(in: text, at: range.upperBound))
    return before.isDisjoint(with: .han) && after.isDisjoint(with: .han)
  }

  /// Whether a range is all that stands between a quote, a colon or `=` and the next quote or delimiter.
  private static func isDelimited(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    let end = PlaceScalar(in: text, at: range.upperBound)
    return AddressTail.isOpening(PlaceScalar(in: text, before: range.lowerBound).value)
      && (AddressTail.isQuote(end.value) || AddressTail.isDelimiter(end))
  }

  private func addPlaces(_ parts: AddressParts, to items: inout AddressItems) {
    if parts.has(.village) { items.append(.village) }
    if parts.has(.estate) { items.append(.estate) }
    if parts.has(.site) || parts.hasNamedBuilding { items.append(.site) }
    if parts.has(.road), !Self.isOnRoad(parts) { items.append(.road) }
  }

  private func addNumbers(
    _ parts: AddressParts, in text: Span<UInt8>, to items: inout AddressItems
  ) {
    let isOnRoad = Self.isOnRoad(parts)
    if isOnRoad { items.append(.roadAndNumber) }
    if parts.has(.number), !isOnRoad || parts[.number] != parts[.onroad] {
      if parts.isFollowed(.lane, by: .number) {
        if !isOnRoad { items.append(.laneAndNumber) }
      } else {
        if parts.isFollowed(.village, by: .number) || parts.isFollowed(.group, by: .number) {
          items.append(.villageAndNumber)
        } else if parts.isFollowed(.estate, by: .number) {
          // 宋玉生广场258号: squares are roads in Macao.
          items.append(.estateAndNumber)
        }
        items.append(.number)
      }
    } else if parts.has(.lane), !isOnRoad {
      items.append(.lane)
    }
    if parts.has(.group) { items.append(.group) }
    if parts.has(.building) { items.append(.building) }
    if parts.has(.unit) { items.append(.unit) }
    if parts.has(.floor) { items.append(.floor) }
    if parts.has(.room) { items.append(.room) }
    if parts.has(.bare), !parts.has(.room) { items.append(.bareRoom) }
    if parts.insideCount > 1 { items.append(.partsInside) }
    if !isOnRoad {
      if parts.isFollowed(.road, by: .building) { items.append(.roadAndBuilding) }
      // 中山路12-3-401, 中山路12: no 号, but directly behind the road.
      if parts.isFollowed(.road, by: .dashed) || parts.isFollowed(.road, by: .bare) {
        items.append(.roadAndNumbers)
      }
    }
    if let dashed = parts[.dashed] {
      // 编号12-3-1001 is no address: three numbers need the name of a place before them.
      let isTriple = parts.isNamed && Self.groupCount(of: text, dashed) > 2
      items.append(isTriple ? .threeNumbers : .twoNumbers)
    }
  }

  /// Whether a number stands directly behind a road: the commonest form of an address.
  private static func isOnRoad(_ parts: AddressParts) -> Bool {
    if parts.has(.onroad) || parts.isFollowed(.road, by: .lane) { return true }
    return parts.isFollowed(.road, by: .number)
  }

  /// Groups of digits, ASCII or full-width, in a range.
  private static func groupCount(of text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var wasDigit = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = PlaceScalar(in: text, at: offset)
      let isDigit = PlaceRoles.of(scalar).contains(.digit)
      if isDigit, !wasDigit { count += 1 }
      wasDigit = isDigit
      offset += max(scalar.length, 1)
    }
    return count
  }
}
