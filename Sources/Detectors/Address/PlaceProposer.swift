/// Proposes where an address may begin, from the marks that the sieve leaves on place characters.
///
/// In prose most marks are alone (the 市 of 市场, the 路 of 路上) and are passed over after a look at
/// the character beside them. What is needed is a *trigger*: a numeral beside a mark (12号, 三单元,
/// 小区12-3) in a run of text that holds a second mark; or a word that announces an address (地址,
/// 家住) with a mark soon after it. The starts proposed for a trigger are, in order of preference,
/// - the first place in the run at which the name of a province, prefecture or county begins,
/// - the place after the last preposition, cue word, particle, blank or punctuation before the trigger,
///   which is where the run begins.
///
/// Feed it every mark in rising order; after a hit, tell it where the hit ends by `resume(at:)`.
/// It allocates nothing.
struct PlaceProposer: Sendable {
  /// Starts of one candidate, in order of preference; take the first that makes a hit.
  struct Candidate: Equatable, Sendable {
    /// Byte offset of the first character.
    let start: Int
    /// A second choice, or nil.
    let otherStart: Int?
    /// Byte offset at which the run of text before the trigger begins.
    let runStart: Int
    /// The mark that led here: a hit must reach beyond it.
    let trigger: Int
    /// The candidate follows a word that announces an address.
    let isAnnounced: Bool
  }

  /// A run is searched backwards for at most this many characters.
  private static let longestRunInCharacters = 48
  /// Names without a second mark are looked for at most this many characters after a trigger.
  private static let reachInCharacters = 10
  /// Three marks within so many bytes (镇, 街道, 村) may be an address without any number.
  private static let denseMarksInBytes = 60
  private static let noMark = -denseMarksInBytes

  private let gazetteer: LazyRegionGazetteer
  private let table = PlaceRoles.table
  /// Nothing before this offset is proposed again.
  private var floor = 0
  /// The start of the last run proposed, whose later triggers would only repeat it.
  private var lastStart = -1
  /// The two marks before the last one.
  private var earlier = (noMark, noMark)
  /// No name of a division begins between the last run's start and here.
  private var searchedTo = 0

  init(gazetteer: LazyRegionGazetteer) {
    self.gazetteer = gazetteer
  }

  /// A new block (or field) of text follows.
  mutating func reset() {
    floor = 0
    lastStart = -1
    searchedTo = 0
    earlier = (Self.noMark, Self.noMark)
  }

  /// The text before `offset` belongs to a hit.
  mutating func resume(at offset: Int) {
    floor = max(floor, offset)
  }

  /// The candidate for a whole value of a column: it begins at the first character that is no blank.
  func candidate(forValue text: Span<UInt8>) -> Candidate? {
    var offset = 0
    while offset < text.count {
      let scalar = PlaceScalar(in: text, at: offset)
      if !PlaceRoles.of(scalar, in: table).isDisjoint(with: .wordOrNumber) {
        return Candidate(
          start: offset, otherStart: nil, runStart: offset, trigger: offset, isAnnounced: false)
      }
      offset += max(scalar.length, 1)
    }
    return nil
  }

  /// The candidate that the mark at byte offset `mark` leads to, or nil.
  mutating func candidate(at mark: Int, in text: Span<UInt8>) -> Candidate? {
    let third = earlier.0
    earlier = (earlier.1, mark)
    guard mark >= floor else { return nil }
    let scalar = PlaceScalar(in: text, at: mark)
    let roles = PlaceRoles.of(scalar, in: table)
    if roles.contains(.labelMark) { return announced(by: mark, scalar, in: text) }

    let end = mark + scalar.length
    guard
      roles.contains(.numberMark) && followsNumeral(mark, in: text)
        || roles.contains(.divisionMark) && leadsToNumbers(from: end, in: text)
        || breaksOff(mark, scalar, roles, third: third, in: text)
    else { return nil }
    let run = run(before: mark, in: text)
    guard run.start > lastStart, run.start < mark else { return nil }
    guard
      run.markCount > 1 || beginsValue(run.start, in: text)
        || run.markCount + marks(after: end, in: text) >= 1
        || hasHyphenatedNumbers(in: text, at: end)
        || leadsToNumbers(from: end, in: text)
    else { return nil }
    lastStart = run.start
    let candidate = candidate(run.start, trigger: mark, isAnnounced: false, in: text)
    return run.isCut && candidate.otherStart == nil ? nil : candidate
  }

