import Detectors
import Findings

/// One worker's bench: takes what a reader pushes, finds, weighs by record and column, counts.
///
/// Findings leave it in batches, in offset order. Those of the first records of a table wait until
/// the verdicts of its columns are frozen, so that early and late findings are judged alike.
final class Workbench: RecordSink {
  private let finder: Finder
  private let options: WorkbenchOptions
  private let ruleSet: RuleSet
  private let names: NameGuard
  private let isCancelledNow: () -> Bool

  var locator: (any Locator)?
  /// Receives full batches while the source or part is read; nil if all are wanted at the end.
  var onFullBatch: ((FindingBatch) -> Void)?

  private var tables: [TableState] = []
  private var tablesByName: [String: Int] = [:]
  private var current: TableState?
  /// Findings whose verdict is known.
  private var ready = FindingBatch()
  /// Findings that wait for the verdicts of `current`'s columns.
  private var held = FindingBatch()
  /// First finding of the record being read, in `ready` or `held`.
  private var recordStart = 0
  private var facts = PersonFacts()
  private var tally = SourceTally()
  private var gaps: [Gap] = []
  /// Findings counted since the source was begun.
  private var counted = 0

  /// Findings between two looks at the memory of the distinct counts.
  private static let boundingInterval = 1 << 16
  /// Bytes of held findings after which the verdicts are frozen early.
  private static let heldLimitInBytes = 4 << 20
  private static let batchLimitInBytes = 1 << 20
  private static let likelyDecibans = 10
  /// Hits after which a record is closed, its class decided on what is known.
  private static let hitsPerRecord = 4096

  init(_ options: WorkbenchOptions, isCancelled: @escaping () -> Bool) {
    self.options = options
    ruleSet = options.ruleSet
    finder = Finder(options.ruleSet, key: options.key, asOf: options.asOf)
    names = NameGuard(options)
    isCancelledNow = isCancelled
  }

  // MARK: - A source from beginning to end

  /// - Parameter nameHits: what stood in the name of the source.
  func begin(nameHits: [GuardedName.Hit] = []) {
    locator = nil
    onFullBatch = nil
    tables.removeAll(keepingCapacity: true)
    tablesByName.removeAll(keepingCapacity: true)
    current = nil
    ready.removeAll(keepingCapacity: true)
    held.removeAll(keepingCapacity: true)
    facts.reset()
    tally = SourceTally()
    gaps = []
    counted = 0
    recordStart = 0
    for hit in nameHits { append(hit, table: -1, field: -1) }
    release(from: 0)
  }

  /// What is known of the tables so far, for the encoder of a batch.
  func tableSnapshot() -> [SourceTally.Table] {
    tables.map { state in
      var table = SourceTally.Table(shape: state.printedShape)
      table.records = state.records
      table.values = state.columns.map(\.values)
      table.roles = state.columns.map(\.context.role)
      return table
    }
  }

  /// Closes the source and hands over what is left.
  func finish() -> (batch: FindingBatch, tally: SourceTally, gaps: [Gap]) {
    freezeCurrent()
    tally.tables = tableSnapshot()
    for (index, table) in tables.enumerated() { countTested(table, index) }
    let batch = ready
    ready = FindingBatch()
    return (batch, tally, gaps)
  }

  private func countTested(_ table: TableState, _ index: Int) {
    for (column, state) in table.columns.enumerated() {
      for (rule, outcome) in state.outcomes.enumerated() where outcome.tested > 0 {
        let key = SourceTally.Key(
          table: Int32(index), field: Int32(column), type: UInt16(rule))
        tally.fields[key]?.tested = outcome.tested
        tally.fields[key]?.isMixed = state.isMixed(rule, ruleSet)
      }
    }
  }

  // MARK: - RecordSink

  var isCancelled: Bool { isCancelledNow() }

