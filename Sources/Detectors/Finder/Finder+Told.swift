import Findings

/// Data without a shape of their own, told by the label before them: 性别：男, 学历：本科.
extension Finder {
  /// Takes what stands behind the label last read, which a colon must follow directly, as a value of the
  /// label's type.
  ///
  /// A value that the type is known to have makes it likely, any other text possible: forms, manuals and
  /// translations are full of such labels with something else behind them.
  func tryTold(_ text: Span<UInt8>, at start: Int, _ column: ColumnContext?) {
    let label = labelAtStart
    guard let told = ruleSet.told.rule(ofTerm: label.direct[0]),
      isAnnounced(text, label, start, told), let field = ToldField.range(text, from: start)
    else { return }
    let term = ruleSet.terms.terms[label.direct[0]]
    var value = field
    var verdict = ruleSet.told.values.verdict(text, field, type: told.type, label: term)
    if verdict != .fits {
      // 性别：男 年龄；but 性别：男 女 is a form to be filled in.
      let word = ToldField.firstWord(text, field)
      let rest = word.upperBound < field.upperBound
      if rest, ruleSet.told.values.isWhole(text, word, type: told.type),
        !repeats(text, field, behind: word, told)
      {
        verdict = .fits
        value = word
      }
    }
    guard verdict != .none else { return }
    let isASCII = term.utf8.allSatisfy { $0 < 0x80 }
    guard verdict == .fits || !isASCII else { return }
    append(text, value, told, label, fits: verdict == .fits, column)
  }

  /// Whether the words behind the first one of a field are values of the type too.
  private func repeats(
    _ text: Span<UInt8>, _ field: Range<Int>, behind word: Range<Int>, _ told: ToldRules.Rule
  ) -> Bool {
    var i = word.upperBound
    while i < field.upperBound {
      if text[i] & 0xC0 != 0x80,
        ruleSet.told.values.isWhole(text, i..<field.upperBound, type: told.type)
      {
        return true
      }
      i += 1
    }
    return false
  }

  /// Whether the label is a word of its own with a colon or an equals sign behind it.
  private func isAnnounced(
    _ text: Span<UInt8>, _ label: Label, _ start: Int, _ told: ToldRules.Rule
  ) -> Bool {
    var hasColon = false
    for i in label.end..<start {
      let byte = text[i]
      hasColon =
        hasColon || byte == 0x3A || byte == 0x3D
        || byte == 0xEF && i + 2 < start && text[i + 1] == 0xBC
          && (text[i + 2] == 0x9A || text[i + 2] == 0x9D)
      if byte == 0x3E || byte == 0x5B || byte == 0x28 { return false }
    }
    guard hasColon, label.end > 0 else { return false }
    if text[label.end - 1] < 0x80 { return true }
    let begin = label.end - told.termInBytes
    guard begin >= 3, text[begin - 3] &- 0xE4 <= 5 else { return begin >= 0 }
    return ruleSet.told.values.isOwner(text, endingAt: begin)
  }

  private func append(
    _ text: Span<UInt8>, _ value: Range<Int>, _ told: ToldRules.Rule, _ label: Label, fits: Bool,
    _ column: ColumnContext?
  ) {
    let canonicalStart = canonical.count
    Canonical.append(
      text.extracting(value), as: ruleSet.rules[told.rule].canonical, to: canonical)
    let evidenceStart = evidence.count
    let name = ruleSet.evidenceName(ofTerm: label.direct[0], inColumn: false)
    evidence.append(Evidence(name: name, decibans: Int16(ToldRules.labelDecibans)))
    if fits {
      evidence.append(
        Evidence(name: ruleSet.told.valueName, decibans: Int16(ToldRules.valueDecibans)))
    }
    var lookAlike = LookAlike(
      form: Int.max, range: value,
      decibans: ToldRules.labelDecibans + (fits ? ToldRules.valueDecibans : 0),
      facts: Facts(asOf: asOf), kind: .none,
      role: ruleSet.namesGuardian(label.direct) ? .guardian : column?.role ?? .subject,
      canonical: canonicalStart..<canonical.count, evidence: evidenceStart..<evidence.count,
      visiblePrefix: 0)
    lookAlike.told = told.rule
    lookAlike.basis = .name
    lookAlikes.append(lookAlike)
  }
}
