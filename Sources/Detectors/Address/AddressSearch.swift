import Regex

/// One worker's search for addresses: proposer, pattern and checks in one.
///
/// Feed it the place marks of a block in rising order, or a whole value of a column of addresses.
final class AddressSearch {
  /// How much of the text the pattern sees behind a start: no address is longer (120 characters).
  private static let windowInBytes = 360
  /// What may follow the last part in a value, in bytes, and still belong to it.
  private static let longestRestInBytes = 120

  private let pattern: Pattern
  private lazy var matcher = Matcher(pattern)
  private lazy var groups = AddressParts.Groups(of: pattern)
  private let assessor: AddressAssessor
  private let steps: LazyAddressSteps?
  private let seed: UInt64
  /// Parts of values that were met before.
  private var memo: AddressStepMemo?
  private var valueCount = 0
  /// Values before parts are kept: the patterns for them take some milliseconds to compile.
  private static let valuesWithoutMemo = 1 << 12
  private var proposer: PlaceProposer
  /// Matches that reached PCRE2's limit since the search was made: each is a gap.
  private(set) var limitsReached = 0

  /// - Parameters:
  ///   - steps: the patterns of its parts, where it is built so that it has some.
  ///   - seed: a secret of the run.
  init(
    _ pattern: Pattern, gazetteer: LazyRegionGazetteer, steps: LazyAddressSteps? = nil,
    seed: UInt64 = 0
  ) {
    self.pattern = pattern
    self.steps = steps
    self.seed = seed
    assessor = AddressAssessor(gazetteer: gazetteer, chains: ChainMemo())
    proposer = PlaceProposer(gazetteer: gazetteer)
  }

  /// A new block or value follows.
  func begin() { proposer.reset() }

  /// Where an address may begin that the mark at byte `mark` leads to; nil for most marks.
  @inline(__always)
  func candidate(at mark: Int, in text: Span<UInt8>) -> PlaceProposer.Candidate? {
    proposer.candidate(at: mark, in: text)
  }

  /// The address that a candidate is, whatever its weight.
  ///
  /// - Parameter weight: what the surroundings say of an address that begins at an offset; the
  ///   heavier of two readings is taken, and only one whose sum is at least 0 hides later marks.
  func address(
    of candidate: PlaceProposer.Candidate, in text: Span<UInt8>, weight: (Int) -> Int
  ) -> AddressAssessor.Assessment? {
    var best: AddressAssessor.Assessment?
    for start in [candidate.start, candidate.otherStart] {
      guard let start, var parts = match(text, at: start),
        parts.range.upperBound > candidate.trigger,
        !parts.has(.only)
      else { continue }
      parts.extend(
        to: AddressTail.end(of: parts.range, in: text, isAnnounced: candidate.isAnnounced))
      let found = assessor.assess(
        parts, in: text, isValue: false, isAnnounced: candidate.isAnnounced)
      if best.map({ found.decibans > $0.decibans }) ?? true { best = found }
    }
    if let best, best.decibans + weight(best.range.lowerBound) >= 0 {
      proposer.resume(at: best.range.upperBound)
    }
    return best
  }

  /// The address that a value of a column of addresses is, or nil.
  func address(inValue text: Span<UInt8>) -> AddressAssessor.Assessment? {
    guard let candidate = proposer.candidate(forValue: text),
      var parts = knownParts(text, at: candidate.start) ?? match(text, at: candidate.start)
    else { return nil }
    if let end = endOfValue(text, after: parts.range.upperBound) { parts.extend(to: end) }
    let assessment = assessor.assess(parts, in: text, isValue: true, isAnnounced: true)
    proposer.resume(at: assessment.range.upperBound)
    return assessment
  }

  /// What `match` gives, from memory; nil where it must be asked.
  private func knownParts(_ text: Span<UInt8>, at start: Int) -> AddressParts? {
    guard start == 0 else { return nil }
    if let memo { return memo.isUseful ? memo.parts(of: text) : nil }
    valueCount += 1
    if valueCount == Self.valuesWithoutMemo, let patterns = steps?.patterns {
      memo = AddressStepMemo(patterns, seed: seed)
    }
    return nil
  }

  private func match(_ text: Span<UInt8>, at start: Int) -> AddressParts? {
    var low = max(0, start - 12)
    while low > 0, text[low] & 0xC0 == 0x80 { low -= 1 }
    var high = min(text.count, start + Self.windowInBytes)
    while high < text.count, text[high] & 0xC0 == 0x80 { high += 1 }
    switch matcher.match(text.extracting(low..<high), at: start - low) {
    case .match: return AddressParts(matcher, groups, shiftedBy: low)
    case .none, .more: return nil
    case .limit:
      limitsReached += 1
      return nil
    }
  }

  /// Where the value ends, without blanks and closing punctuation, when what follows `offset` may be
  /// the name of a house or a remark; nil where a long number (a phone) follows.
  private func endOfValue(_ text: Span<UInt8>, after offset: Int) -> Int? {
    guard text.count - offset <= Self.longestRestInBytes else { return nil }
    var end = offset
    var i = offset
    var digitCount = 0
    while i < text.count {
      let scalar = PlaceScalar(in: text, at: i)
      let roles = PlaceRoles.of(scalar)
      digitCount = roles.contains(.digit) ? digitCount + 1 : 0
      if digitCount > 5 || scalar.value == 0x0A || scalar.value == PlaceScalar.invalid {
        return nil
      }
      i += scalar.length
      let closesBracket = scalar.value == 0x29 || scalar.value == 0xFF09
      if !roles.isDisjoint(with: .wordOrNumber) || closesBracket { end = i }
    }
    return end
  }
}
