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
    guard facts.tellsAge else { return }
    for i in record where batch.findings[i].age.isUnknown {
      batch.findings[i].age = facts.age(of: batch.findings[i].role)
    }
  }

  /// Cost: some ns a finding.
  private func countPersons(_ record: Range<Int>) {
    var persons = RecordPersons()
    var place = -1
    for i in record where isMatch(ready.findings[i]) {
      if place < 0 { place = tally.placeOfPersons(ofTable: ready.findings[i].table) }
      let signs = personSigns[Int(ready.findings[i].type)]
      persons.add(ready.findings[i], at: i, signs)
      if signs.rank < PersonSigns.unranked { sample(ready.findings[i], at: place) }
    }
    guard place >= 0 else { return }
    if persons.hasCombined { mark(record, persons) }
    if persons.hasSubject { count(persons, in: &tally.persons[place]) }
  }

  /// A finding that counts, of the content and not of a name.
  @inline(__always)
  private func isMatch(_ finding: FindingRecord) -> Bool {
    finding.decibans >= 0 && finding.level.rawValue >= countedLevel
      && finding.labels.rawValue & inNameBits == 0
  }

  private func mark(_ record: Range<Int>, _ persons: RecordPersons) {
    for i in record where isMatch(ready.findings[i]) {
      let signs = personSigns[Int(ready.findings[i].type)]
      let standing = persons.standing(of: ready.findings[i], signs)
      ready.findings[i].isCombined = standing.isCombined
      ready.findings[i].isLinked = standing.isLinked
    }
  }

  @inline(__always)
  private func sample(_ finding: borrowing FindingRecord, at place: Int) {
    guard case .none = finding.concealment,
      tally.persons[place].sample.mayTake(finding.fingerprint)
    else { return }
    tally.persons[place].sample.insert(finding.fingerprint)
  }

  private func count(_ persons: RecordPersons, in tally: inout PersonTally) {
    let age = facts.age(of: .subject)
    tally.count(age: age, from: facts.subjectAgeSource, person: persons.subject(in: ready.findings))
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
