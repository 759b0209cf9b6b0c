import Detectors
import Findings

/// One worker's bench: takes what a reader pushes, finds, weighs by record and column, counts.
///
/// Findings leave it in batches, in offset order. Those of the first records of a table wait until
/// the verdicts of its columns are frozen, so that early and late findings are judged alike.
final class Workbench: RecordSink {
  let finder: Finder
  let options: WorkbenchOptions
  let ruleSet: RuleSet
  let names: NameGuard
  let isCancelledNow: () -> Bool
  /// Of each type: see `PersonSigns`.
  let personSigns: ContiguousArray<PersonSigns>
  // Kept as numbers, since they are compared for each finding.
  let countedLevel: UInt8
  let listedLevel: UInt8
  let listedLimit: UInt64
  let inNameBits: UInt16

  var locator: (any Locator)?
  /// Receives blocks of records that others may read; nil if this bench reads all.
  var onBlock: ((any RecordBlock) -> Void)?
  /// Receives full batches while the source or part is read; nil if all are wanted at the end.
  var onFullBatch: ((FindingBatch) -> Void)?

  var tables: [TableState] = []
  var tablesByName: [String: Int] = [:]
  var current: TableState?
  /// Findings whose verdict is known.
  var ready = FindingBatch()
  /// Findings that wait for the verdicts of `current`'s columns.
  var held = FindingBatch()
  /// Which of them stand in long values, that no verdict is for: rising indices.
  var heldFromTexts: ContiguousArray<Int> = []
  /// First finding of the record being read, in `ready` or `held`.
  var recordStart = 0
  /// The reader is between the beginning and the end of a record.
  var isRecordOpen = false
  var facts = PersonFacts()
  var tally = SourceTally()
  var gaps: [Gap] = []
  /// Memos of the columns that were read last, by their number: the blocks of a table have its columns.
  var memos: ContiguousArray<CellMemo?> = []
  let memoBudget = CellMemoBudget(bytes: 1 << 20)
  /// Findings counted since the source was begun.
  var counted = 0

  /// Findings between two looks at the memory of the distinct counts.
  static let boundingInterval = 1 << 16
  /// Bytes of held findings after which the verdicts are frozen early.
  static let heldLimitInBytes = 4 << 20
  static let batchLimitInBytes = 1 << 17
  static let likelyDecibans = 10
  /// Hits after which a record is closed, its class decided on what is known.
  static let hitsPerRecord = 4096

  init(_ options: WorkbenchOptions, isCancelled: @escaping () -> Bool) {
    self.options = options
    ruleSet = options.ruleSet
    finder = Finder(options.ruleSet, key: options.key, asOf: options.asOf)
    names = NameGuard(options)
    personSigns = PersonSigns.all(of: options.ruleSet)
    countedLevel = options.countedLevel.rawValue
    listedLevel = options.minimumLevel.rawValue
    listedLimit = UInt64(clamping: options.findingsLimit)
    inNameBits = Labels.inName.rawValue
    isCancelledNow = isCancelled
  }

  // MARK: - A source from beginning to end

