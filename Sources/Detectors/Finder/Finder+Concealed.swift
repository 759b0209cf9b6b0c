import Findings

/// Values that their source shows masked, hashed or encrypted: what they are is told by a label, the name
/// of their column, or the shape of the mask.
extension Finder {
  /// The most that a column or label is worth here: likely, since nothing of the value can be checked.
  private static let namedDecibans = 12
  /// A mask that leaves as much as is usual for the type, or a digest of a known length.
  private static let shapeDecibans = 4
  private static let reachInBytes = 40

  /// Takes a cell in which nothing was found as a hidden value of the type that its column is named for.
  func tryConcealedCell(_ text: Span<UInt8>, _ core: Range<Int>, _ column: ColumnContext) {
    guard !column.concealable.isEmpty else { return }
    var (start, end) = (core.lowerBound, core.upperBound)
    while start < end, text[start] <= 0x20 || text[start] == 0x22 { start += 1 }
    while end > start, text[end - 1] <= 0x20 || text[end - 1] == 0x22 { end -= 1 }
    for rule in column.concealable {
      guard let named = column.evidence[rule] else { continue }
      if appendConcealed(text, start..<end, rule, named, column.role) { return }
    }
  }

  /// Takes the masked number of which the digits at `digit` are left, in text: by its label or its shape.
  func tryConcealedNumber(_ text: Span<UInt8>, at digit: Int, _ column: ColumnContext?) {
    var (start, end) = (digit, digit)
    let limits = (max(0, digit - Self.reachInBytes), min(text.count, digit + Self.reachInBytes))
    while start > limits.0, Self.isMaskedDigit(text[start - 1]) { start -= 1 }
    while end < limits.1, Self.isMaskedDigit(text[end]) { end += 1 }
    guard end - start >= 7,
      lookAlikes.isEmpty || lookAlikes[lookAlikes.count - 1].range != start..<end
    else { return }
    // A part of a word, a glob, an address of bytes.
    if start > 0, Self.isWordByte(text[start - 1]) { return }
    if end < text.count, Self.isWordByte(text[end]) { return }
    if tryConcealedWord(text, start..<end, column) { return }
    guard let masked = MaskedValue(text.extracting(start..<end)), let type = masked.typeByShape,
      let rule = ruleSet.concealable.first(where: { ruleSet.rules[$0].id.rawValue == type })
    else { return }
    appendConcealed(text, start..<end, rule, nil, column?.role ?? .subject)
  }

  /// Takes a word behind a label as a hidden value of the label's type; false where it is none.
  func tryConcealedWord(
    _ text: Span<UInt8>, _ word: Range<Int>, _ column: ColumnContext?
  ) -> Bool {
    if labelStart != word.lowerBound {
      labelAtStart = labels.label(in: text, before: word.lowerBound)
      labelStart = word.lowerBound
    }
    guard !labelAtStart.direct.isEmpty else { return false }
    let isGuardians = ruleSet.namesGuardian(labelAtStart.direct)
    let role = isGuardians ? Role.guardian : column?.role ?? .subject
    for rule in ruleSet.concealable {
      let said = ruleSet.evidence(ofTerms: labelAtStart.direct, forRule: rule, inColumn: false)
      guard let said, said.decibans > 0 else { continue }
      if appendConcealed(text, word, rule, said, role) { return true }
    }
    return false
  }

  /// - Parameter said: what a column or label says; nil where the shape alone tells the type.
  @discardableResult
  private func appendConcealed(
    _ text: Span<UInt8>, _ range: Range<Int>, _ rule: Int, _ said: Evidence?, _ role: Role
  ) -> Bool {
    let value = text.extracting(range)
    let type = ruleSet.rules[rule].id.rawValue
    guard let concealment = ConcealedValue.concealment(of: value, type: type) else { return false }
    let fits = MaskedValue(value)?.fits(type: type) ?? true
    // A label that something else follows: 姓名：***号, 备注：**重要**.
    guard fits || concealment == .full else { return false }
    let canonicalStart = canonical.count
    Canonical.append(value, as: .text, to: canonical)
    let evidenceStart = evidence.count
    var sum = Self.shapeDecibans
    if let said {
      let weight = min(Int(said.decibans), Self.namedDecibans)
      evidence.append(Evidence(name: said.name, decibans: Int16(weight)))
      sum += weight
    }
    evidence.append(
      Evidence(name: ruleSet.concealedName, decibans: Int16(Self.shapeDecibans)))
    var facts = Facts(asOf: asOf)
    facts.labels.insert(concealment.label)
    var lookAlike = LookAlike(
      form: Int.max, range: range, decibans: sum, facts: facts, kind: .none, role: role,
      canonical: canonicalStart..<canonical.count, evidence: evidenceStart..<evidence.count,
      visiblePrefix: 0)
    lookAlike.told = rule
    lookAlike.basis = said == nil ? .value : .name
    lookAlike.concealment = concealment
    lookAlikes.append(lookAlike)
    return true
  }

  /// A digit, a star, or an `x` that stands for one.
  private static func isMaskedDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || byte == 0x2A || byte | 0x20 == 0x78
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte == 0x2F || byte == 0x40
  }
}
