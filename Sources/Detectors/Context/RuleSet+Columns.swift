import Findings

/// What the words of a column say to the rules.
extension RuleSet {
  /// What the terms of a column's name, the longest first, are worth to a rule.
  ///
  /// The longest decides what the column holds: `ip_address` is no address. Only a word for a
  /// guardian says whose datum it is and leaves it to a shorter one to say what.
  func evidence(of reading: ColumnNameReader.Reading, forRule rule: Int) -> Evidence? {
    for term in reading.terms {
      let entries = self.entries(ofTerm: term, in: reading)
      let name = evidenceName(ofTerm: term, inColumn: true)
      func evidence(_ signal: Signal) -> Evidence {
        Evidence(name: name, decibans: Int16(weights[signal, ofRule: rule]))
      }
      if let own = entries.first(where: { kindsOfRule[rule][Int($0.kind)] }) {
        guard own.isStrong || !terms.isOtherNumber(term) else { return nil }
        return evidence(own.isStrong ? .columnStrong : .columnWeak)
      }
      if entries.contains(where: { kindsAgainstRule[rule][Int($0.kind)] }) {
        return evidence(.columnAgainst)
      }
      if entries.allSatisfy({ Int($0.kind) == guardianKind }) { continue }
      // A word that names a number and something else besides (an account) rules nothing out.
      let names = entries.filter { !terms.namesNumber[Int($0.kind)] }
      guard
        names.isEmpty || terms.isOtherNumber(term) && names.allSatisfy({ !$0.isStrong }),
        !entries.contains(where: { terms.manners[Int($0.kind)] == .anybodys })
      else { return nil }
      let objection = evidence(
        entries.contains { $0.isStrong } ? .columnAgainst : .columnAgainstWeak)
      return objection.decibans < 0 ? objection : nil
    }
    return nil
  }

  /// The type without forms that the terms of a column's name, the longest first, tell.
  ///
  /// - Returns: what the name tells, and whether it leaves nothing for a comment to tell.
  func typeTold(
    by reading: ColumnNameReader.Reading, _ basis: Basis
  ) -> (type: NamedType?, isSettled: Bool) {
    for (i, term) in reading.terms.enumerated() {
      let entries = self.entries(ofTerm: term, in: reading)
      let isLast = i + 1 == reading.terms.count
      if !isLast, entries.allSatisfy({ Int($0.kind) == guardianKind }) { continue }
      let isGuardians = reading.terms.prefix(i + 1).contains { term in
        self.terms.entries(ofTerm: term).contains { Int($0.kind) == guardianKind }
      }
      var best: NamedType?
      for entry in entries {
        guard let rule = rulesToldByName[Int(entry.kind)] else { continue }
        // 监护人姓名 is a name: whose it is says the role.
        if Int(entry.kind) == guardianKind, entries.count > 1 { continue }
        guard best == nil || !(best?.isStrong ?? false) && entry.isStrong else { continue }
        best = NamedType(
          rule: rule, isStrong: entry.isStrong, basis: basis,
          evidence: Evidence(
            name: evidenceName(ofTerm: term, inColumn: true),
            decibans: Int16(
              weights[entry.isStrong ? .columnStrong : .columnWeak, ofRule: rule])))
      }
      return (best, best?.isStrong ?? (isGuardians || entries.contains { $0.isStrong }))
    }
    return (nil, false)
  }

  /// What a term of a name says; behind words nobody knows a weak one says only what tells itself.
  func entries(
    ofTerm term: Int, in reading: ColumnNameReader.Reading
  ) -> [ContextTerms.Entry] {
    let isLoose = reading.loose.contains(term)
    return terms.entries(ofTerm: term).filter { entry in
      terms.manners[Int(entry.kind)] != .filler
        && (entry.isStrong || !isLoose || terms.isTold(kind: Int(entry.kind)))
    }
  }
}