  /// - Parameter nameHits: what stood in the name of the source.
  func begin(nameHits: [GuardedName.Hit] = []) {
    locator = nil
    onFullBatch = nil
    onBlock = nil
    tables.removeAll(keepingCapacity: true)
    tablesByName.removeAll(keepingCapacity: true)
    current = nil
    ready.removeAll(keepingCapacity: true)
    held.removeAll(keepingCapacity: true)
    heldFromTexts.removeAll(keepingCapacity: true)
    facts.reset()
    tally = SourceTally()
    gaps = []
    counted = 0
    recordStart = 0
    isRecordOpen = false
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
  func finish() -> Segment {
    freezeCurrent()
    tally.tables = tableSnapshot()
    for table in tables { judge(table, by: table.columns.map(\.counts), in: &tally) }
    return takeSegment()
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
  func checkNames(of table: TableState) {
    // A reader may learn of a column amid a record; what was found in names then goes with the record.
    if !isRecordOpen { recordStart = target.findings.count }
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
    if !isRecordOpen, !holdsBack { release(from: recordStart) }
  }

  /// Takes in what a name holds; nil if it may be printed as it is.
  func masked(_ name: String, of table: TableState, field: Int) -> String? {
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
    isRecordOpen = true
    facts.reset()
    guard let current else {
      recordStart = ready.findings.count
      return
    }
    current.records += 1
    recordStart = current.isFrozen ? ready.findings.count : held.findings.count
  }

  func absent(column: Int) {}

  func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool) {
    guard let table = current, let state = table.column(column, ruleSet: ruleSet) else { return }
    // A value that comes in pieces is counted at its first one.
    if isWhole || core.lowerBound == 0 { state.values += 1 }
    let isFrozen = table.isFrozen
    if isFrozen {
      if isWhole, core.count == text.count, let memo = memo(of: state, at: column) {
        finder.find(inCell: text, column: state.context, into: &ready, memo: memo)
      } else {
        finder.unread = state.sampled
        finder.find(in: text, core: core, column: state.context, into: &ready)
        finder.unread = 0
      }
    } else {
      finder.find(in: text, core: core, column: state.context)
    }
    if finder.limitsReached > 0 { noteLimits() }
    let isShort = isWhole && ColumnCounts.isShort(text)
    if isShort { state.count(text, finder) }
    let hitCount = finder.hitCount
    guard hitCount > 0 else { return }
    let (place, number) = (Int32(table.index), table.records)
    for i in 0..<hitCount {
      let hit = finder.hit(i)
      if isFrozen {
        append(
          hit, of: text, table: place, field: Int32(column), record: number,
          adjustedBy: isShort ? state.verdicts[Int(hit.rule)] : 0, to: &ready)
        noteFacts(ready.findings[ready.findings.count - 1])
      } else {
        append(
          copying: hit, of: text, table: place, field: Int32(column), record: number, to: &held)
        if !isShort { heldFromTexts.append(held.findings.count - 1) }
      }
    }
    if (isFrozen ? ready.findings.count : held.findings.count) - recordStart > Self.hitsPerRecord {
      gaps.append(Gap(.recordTooLong))
      endRecord()
      isRecordOpen = true
      recordStart = target.findings.count
      facts.reset()
    }
  }

  func endRecord() {
    isRecordOpen = false
    guard let table = current else { return }
    if !table.isFrozen {
      if table.records >= TableState.headInRecords || held.sizeInBytes > Self.heldLimitInBytes {
        freezeCurrent()
      }
    } else {
      settleRecord(recordStart..<ready.findings.count)
      release(from: recordStart)
    }
  }

  func text(_ text: Span<UInt8>, core: Range<Int>) {
    finder.find(in: text, core: core, column: nil)
    noteLimits()
    guard finder.hitCount > 0 else { return }
    recordStart = target.findings.count
    facts.reset()
    var end = 0
    for hit in finder.hits {
      let startsLine = LineBreaks.isAny(in: text, end..<hit.range.lowerBound)
      end = hit.range.upperBound
      // Before the hit is taken in: what closes a line may empty the batch that the hit goes to.
      if startsLine { closeLine() }
      if holdsBack {
        append(copying: hit, of: text, table: -1, field: -1, record: 0, to: &held)
      } else {
        append(copying: hit, of: text, table: -1, field: -1, record: 0, to: &ready)
      }
      if let last = target.findings.last { noteFacts(last) }
    }
    closeLine()
    if held.sizeInBytes > Self.heldLimitInBytes { freezeCurrent() }
  }

  var takesBlocks: Bool { onBlock != nil && !holdsBack }

  func handOver(_ block: any RecordBlock) { onBlock?(block) }

  func gap(_ gap: Gap) {
    // A broken source may have a gap per record; the first ones tell the story.
    if gaps.count < 100 { gaps.append(gap) }
  }
}
