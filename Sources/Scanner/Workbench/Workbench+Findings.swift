import Detectors
import Findings

/// From hits to findings: where they are kept, whose age they get, how they are counted.
extension Workbench {
  var holdsBack: Bool { current.map { !$0.isFrozen } ?? false }

  var target: FindingBatch {
    _read { if holdsBack { yield held } else { yield ready } }
    _modify { if holdsBack { yield &held } else { yield &ready } }
  }

  func noteLimits() {
    for _ in 0..<finder.limitsReached { gap(Gap(.matchLimit)) }
  }

  /// Takes in a hit whose masked form and evidence stand in `batch` already.
  ///
  /// - Parameter verdict: what the verdict of the column adds.
  func append(
    _ hit: Hit, of text: Span<UInt8>, table: Int32, field: Int32, record: UInt64,
    adjustedBy verdict: Int16, to batch: inout FindingBatch
  ) {
    // Of a finding that nobody will read, only what is counted: in text, its line tells the record.
    let (start, end) =
      options.findingsLimit == 0 && table >= 0
      ? (Self.unread, Self.unread) : places(of: hit.range)
    let maskedEnd = UInt32(hit.masked.upperBound)
    var value = maskedEnd..<maskedEnd
    if options.reveals { value = Self.copy((hit.range).map { text[$0] }, to: &batch) }
    var evidence = hit.evidence
    var decibans = hit.decibans
    let verdict = adjustment(verdict, batch.evidence, evidence)
    if verdict != 0 {
      if evidence.upperBound < batch.evidence.count {
        let start = batch.evidence.count
        for i in evidence { batch.evidence.append(batch.evidence[i]) }
        evidence = start..<batch.evidence.count
      }
      batch.evidence.append(Evidence(name: ruleSet.columnVerdictName, decibans: verdict))
      evidence = evidence.lowerBound..<evidence.upperBound + 1
      decibans += verdict
    }
    var labels = hit.labels
    if case .guardian = hit.role { labels = labels.union(.guardian) }
    batch.findings.append(
      FindingRecord(
        type: hit.rule, kind: hit.kind, level: Level(decibans: Int(decibans)) ?? .possible,
        basis: hit.basis, role: hit.role, labels: labels, age: age(of: hit),
        decibans: decibans, start: start.byteOffset, end: end.byteOffset, line: start.line,
        column: start.column, table: table, field: field, record: record,
        fingerprint: hit.fingerprint, masked: UInt32(hit.masked.lowerBound)..<maskedEnd,
        value: value,
        evidence: UInt32(evidence.lowerBound)..<UInt32(evidence.upperBound),
        concealment: hit.concealment))
  }

  private static let unread = Location(byteOffset: 0, line: 0, column: 0)

  private func places(of range: Range<Int>) -> (start: Location, end: Location) {
    guard let locator else { preconditionFailure("a reader pushed before it set its locator") }
    return (locator.locate(range.lowerBound), locator.locate(range.upperBound))
  }

  /// Takes in a hit whose masked form and evidence the finder has.
  func append(
    copying hit: Hit, of text: Span<UInt8>, table: Int32, field: Int32, record: UInt64,
    to batch: inout FindingBatch
  ) {
    var hit = hit
    let masked = Self.copy(finder.arena[hit.masked], to: &batch)
    hit.masked = Int(masked.lowerBound)..<Int(masked.upperBound)
    let start = batch.evidence.count
    batch.evidence.append(contentsOf: finder.evidence[hit.evidence])
    hit.evidence = start..<batch.evidence.count
    append(
      hit, of: text, table: table, field: field, record: record, adjustedBy: 0, to: &batch)
  }

  /// A value in a name: it has no place in the content.
  func append(_ named: GuardedName.Hit, table: Int, field: Int) {
    let hit = named.hit
    let masked = copy(named.masked)
    let value = copy(named.value)
    let evidenceStart = UInt32(target.evidence.count)
    target.evidence.append(contentsOf: named.evidence)
    target.findings.append(
      FindingRecord(
        type: hit.rule, kind: hit.kind, level: Level(decibans: Int(hit.decibans)) ?? .possible,
        basis: hit.basis, role: hit.role, labels: hit.labels.union(.inName),
        age: age(of: hit), decibans: hit.decibans, start: 0, end: 0, line: 0,
        column: 0, table: Int32(table), field: Int32(field), record: 0,
        fingerprint: hit.fingerprint, masked: masked, value: value,
        evidence: evidenceStart..<UInt32(target.evidence.count),
        concealment: hit.concealment))
  }