  /// Whether a numeral stands before a mark that ends a numbered part: 三号, 12 号, A座.
  private func followsNumeral(_ mark: Int, in text: Span<UInt8>) -> Bool {
    var before = PlaceScalar(in: text, before: mark)
    if before.value == 0x20 { before = PlaceScalar(in: text, before: mark - 1) }
    return !PlaceRoles.of(before, in: table).isDisjoint(with: .numeralOrLetter)
  }

  /// Whether the text breaks off behind a mark as a name does: with a digit (小区12, 小区B7), with the end of
  /// a home, or of a value. Behind most marks a word goes on.
  private func breaksOff(
    _ mark: Int, _ scalar: PlaceScalar, _ roles: PlaceRoles, third: Int, in text: Span<UInt8>
  ) -> Bool {
    let end = mark + scalar.length
    let after = PlaceScalar(in: text, at: end)
    let role = PlaceRoles.of(after, in: table)
    if role.contains(.han), role.isDisjoint(with: .behindName) { return false }
    if role.contains(.digit) { return true }
    if role.contains(.letter),
      PlaceRoles.of(PlaceScalar(in: text, at: end + after.length), in: table).contains(.digit)
    {
      return true
    }
    return mark - third < Self.denseMarksInBytes && endsHome(scalar, before: role)
      || roles.contains(.placeMark) && endsValue(at: end, after, in: text)
  }

  /// Whether a village or an estate ends here, whose name no sentence continues: 刘庄店镇孙庄村，
  private func endsHome(_ scalar: PlaceScalar, before next: PlaceRoles) -> Bool {
    switch scalar.value {
    case 0x6751, 0x5C6F, 0x5E84, 0x7EC4, 0x533A, 0x56ED, 0x82D1, 0x5BD3: break  // 村屯庄组区园苑寓
    default: return false
    }
    return next.isDisjoint(with: .han) || next.contains(.particle)
  }

  /// Whether a quoted or otherwise delimited value ends behind a mark: `"怡景苑"`, `怡景苑北门；`.
  private func endsValue(at end: Int, _ after: PlaceScalar, in text: Span<UInt8>) -> Bool {
    var end = end
    // 怡景苑北门, 兴业路与桂花路交叉口东北角.
    var next = after
    for _ in 0..<6 where PlaceRoles.of(next, in: table).contains(.relation) {
      end += next.length
      next = PlaceScalar(in: text, at: end)
    }
    return AddressTail.isDelimiter(next) || AddressTail.isQuote(next.value)
  }

  /// Whether a value begins at `offset`: behind a quote, a colon or `=`.
  private func beginsValue(_ offset: Int, in text: Span<UInt8>) -> Bool {
    AddressTail.isOpening(PlaceScalar(in: text, before: offset).value)
  }

  /// What follows a label: `地址：`, `住在`. The name begins after its punctuation.
  private mutating func announced(
    by mark: Int, _ scalar: PlaceScalar, in text: Span<UInt8>
  ) -> Candidate? {
    var offset = mark + scalar.length
    // 住址, 地址为：, 住在, "address" in quotes: at most six characters between label and name.
    if scalar.value == 0x4F4F, Self.isHousing(PlaceScalar(in: text, at: offset)) { return nil }
    for _ in 0..<6 {
      let next = PlaceScalar(in: text, at: offset)
      let roles = PlaceRoles.of(next, in: table)
      if next.length == 0 || next.value == 0x0A || roles.contains(.labelMark) { return nil }
      let isName = roles.contains(.han) && roles.isDisjoint(with: [.preposition, .particle])
      if isName || !roles.isDisjoint(with: [.digit, .letter])
        || isWordBegun(at: offset, next, in: text)
      {
        break
      }
      offset += next.length
    }
    guard offset > lastStart, marks(after: offset, in: text) >= 1 else { return nil }
    lastStart = offset
    return candidate(offset, trigger: offset, isAnnounced: true, in: text)
  }