  func table(_ shape: TableShape) {
    let index: Int
    if let known = tablesByName[shape.name] {
      index = known
      tables[known].describe(shape, ruleSet: ruleSet)
    } else {
      index = tables.count
      tablesByName[shape.name] = index
      tables.append(TableState(index: index, shape: shape, ruleSet: ruleSet))
    }
    if current !== tables[index] {
      freezeCurrent()
      current = tables[index]
    }
    checkNames(of: tables[index])
  }

  /// Names of tables and columns are scanned like values, and printed masked.
  private func checkNames(of table: TableState) {
    recordStart = target.findings.count
    if !table.isNameChecked {
      table.isNameChecked = true
      table.printedName = masked(table.shape.name, of: table, field: -1)
    }
    for (i, column) in table.shape.columns.enumerated() {
      if i >= table.checkedColumnNames.count {
        table.checkedColumnNames.append(column.name)
      } else if table.checkedColumnNames[i] == column.name {
        continue
      }
      table.checkedColumnNames[i] = column.name
      table.printedColumnNames[i] = masked(column.name, of: table, field: i)
    }
    if !holdsBack { release(from: recordStart) }
  }

  /// Takes in what a name holds; nil if it may be printed as it is.
  private func masked(_ name: String, of table: TableState, field: Int) -> String? {
    guard !name.isEmpty else { return nil }
    let bytes = Array(name.utf8)
    let guarded = names.guarded(bytes)
    for hit in guarded.hits { append(hit, table: table.index, field: field) }
    return guarded.text == bytes ? nil : String(decoding: guarded.text, as: UTF8.self)
  }

  func comment(_ text: String, table: String, column: String?) {
    guard let index = tablesByName[table] else { return }
    tables[index].comment(text, column: column, ruleSet: ruleSet)
  }

  func beginRecord() {
    current?.records += 1
    recordStart = target.findings.count
    facts.reset()
  }

  func absent(column: Int) {}

