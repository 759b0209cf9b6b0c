package import Findings
import Glibc
import Policies

/// `inventory.csv`: the data protection officer's sheet, a row for each (path, member, table, field,
/// type) with matches.
///
/// What a reader may need to know of the columns:
/// - `class` and `clause` are the gravest that any match of the row has by the first policy, and the
///   clause that gives it to most of them; `class:<policy>` is the same for a further policy.
/// - `records`, `values` and `match_rate` are those of the table's column, and blank outside tables;
///   the rate is also blank where the type was told from a name, since then no value was tested. A
///   cell may hold two matches, so the rate may exceed 1.
/// - `distinct` is exact up to 65,536 values, then an estimate marked `~` (0.81 % standard error).
/// - `persons` is `distinct` for the types that stand for a person each (`Identifier.rank`) and blank for
///   the others; `table_persons` are those of the whole table, links between its fields considered.
/// - `under_14` to `unknown_age` count matches, by the age of the person of the record.
/// - `masking`: how the source itself hides the matches; see `MaskingCensus.word`.
/// - `modified` is the day in Asia/Shanghai.
/// - `status` is blank unless an earlier inventory is updated; then what people wrote there is taken
///   over, and its rows that are not met again follow at the end.
package struct InventoryCSV: ReportFormat {
  private let run: RunDescription
  private let standards: [GBT43697?]
  private let identifiers: [Identifier?]
  private let combinations: CombinationText
  private var earlier: EarlierInventory?
  private var cells = CSVCells()

  package init(run: RunDescription) {
    self.run = run
    standards = run.types.map { GBT43697(type: $0.id) }
    identifiers = run.identifiers
    combinations = CombinationText(run)
  }

  package mutating func update(_ earlier: EarlierInventory) { self.earlier = earlier }

  package mutating func begin(_ output: BufferedOutput) throws(OutputError) {
    output.bytes += CSVCells.byteOrderMark
    for name in InventoryColumns.machine(run.judge.policies) + InventoryColumns.human {
      cells.text(name, to: &output.bytes)
    }
    for name in earlier?.extraColumns ?? [] { cells.text(name, to: &output.bytes) }
    cells.endRow(&output.bytes)
  }

  package mutating func add(
    _ source: SourceReport, to output: BufferedOutput
  ) throws(OutputError) {
    earlier?.note(source)
    for keys in source.tally.keysByTable {
      let persons = CountText.of(source.tally.personSets(in: keys, identifiers).count)
      for key in keys {
        guard let tally = source.tally.fields[key], tally.matches > 0 else { continue }
        try append(
          key, tally, of: source, tablePersons: persons,
          combination: combinations.text(of: key, tally, among: keys, of: source.tally),
          to: &output.bytes)
        try output.drain()
      }
    }
  }

  package mutating func end(
    _ totals: RunTotals, _ outcome: RunOutcome, to output: BufferedOutput
  ) throws(OutputError) {
    guard let earlier else { return }
    // What somebody saved meanwhile would be lost under the new file.
    if earlier.hasChanged { throw OutputError(path: earlier.name, errno: ESTALE) }
    let types = Set(run.types.map { Array($0.id.rawValue.utf8) })
    try earlier.forEachLeft { key, isDuplicate throws(OutputError) in
      let wasSought =
        !outcome.isInterrupted && types.contains(key.last) && earlier.wasSought(key)
      appendLeft(
        earlier, isDuplicate ? .duplicate : wasSought ? .gone : .notScanned, to: &output.bytes)
      try output.drain()
    }
  }

  /// The row that `earlier` has come to, as it was but for its status.
  private mutating func appendLeft(
    _ earlier: EarlierInventory, _ status: RowStatus, to out: inout [UInt8]
  ) {
    let kept = earlier.kept
    for name in InventoryColumns.machine(run.judge.policies) {
      switch name {
      case "status": cells.text(status.rawValue, to: &out)
      case "first_seen": cells.text(EditedDay.iso(kept.firstSeen), to: &out)
      default:
        let cell = earlier.cell(name)
        // Sizes have more digits than a text may have unguarded.
        if InventoryColumns.isNumber(name), cell.allSatisfy({ (0x30...0x39).contains($0) }) {
          cells.plain(String(decoding: cell, as: UTF8.self), to: &out)
        } else {
          cells.text(cell, to: &out)
        }
      }
    }
    for cell in kept.cells { cells.text(cell, to: &out) }
    cells.endRow(&out)
  }

  private func firstSeen(_ kept: EarlierInventory.Kept?) -> [UInt8] {
    guard let day = kept?.firstSeen, !day.isEmpty else { return Array(run.asOf.iso.utf8) }
    return EditedDay.iso(day)
  }

  private mutating func append(
    _ key: SourceTally.Key, _ tally: FieldTally, of source: SourceReport, tablePersons: String,
    combination: String, to out: inout [UInt8]
  ) throws(OutputError) {
    let type = Int(key.type)
    let place = place(of: key, in: source.tally)
    let kept = try kept(key, place, of: source)
    cells.text(source.identity.path, to: &out)
    cells.text(source.identity.member ?? "", to: &out)
    cells.text(place.table, to: &out)
    cells.text(place.field, to: &out)
    cells.text(run.types[type].id.rawValue, to: &out)
    cells.text(run.title(ofType: type), to: &out)
    let gravest = appendClasses(key, tally, of: source, to: &out)
    appendCounts(key, tally, in: source.tally, to: &out)
    cells.text(tally.level.name, to: &out)
    cells.text(tally.masking.word(matches: tally.matches), to: &out)
    cells.text(tally.sample, to: &out)
    cells.text(source.coverage.encoding, to: &out)
    cells.text(source.coverage.format, to: &out)
    cells.number(source.coverage.bytes, to: &out)
    cells.text(source.modified.flatMap(DayText.day) ?? "", to: &out)
    cells.text(firstSeen(kept), to: &out)
    cells.number(tally.matches(in: .under14) + tally.matches(in: .fourteen), to: &out)
    if let standard = standards[type] {
      cells.text(standard.dataClass, to: &out)
      cells.number(UInt64(standard.level(of: gravest)), to: &out)
    } else {
      cells.blank(2, to: &out)
    }
    cells.number(tally.possible, to: &out)
    cells.number(tally.testData, to: &out)
    cells.text(tally.isMixed ? "yes" : "", to: &out)
    cells.plain(tablePersons, to: &out)
    cells.text(combination, to: &out)
    let status: RowStatus? = earlier == nil ? nil : kept == nil ? .new : .present
    cells.text(status?.rawValue ?? "", to: &out)
    if let kept {
      for cell in kept.cells { cells.text(cell, to: &out) }
    } else {
      cells.blank(InventoryColumns.human.count + (earlier?.extraColumns.count ?? 0), to: &out)
    }
    cells.endRow(&out)
  }

  private func place(
    of key: SourceTally.Key, in tally: SourceTally
  ) -> (table: String, field: String) {
    guard key.table >= 0 else { return ("", "") }
    let shape = tally.tables[Int(key.table)].shape
    return (shape.name, key.field < 0 ? "" : FieldName.of(Int(key.field), in: shape))
  }

  /// What people wrote in an earlier inventory about a field and type.
  private func kept(
    _ key: SourceTally.Key, _ place: (table: String, field: String), of source: SourceReport
  ) throws(OutputError) -> EarlierInventory.Kept? {
    guard let earlier else { return nil }
    let names = [
      source.identity.member ?? "", place.table, place.field, run.types[Int(key.type)].id.rawValue,
    ]
    let key = InventoryKey([source.identity.path] + names.map { Array($0.utf8) })
    do throws(EarlierInventoryError) {
      return try earlier.take(key)
    } catch {
      throw earlier.failure(error)
    }
  }

  /// `class`, `clause` and the further policies' classes; gives the gravest of the first policy.
  private mutating func appendClasses(
    _ key: SourceTally.Key, _ tally: FieldTally, of source: SourceReport, to out: inout [UInt8]
  ) -> DataClass {
    var first = DataClass.none
    for policy in run.judge.policies.indices {
      let gravest = FieldClasses(
        of: tally, type: Int(key.type), role: source.tally.role(of: key), policy: policy,
        by: run.judge
      ).gravest
      cells.text(gravest?.dataClass.name ?? "", to: &out)
      guard policy == 0 else { continue }
      first = gravest?.dataClass ?? .none
      cells.text(gravest?.clause ?? "", to: &out)
    }
    return first
  }

  /// `records` to `unknown_age`.
  private mutating func appendCounts(
    _ key: SourceTally.Key, _ tally: FieldTally, in source: SourceTally, to out: inout [UInt8]
  ) {
    var values: UInt64?
    if key.table >= 0 {
      let table = source.tables[Int(key.table)]
      let column = Int(key.field)
      values = table.values.indices.contains(column) ? table.values[column] : nil
      cells.number(table.records, to: &out)
    } else {
      cells.blank(to: &out)
    }
    if let values { cells.number(values, to: &out) } else { cells.blank(to: &out) }
    cells.number(tally.matches, to: &out)
    if let values, values > 0, tally.basis == .value {
      cells.ratio(tally.matches, to: values, into: &out)
    } else {
      cells.blank(to: &out)
    }
    let distinct = CountText.of(tally.distinct)
    cells.plain(distinct, to: &out)
    cells.plain(identifiers[Int(key.type)]?.rank == nil ? "" : distinct, to: &out)
    cells.number(tally.matches(in: .under14), to: &out)
    cells.number(tally.matches(in: .fourteen) + tally.matches(in: .from15To17), to: &out)
    cells.number(tally.matches(in: .adult), to: &out)
    cells.number(tally.matches(in: .unknown), to: &out)
  }
}

extension Report {
  static let inventoryCSV = Report(fileName: "inventory.csv", formatOption: "csv") { run, _ in
    InventoryCSV(run: run)
  }
}
