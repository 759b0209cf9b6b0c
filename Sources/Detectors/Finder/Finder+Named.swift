import Findings

/// Data that only the name of their column tells: every value of a column of passwords is one.
extension Finder {
  /// What a listed value adds: with the name, certain.
  private static let wordDecibans = 16
  /// A code of one or two digits, which other columns hold too.
  private static let codeDecibans = 6
  /// A single character under a word of many meanings, `title` or `major`: any count is one.
  private static let doubtfulCodeDecibans = 3
  /// Another value in a column of few values.
  private static let unknownDecibans = -8
  /// Bytes up to which a value nobody listed may be an abbreviation or a code of the house.
  private static let longestCodeInBytes = 24

  /// Adds the value of the cell as a hit of the type that its column is named for, unless what it looks
  /// like weighs as much: a phone number in a column of accounts is a phone number.
  func tellByName(_ text: Span<UInt8>, _ core: Range<Int>, _ named: NamedType, _ role: Role) {
    let value = Self.trimmed(text, core)
    guard !value.isEmpty, Self.hasWord(text, value) else { return }
    let verdict = ruleSet.columnValues.verdict(text, value, rule: named.rule)
    var listed: Int
    switch verdict {
    case .blank: return
    case .word: listed = Self.wordDecibans
    case .code:
      let isDoubtful = !named.isStrong && value.count == 1
      listed = isDoubtful ? Self.doubtfulCodeDecibans : Self.codeDecibans
    case .unlisted: listed = 0
    case .unknown:
      let mayBeCode = named.isStrong && value.count <= Self.longestCodeInBytes
      listed = mayBeCode ? 0 : Self.unknownDecibans
    }
    let decibans = Int(named.evidence.decibans) + listed
    guard decibans >= 0 else { return }
    for i in found.indices {
      if found[i].range == value, Int(found[i].decibans) >= max(decibans, 10) { return }
    }
    let canonicalStart = canonical.count
    Canonical.append(
      text.extracting(value), as: ruleSet.rules[named.rule].canonical, to: canonical)
    let maskedStart = arena.count
    if isRead(named.rule) {
      Masker.append(
        text.extracting(value), masks[named.rule], keepingBytes: 0, to: &arena)
    }
    let evidenceStart = evidence.count
    evidence.append(named.evidence)
    if listed != 0 {
      evidence.append(Evidence(name: ruleSet.listedValueName, decibans: Int16(listed)))
    }
    let concealment = ConcealedValue.digest(text.extracting(value)) ?? .none
    let hit = Hit(
      rule: UInt16(named.rule), basis: named.basis, kind: .none, role: role,
      labels: concealment.label, concealment: concealment,
      decibans: Int16(decibans), range: value, birth: nil,
      fingerprint: fingerprint(of: named.rule, canonicalStart..<canonical.count),
      masked: maskedStart..<arena.count, evidence: evidenceStart..<evidence.count)
    found.insert(hit, at: 0)
  }

  private static func trimmed(_ text: Span<UInt8>, _ core: Range<Int>) -> Range<Int> {
    var (start, end) = (core.lowerBound, core.upperBound)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Whether there is a letter, a digit or a character of another script: `-` and `***` are no values.
  private static func hasWord(_ text: Span<UInt8>, _ value: Range<Int>) -> Bool {
    value.contains { i in
      let byte = text[i]
      return byte >= 0x80 || byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 26
    }
  }
}