  /// 住 of 住户, 住房, 住宅, 住院, 住宿, 住建 announces nothing.
  private static func isHousing(_ next: PlaceScalar) -> Bool {
    switch next.value {
    case 0x6237, 0x6236, 0x623F, 0x5B85, 0x9662, 0x5BBF, 0x5EFA: true
    default: false
    }
  }

  private func isWordBegun(at offset: Int, _ scalar: PlaceScalar, in text: Span<UInt8>) -> Bool {
    guard PlaceRoles.of(scalar, in: table).contains(.preposition) else { return false }
    return PlaceCue.isWord(
      before: PlaceScalar(in: text, before: offset), preposition: scalar,
      after: PlaceScalar(in: text, at: offset + scalar.length))
  }

  private mutating func candidate(
    _ runStart: Int, trigger: Int, isAnnounced: Bool, in text: Span<UInt8>
  ) -> Candidate {
    let searchEnd = max(trigger, runStart + 30)
    let division = divisionStart(from: max(runStart, searchedTo), to: searchEnd, in: text)
    if division == nil { searchedTo = searchEnd }
    let other = division.flatMap { $0 == runStart ? nil : runStart }
    return Candidate(
      start: division ?? runStart, otherStart: other, runStart: runStart, trigger: trigger,
      isAnnounced: isAnnounced)
  }

  /// The text that leads up to a mark.
  private struct Run {
    let start: Int
    let markCount: Int
    /// It is longer than any address: only the name of a division tells where one begins in it.
    let isCut: Bool
  }

  /// Where the text that leads up to a mark begins, and how many marks it holds.
  private func run(before mark: Int, in text: Span<UInt8>) -> Run {
    var offset = mark
    var markCount = 0
    var isCut = true
    var digitCount = 0
    var beforeDigits = Run(start: mark, markCount: 0, isCut: false)
    var next = PlaceScalar(in: text, at: mark)
    for _ in 0..<Self.longestRunInCharacters {
      guard offset > floor else {
        isCut = false
        break
      }
      let scalar = PlaceScalar(in: text, before: offset)
      let roles = PlaceRoles.of(scalar, in: table)
      let start = offset - scalar.length
      let before = PlaceScalar(in: text, before: start)
      guard !roles.isDisjoint(with: .runOfParts) else {
        // 14:00王家里16号: a time is no part of a name.
        if digitCount > 0, scalar.value == 0x3A, PlaceRoles.of(before, in: table).contains(.digit) {
          return beforeDigits
        }
        isCut = false
        break
      }
      if (roles.contains(.joiner) && !continues(across: before, scalar, next))
        || (!roles.isDisjoint(with: [.preposition, .particle])
          && !PlaceCue.isWord(before: before, preposition: scalar, after: next))
        || PlaceCue.isBorder(before, scalar)
      {
        isCut = false
        break
      }
      // A phone number or a date ends the run.
      if roles.contains(.digit) {
        if digitCount == 0 {
          beforeDigits = Run(start: offset, markCount: markCount, isCut: false)
        }
        digitCount += 1
        if digitCount > 5 { return beforeDigits }
      } else {
        digitCount = 0
      }
      if !roles.isDisjoint(with: [.placeMark, .numberMark]) { markCount += 1 }
      offset = start
      next = scalar
    }
    return Run(start: offset, markCount: markCount, isCut: isCut)
  }

  /// A blank joins what stands after the name of a division or a part with a number; a hyphen joins
  /// digits and letters.
  private func continues(across before: PlaceScalar, _ joiner: PlaceScalar, _ next: PlaceScalar)
    -> Bool
  {
    let left = PlaceRoles.of(before, in: table)
    let isBlank = joiner.value == 0x20 || joiner.value == 0x3000
    if !isBlank { return !left.isDisjoint(with: [.digit, .letter, .divisionMark, .numberMark]) }
    let right = PlaceRoles.of(next, in: table)
    if !left.isDisjoint(with: [.divisionMark, .numberMark, .placeMark]) { return true }
    if right.contains(.numberMark), left.contains(.digit) { return true }
    return !right.isDisjoint(with: [.digit, .numberMark]) && left.contains(.han)
  }

