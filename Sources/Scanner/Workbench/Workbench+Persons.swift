import Detectors
import Findings

/// From the findings of a record to its persons: their ages, who stands beside whom, how many there are.
extension Workbench {
  /// Gives every finding of the record the age of its person, and counts the record where its findings
  /// no longer wait for a verdict.
  func settleRecord(_ record: Range<Int>) {
    guard !record.isEmpty else { return }
    if holdsBack {
      settle(record, of: &held)
    } else {
      settle(record, of: &ready)
      countPersons(record)
    }
  }

  private func settle(_ record: Range<Int>, of batch: inout FindingBatch) {
    for i in record where batch.findings[i].age == .unknown {
      batch.findings[i].age = facts.age(of: batch.findings[i].role)
    }
  }

  private func countPersons(_ record: Range<Int>) {
    var persons = RecordPersons()
    var table: Int32?
    for i in record where isMatch(ready.findings[i]) {
      persons.add(ready.findings[i], ruleSet)
      table = ready.findings[i].table
    }
    guard let table else { return }
    if persons.isCombined(.subject) || persons.isCombined(.guardian) { mark(record, persons) }
    tally.withPersons(ofTable: table) { tally in
      for i in record where isMatch(ready.findings[i]) { sample(ready.findings[i], in: &tally) }
      if persons.hasSubject { count(persons, in: &tally) }
    }
  }

  /// A finding that counts, of the content and not of a name.
  private func isMatch(_ finding: FindingRecord) -> Bool {
    finding.decibans >= 0 && finding.level >= options.countedLevel
      && !finding.labels.contains(.inName)
  }

  private func mark(_ record: Range<Int>, _ persons: RecordPersons) {
    for i in record where isMatch(ready.findings[i]) {
      let role = ready.findings[i].role
      ready.findings[i].isCombined = persons.isCombined(role)
      if let identifier = ruleSet.identifiers[Int(ready.findings[i].type)] {
        ready.findings[i].isLinked = persons.isLinked(identifier, of: role)
      }
    }
  }

  private func sample(_ finding: FindingRecord, in tally: inout PersonTally) {
    guard finding.concealment == .none,
      ruleSet.identifiers[Int(finding.type)]?.rank != nil
    else { return }
    tally.sample.insert(finding.fingerprint)
  }

  private func count(_ persons: RecordPersons, in tally: inout PersonTally) {
    let age = facts.age(of: .subject)
    tally.count(age: age, from: facts.subjectAgeSource, person: persons.subject)
    switch age.band {
    case .adult: return
    case .unknown:
      if persons.hintsAtMinor { tally.weakSigns += 1 }
    case .under14, .fourteen, .from15To17:
      if persons.hasGuardian { tally.guardianBeside += 1 }
      guard persons.isPlain else { return }
      if age.band == .under14 { tally.plainUnder14 += 1 }
      if age.band != .from15To17 { tally.plainUpTo14 += 1 }
    }
  }
}
