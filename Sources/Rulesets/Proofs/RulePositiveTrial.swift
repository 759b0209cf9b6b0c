import Detectors
import Findings

/// Tries an example that must match, each way it is to be tried.
struct RulePositiveTrial {
  private let trial: RuleTrial
  private let example: Examples.Positive
  private let rule: Rule
  private let checkDigits: Set<String>
  private let plain: RuleExampleText

  init(
    _ trial: RuleTrial, _ example: Examples.Positive, rule: Rule, checkDigits: Set<String>
  ) {
    self.trial = trial
    self.example = example
    self.rule = rule
    self.checkDigits = checkDigits
    plain = RuleExampleText(text: example.text, span: example.span)
  }

  /// What came out otherwise. If the example is not found as written, the other ways are not tried.
  func faults() -> [RuleExampleFault] {
    let found = trial.find(plain.text)
    guard found.count == 1, let hit = found.first, hit.range == plain.span else {
      return [.missed(.asWritten, expected: plain.span, found: found.map(\.range))]
    }
    return factFaults(hit) + placeFaults() + borderFaults() + cutFaults() + fullWidthFaults(hit)
      + changedDigitFaults(hit)
  }

  private func factFaults(_ hit: RuleTrial.Found) -> [RuleExampleFault] {
    var faults: [RuleExampleFault] = []
    if hit.level != example.level {
      faults.append(
        .otherLevel(
          .asWritten, expected: example.level, found: hit.level, decibans: hit.decibans))
    }
    if let birth = example.birth, hit.birth != birth {
      faults.append(.otherBirth(expected: birth, found: hit.birth))
    }
    if example.kind != .none, hit.kind != example.kind {
      faults.append(.otherKind(expected: example.kind, found: hit.kind))
    }
    return faults
  }

  /// Surroundings that change nothing. In a cell anything beside the value changes what the cell
  /// says, so these are for text only; a Chinese character before the value stands in for a label,
  /// so it is tried only where there is none.
  private func placeFaults() -> [RuleExampleFault] {
    guard trial.column == nil else { return [] }
    var variants: [(RuleExampleVariant, RuleExampleText)] = [
      (.behindPrefix, plain.behindPrefix)
    ]
    // What a label tells begins directly behind the label.
    if !isToldByLabel { variants.append((.beforeChinese, plain.before("的"))) }
    if plain.span.lowerBound == 0, !isToldByLabel {
      variants.append((.afterChinese, plain.after("记")))
    }
    return variants.compactMap { variant, text in
      let found = trial.find(text.text)
      guard let hit = found.first(where: { $0.range == text.span }), found.count == 1 else {
        return .missed(variant, expected: text.span, found: found.map(\.range))
      }
      guard hit.level == example.level else {
        return .otherLevel(
          variant, expected: example.level, found: hit.level, decibans: hit.decibans)
      }
      return nil
    }
  }

  private var isToldByLabel: Bool {
    rule.forms.allSatisfy { $0.prefilter == .label }
  }

  /// A letter or digit at a border makes the value part of a longer word. A hit of another range (a
  /// longer local part of an e-mail address) is no fault.
  private func borderFaults() -> [RuleExampleFault] {
    var faults: [RuleExampleFault] = []
    for glue in ["7", "a"] {
      var variants: [(RuleExampleVariant, RuleExampleText)] = []
      if plain.beginsWithLetterOrDigit {
        variants.append((.afterLetterOrDigit(glue), plain.after(glue)))
      }
      if plain.endsWithLetterOrDigit {
        variants.append((.beforeLetterOrDigit(glue), plain.before(glue)))
      }
      for (variant, text) in variants
      where trial.find(text.text).contains(where: { $0.range == text.span }) {
        faults.append(.found(variant, at: text.span))
      }
    }
    return faults
  }

  /// Whatever the border between two calls, one of them has the hit and the other has not.
  private func cutFaults() -> [RuleExampleFault] {
    let count = plain.text.utf8.count
    return (1..<max(1, count)).compactMap { cut in
      let found =
        trial.find(plain.text, core: 0..<cut) + trial.find(plain.text, core: cut..<count)
      return found.map(\.range) == [plain.span]
        ? nil : .missed(.cut(atByte: cut), expected: plain.span, found: found.map(\.range))
    }
  }

  private func fullWidthFaults(_ hit: RuleTrial.Found) -> [RuleExampleFault] {
    let isNumber = rule.forms.contains { form in
      switch form.prefilter {
      case .number, .word, .lead: true
      case .at, .place, .label, .labelledWord, .decimalPair, .dottedQuad, .hexGroups: false
      }
    }
    guard isNumber else { return [] }
    let text = plain.fullWidth
    let found = trial.find(text.text)
    guard let wide = found.first(where: { $0.range == text.span }) else {
      return [.missed(.fullWidth, expected: text.span, found: found.map(\.range))]
    }
    return wide.fingerprint == hit.fingerprint ? [] : [.otherFingerprint]
  }

  /// Where a check digit spoke for the value, it must not for one that differs in a digit.
  private func changedDigitFaults(_ hit: RuleTrial.Found) -> [RuleExampleFault] {
    let checks = hit.support.intersection(checkDigits)
    guard !checks.isEmpty else { return [] }
    return plain.changedDigits.compactMap { index, digit, text in
      let isAccepted = trial.find(text.text).contains {
        $0.range == text.span && !$0.support.isDisjoint(with: checks)
      }
      return isAccepted
        ? .found(.changedDigit(atByte: index, to: digit), at: text.span) : nil
    }
  }
}