  /// Marks in the characters after `offset`, until the text breaks off; at most two are counted.
  private func marks(after offset: Int, in text: Span<UInt8>) -> Int {
    var offset = offset
    var markCount = 0
    for _ in 0..<Self.reachInCharacters {
      let scalar = PlaceScalar(in: text, at: offset)
      let roles = PlaceRoles.of(scalar, in: table)
      guard !roles.isDisjoint(with: .runOfParts), !roles.contains(.particle)
      else { break }
      if !roles.isDisjoint(with: [.placeMark, .numberMark]) {
        markCount += 1
        if markCount == 2 { break }
      }
      offset += scalar.length
    }
    return markCount
  }

  /// Whether a name without an ending leads to numbers joined by hyphens (锦绣7-1-1901).
  private func leadsToNumbers(from start: Int, in text: Span<UInt8>) -> Bool {
    // Most sentences go on without a digit.
    if start + Self.reachInBytes <= text.count, !Self.mayHoldDigit(text, from: start) {
      return false
    }
    var offset = start
    for _ in 0..<Self.reachInCharacters {
      let scalar = PlaceScalar(in: text, at: offset)
      let roles = PlaceRoles.of(scalar, in: table)
      if roles.contains(.digit) { return hasHyphenatedNumbers(in: text, at: offset) }
      // Another mark looks for itself.
      guard roles.contains(.han), roles.isDisjoint(with: [.particle, .divisionMark]) else {
        return false
      }
      offset += scalar.length
    }
    return false
  }

  /// The reach in characters of three bytes each, in words of eight.
  private static let reachInBytes = 32

  /// Whether an ASCII digit or the beginning of a full-width form is among the next `reachInBytes`.
  private static func mayHoldDigit(_ text: Span<UInt8>, from start: Int) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var found: UInt64 = 0
    for end in stride(from: start + 8, through: start + reachInBytes, by: 8) {
      let word = text.word(before: end)
      let (digits, wide) = (word ^ 0x30 &* ones, word ^ 0xEF &* ones)
      found |= (digits &- 0x0A &* ones) & ~digits | (wide &- ones) & ~wide
    }
    return found & 0x80 &* ones != 0
  }

  /// Whether three numbers joined by hyphens (`12-3-1001`: building, unit, room) stand at `offset`, or
  /// two of which the second looks like a room's (`38-1312`).
  private func hasHyphenatedNumbers(in text: Span<UInt8>, at offset: Int) -> Bool {
    var offset = offset
    var groupCount = 0
    var digitCount = 0
    for _ in 0..<16 {
      let scalar = PlaceScalar(in: text, at: offset)
      let roles = PlaceRoles.of(scalar, in: table)
      if roles.contains(.digit) {
        digitCount += 1
        if digitCount == 1 { groupCount += 1 }
        if groupCount == 3 || groupCount == 2 && digitCount == 3 { return true }
      } else if roles.contains(.letter), digitCount == 0 {
        // B7-3-402.
      } else {
        guard digitCount > 0, roles.contains(.joiner) else { return false }
        digitCount = 0
      }
      offset += scalar.length
    }
    return false
  }

  /// The first offset from which the names of a province, prefecture or county can be read.
  private func divisionStart(from start: Int, to end: Int, in text: Span<UInt8>) -> Int? {
    var offset = start
    while offset < end {
      let scalar = PlaceScalar(in: text, at: offset)
      guard scalar.length > 0 else { return nil }
      if PlaceRoles.of(scalar, in: table).contains(.han) {
        let chain = AdministrativeChain(in: text, from: offset, to: end + 12, by: gazetteer.value)
        // 山西 in 梅山西門巷: one short name in the middle of a word is no border.
        let isInsideName =
          offset > start && chain.levelCount == 1 && !chain.isFormalAnywhere
          && PlaceRoles.of(PlaceScalar(in: text, before: offset)).contains(.han)
        if !isInsideName, chain.hasLevel.0 || chain.hasLevel.1 || chain.hasLevel.2 { return offset }
      }
      offset += scalar.length
    }
    return nil
  }
}