  func copy(_ bytes: some Collection<UInt8>) -> Range<UInt32> {
    holdsBack ? Self.copy(bytes, to: &held) : Self.copy(bytes, to: &ready)
  }

  private static func copy(
    _ bytes: some Collection<UInt8>, to batch: inout FindingBatch
  ) -> Range<UInt32> {
    let start = UInt32(batch.arena.count)
    batch.arena.append(contentsOf: bytes)
    return start..<UInt32(batch.arena.count)
  }

  /// The age that a value tells: by a birth date, or stated in years.
  private func age(of hit: Hit) -> Age {
    if let birth = hit.birth { return Age(bornOn: birth, asOf: options.asOf) }
    return hit.ageInYears.map(Age.init(years:)) ?? .unknown
  }

  /// A finding that tells an age (it has one of its own) and is likely tells its record's.
  @inline(__always)
  func noteFacts(_ finding: borrowing FindingRecord) {
    guard finding.decibans >= Self.likelyDecibans else { return }
    facts.add(finding.age, from: ruleSet.ageSources[Int(finding.type)], role: finding.role)
  }

  /// Closes the line of the findings since `recordStart`.
  func closeLine() {
    let end = target.findings.count
    if end > recordStart {
      settleRecord(recordStart..<end)
      if !holdsBack { release(from: recordStart) }
    }
    recordStart = target.findings.count
    facts.reset()
  }

  /// Counts the findings of a record that is done, and forgets those that are not listed.
  func release(from start: Int) {
    var kept = start
    let end = ready.findings.count
    for i in start..<end {
      guard count(at: i) else { continue }
      if kept < i { ready.findings[kept] = ready.findings[i] }
      kept += 1
    }
    if kept < end { ready.findings.removeSubrange(kept...) }
    if options.findingsLimit == 0 {
      if end > 0 || !ready.evidence.isEmpty || !ready.arena.isEmpty {
        ready.removeAll(keepingCapacity: true)
      }
    } else if ready.sizeInBytes > Self.batchLimitInBytes, let onFullBatch {
      onFullBatch(ready)
      ready.removeAll(keepingCapacity: true)
    }
    recordStart = ready.findings.count
  }

  /// Counts one of `ready`; true if it is listed.
  private func count(at place: Int) -> Bool {
    counted += 1
    if counted % Self.boundingInterval == 0 { tally.boundMemory() }
    let level = ready.findings[place].level
    guard ready.findings[place].decibans >= 0, level.rawValue >= countedLevel else {
      // What even odds do not reach was a chance hit of a column, still worth a count.
      tally.fields.withTally(of: key(of: ready.findings[place])) { $0.possible += 1 }
      return false
    }
    let (matches, lacksSample) = tally.fields.count(ready.findings[place])
    if lacksSample { takeSample(ready.findings[place]) }
    return matches <= listedLimit && level.rawValue >= listedLevel
  }

  private func key(of finding: borrowing FindingRecord) -> SourceTally.Key {
    SourceTally.Key(table: finding.table, field: finding.field, type: finding.type)
  }

  /// Makes a finding the sample of its tally.
  @inline(never)
  private func takeSample(_ finding: FindingRecord) {
    tally.fields.withTally(of: key(of: finding)) { tally in
      let range = Int(finding.masked.lowerBound)..<Int(finding.masked.upperBound)
      tally.sample = ContiguousArray(ready.arena[range])
      let items = Int(finding.evidence.lowerBound)..<Int(finding.evidence.upperBound)
      tally.sampleEvidence = ContiguousArray(ready.evidence[items])
    }
    if options.findingsLimit == 0 { noteSample(finding) }
  }

  /// Remembers that the tally of a finding has its sample.
  private func noteSample(_ finding: FindingRecord) {
    let (table, field) = (Int(finding.table), Int(finding.field))
    // What a name holds counts before the first record, and columns forget their samples with these.
    guard finding.record > 0, finding.type < 64, tables.indices.contains(table),
      tables[table].columns.indices.contains(field)
    else { return }
    tables[table].columns[field].sampled |= 1 << UInt64(finding.type)
  }
}