  func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool) {
    guard let table = current, let state = table.column(column, ruleSet: ruleSet) else { return }
    // A value that comes in pieces is counted at its first one.
    if isWhole || core.lowerBound == 0 { state.values += 1 }
    finder.find(in: text, core: core, column: state.context)
    noteLimits()
    for outcome in finder.outcomes { state.count(Int(outcome.rule), passed: outcome.passed) }
    guard !finder.hits.isEmpty else { return }
    for hit in finder.hits {
      append(
        hit, of: text, table: Int32(table.index), field: Int32(column), record: table.records,
        adjustedBy: table.isFrozen ? state.verdicts[Int(hit.rule)] : 0)
    }
    if target.findings.count - recordStart > Self.hitsPerRecord {
      gaps.append(Gap(.recordTooLong))
      endRecord()
      recordStart = target.findings.count
      facts.reset()
    }
  }

  func endRecord() {
    guard let table = current else { return }
    if !table.isFrozen {
      if table.records >= TableState.headInRecords || held.sizeInBytes > Self.heldLimitInBytes {
        freezeCurrent()
      }
    } else {
      settleRecord(recordStart..<target.findings.count)
      release(from: recordStart)
    }
  }

  func text(_ text: Span<UInt8>, core: Range<Int>) {
    finder.find(in: text, core: core, column: nil)
    noteLimits()
    guard !finder.hits.isEmpty else { return }
    recordStart = target.findings.count
    facts.reset()
    var end = 0
    for hit in finder.hits {
      let startsLine = Self.hasLineBreak(text, end..<hit.range.lowerBound)
      end = hit.range.upperBound
      // Before the hit is taken in: what closes a line may empty the batch that the hit goes to.
      if startsLine { closeLine() }
      append(hit, of: text, table: -1, field: -1, record: 0, adjustedBy: 0)
      if let last = target.findings.last { noteFacts(last) }
    }
    closeLine()
  }

  /// A line feed or a carriage return: the sources of old Macs have only these.
  private static func hasLineBreak(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { text[$0] == 0x0A || text[$0] == 0x0D }
  }

  func gap(_ gap: Gap) {
    // A broken source may have a gap per record; the first ones tell the story.
    if gaps.count < 100 { gaps.append(gap) }
  }

  // MARK: - Findings

  private var holdsBack: Bool { current.map { !$0.isFrozen } ?? false }

  private var target: FindingBatch {
    _read { if holdsBack { yield held } else { yield ready } }
    _modify { if holdsBack { yield &held } else { yield &ready } }
  }

  private func noteLimits() {
    for _ in 0..<finder.limitsReached { gap(Gap(.matchLimit)) }
  }

  private func append(
    _ hit: Hit, of text: Span<UInt8>, table: Int32, field: Int32, record: UInt64,
    adjustedBy verdict: Int16
  ) {
    guard let locator else { preconditionFailure("a reader pushed before it set its locator") }
    let start = locator.locate(hit.range.lowerBound)
    let end = locator.locate(hit.range.upperBound)
    let masked = copy(finder.arena[hit.masked])
    var value = masked.upperBound..<masked.upperBound
    if options.reveals {
      value = copy((hit.range).map { text[$0] })
    }
    let evidenceStart = UInt32(target.evidence.count)
    target.evidence.append(contentsOf: finder.evidence[hit.evidence])
    var decibans = hit.decibans
    if verdict != 0 {
      target.evidence.append(Evidence(name: ruleSet.columnVerdictName, decibans: verdict))
      decibans += verdict
    }
    var labels = hit.labels
    if hit.role == .guardian { labels.insert(.guardian) }
    target.findings.append(
      FindingRecord(
        type: hit.rule, kind: hit.kind, level: Level(decibans: Int(decibans)) ?? .possible,
        basis: .value, role: hit.role, labels: labels, age: hit.birth.map(age) ?? .unknown,
        decibans: decibans, start: start.byteOffset, end: end.byteOffset, line: start.line,
        column: start.column, table: table, field: field, record: record,
        fingerprint: hit.fingerprint, masked: masked, value: value,
        evidence: evidenceStart..<UInt32(target.evidence.count)))
    if table >= 0, !holdsBack, let last = target.findings.last { noteFacts(last) }
  }

  /// A value in a name: it has no place in the content.
  private func append(_ named: GuardedName.Hit, table: Int, field: Int) {
    let hit = named.hit
    let masked = copy(named.masked)
    let value = copy(named.value)
    let evidenceStart = UInt32(target.evidence.count)
    target.evidence.append(contentsOf: named.evidence)
    target.findings.append(
      FindingRecord(
        type: hit.rule, kind: hit.kind, level: Level(decibans: Int(hit.decibans)) ?? .possible,
        basis: .value, role: hit.role, labels: hit.labels.union(.inName),
        age: hit.birth.map(age) ?? .unknown, decibans: hit.decibans, start: 0, end: 0, line: 0,
        column: 0, table: Int32(table), field: Int32(field), record: 0,
        fingerprint: hit.fingerprint, masked: masked, value: value,
        evidence: evidenceStart..<UInt32(target.evidence.count)))
  }

  private func copy(_ bytes: some Collection<UInt8>) -> Range<UInt32> {
    let start = UInt32(target.arena.count)
    target.arena.append(contentsOf: bytes)
    return start..<UInt32(target.arena.count)
  }

  private func age(_ birth: CivilDate) -> Age { Age(bornOn: birth, asOf: options.asOf) }

  /// A finding that tells an age (it has one of its own) and is likely tells its record's.
  private func noteFacts(_ finding: FindingRecord) {
    guard finding.decibans >= Self.likelyDecibans else { return }
    facts.add(
      finding.age, isID: Int(finding.type) == options.residentIDRule, role: finding.role)
  }

  /// Gives every finding of the record the age of its person.
  private func settleRecord(_ record: Range<Int>) {
    for i in record where target.findings[i].age == .unknown {
      target.findings[i].age = facts.age(of: target.findings[i].role)
    }
  }

  /// Closes the line of the findings since `recordStart`.
  private func closeLine() {
    let end = target.findings.count
    if end > recordStart {
      settleRecord(recordStart..<end)
      if !holdsBack { release(from: recordStart) }
    }
    recordStart = target.findings.count
    facts.reset()
  }

  /// Counts the findings of a record that is done, and forgets those that are not listed.
  private func release(from start: Int) {
    var kept = start
    for i in start..<ready.findings.count {
      let finding = ready.findings[i]
      guard count(finding) else { continue }
      ready.findings[kept] = finding
      kept += 1
    }
    ready.findings.removeSubrange(kept...)
    if options.findingsLimit == 0 {
      ready.removeAll(keepingCapacity: true)
    } else if ready.sizeInBytes > Self.batchLimitInBytes, let onFullBatch {
      onFullBatch(ready)
      ready.removeAll(keepingCapacity: true)
    }
    recordStart = ready.findings.count
  }

  /// Counts a finding; true if it is listed.
  private func count(_ finding: FindingRecord) -> Bool {
    counted += 1
    if counted % Self.boundingInterval == 0 { tally.boundMemory() }
    let key = SourceTally.Key(table: finding.table, field: finding.field, type: finding.type)
    guard finding.decibans >= 0, finding.level >= options.countedLevel else {
      // What even odds do not reach was a chance hit of a column, still worth a count.
      tally.fields[key, default: FieldTally()].possible += 1
      return false
    }
    let listed = { (tally: inout FieldTally) in
      tally.count(finding)
      if tally.sample.isEmpty {
        let range = Int(finding.masked.lowerBound)..<Int(finding.masked.upperBound)
        tally.sample = ContiguousArray(ready.arena[range])
      }
      return tally.matches <= UInt64(clamping: options.findingsLimit)
    }(&tally.fields[key, default: FieldTally()])
    return listed && finding.level >= options.minimumLevel
  }

  /// Decides the verdicts of the current table's columns and judges what waited for them.
  private func freezeCurrent() {
    guard let table = current, !table.isFrozen else { return }
    for column in table.columns { column.freeze(ruleSet) }
    table.isFrozen = true
    let waiting = held
    held = FindingBatch()
    var start = ready.findings.count
    recordStart = start
    for (i, finding) in waiting.findings.enumerated() {
      let previous = i > 0 ? waiting.findings[i - 1] : finding
      if finding.record != previous.record || finding.table != previous.table {
        settleRecord(start..<ready.findings.count)
        facts.reset()
        start = ready.findings.count
      }
      judge(finding, of: waiting, in: table)
      if let last = ready.findings.last, last.table >= 0 { noteFacts(last) }
    }
    settleRecord(start..<ready.findings.count)
    release(from: recordStart)
  }

  /// Moves a finding that waited to `ready`, with the verdict of its column added.
  private func judge(_ finding: FindingRecord, of batch: FindingBatch, in table: TableState) {
    var finding = finding
    let evidence = Int(finding.evidence.lowerBound)..<Int(finding.evidence.upperBound)
    let start = UInt32(ready.evidence.count)
    ready.evidence.append(contentsOf: batch.evidence[evidence])
    if finding.field >= 0, let column = table.column(Int(finding.field), ruleSet: ruleSet) {
      let verdict = column.verdicts[Int(finding.type)]
      if verdict != 0 {
        ready.evidence.append(Evidence(name: ruleSet.columnVerdictName, decibans: verdict))
        finding.decibans += verdict
        finding.level = Level(decibans: Int(finding.decibans)) ?? .possible
      }
    }
    finding.evidence = start..<UInt32(ready.evidence.count)
    finding.masked = copy(
      batch.arena[Int(finding.masked.lowerBound)..<Int(finding.masked.upperBound)])
    finding.value = copy(batch.arena[Int(finding.value.lowerBound)..<Int(finding.value.upperBound)])
    ready.findings.append(finding)
  }
}
