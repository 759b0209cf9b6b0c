package import Findings
import Glibc
import Policies

/// The record of processing of `--ropa`: a row for each table, or text of a source, that holds
/// personal data, with what the scan knows; the rest is for people.
///
/// What they wrote in an earlier record of the same name is kept, as in the inventory. Nothing here
/// says that a duty is met: `duties` names the articles that what was found calls for.
package struct RecordCSV: ReportFormat {
  /// A datum of one table.
  private struct Item {
    let type: Int
    let gravest: ClassVerdict
    let masking: String
  }

  private let run: RunDescription
  private let standards: [GBT43697?]
  private let identifiers: [Identifier?]
  private var earlier: EarlierInventory?
  private var cells = CSVCells()

  package init(run: RunDescription) {
    self.run = run
    standards = run.types.map { GBT43697(type: $0.id) }
    identifiers = run.identifiers
  }

  package mutating func update(_ earlier: EarlierInventory) { self.earlier = earlier }

  package mutating func begin(_ output: BufferedOutput) throws(OutputError) {
    output.bytes += CSVCells.byteOrderMark
    for name in RecordColumns.machine + RecordColumns.human + (earlier?.extraColumns ?? []) {
      cells.text(name, to: &output.bytes)
    }
    cells.endRow(&output.bytes)
  }

  package mutating func add(
    _ source: SourceReport, to output: BufferedOutput
  ) throws(OutputError) {
    earlier?.note(source)
    for keys in source.tally.keysByTable {
      let items = items(keys, of: source)
      guard let table = keys.first?.table, !items.isEmpty else { continue }
      try append(items, table, keys, of: source, to: &output.bytes)
      try output.drain()
    }
  }

  package mutating func end(
    _ totals: RunTotals, _ outcome: RunOutcome, to output: BufferedOutput
  ) throws(OutputError) {
    guard let earlier else { return }
    // What somebody saved meanwhile would be lost under the new file.
    if earlier.hasChanged { throw OutputError(path: earlier.name, errno: ESTALE) }
    try earlier.forEachLeft { key, isDuplicate throws(OutputError) in
      let wasSought = !outcome.isInterrupted && earlier.wasSought(key)
      let status: RowStatus = isDuplicate ? .duplicate : wasSought ? .gone : .notScanned
      for name in RecordColumns.machine {
        let cell = name == "status" ? Array(status.rawValue.utf8) : earlier.cell(name)
        cells.text(cell, to: &output.bytes)
      }
      for cell in earlier.kept.cells { cells.text(cell, to: &output.bytes) }
      cells.endRow(&output.bytes)
      try output.drain()
    }
  }

  /// The types of a table, in their order, with the gravest class that any match has. What is of
  /// nobody is left out.
  private func items(
    _ keys: ArraySlice<SourceTally.Key>, of source: SourceReport
  ) -> [Item] {
    var items: [Item] = []
    for key in keys {
      guard let tally = source.tally.fields[key], tally.matches > 0,
        let gravest = FieldClasses(
          of: tally, type: Int(key.type), role: source.tally.role(of: key), policy: 0,
          by: run.judge
        ).gravest, gravest.dataClass > .none
      else { continue }
      items.append(
        Item(
          type: Int(key.type), gravest: gravest,
          masking: tally.masking.word(matches: tally.matches)))
    }
    return items.sorted { $0.type < $1.type }
  }

  private mutating func append(
    _ items: [Item], _ table: Int32, _ keys: ArraySlice<SourceTally.Key>,
    of source: SourceReport, to out: inout [UInt8]
  ) throws(OutputError) {
    let tableName = source.tally.tableName(table)
    let people = source.tally.persons(ofTable: table)
    let persons = source.tally.personSets(in: keys, identifiers).count
    let kept = try kept(source, tableName)
    let sensitive = items.filter { $0.gravest.dataClass == .sensitive }
    cells.text(source.identity.path, to: &out)
    cells.text(source.identity.member ?? "", to: &out)
    cells.text(tableName, to: &out)
    cells.text(source.coverage.format, to: &out)
    cells.text(source.modified.flatMap(DayText.day) ?? "", to: &out)
    list(items.map { run.title(ofType: $0.type) }, to: &out)
    list(sensitive.map { run.title(ofType: $0.type) }, to: &out)
    cells.text((sensitive.isEmpty ? DataClass.personal : .sensitive).name, to: &out)
    list((sensitive.isEmpty ? items : sensitive).map(\.gravest.clause), to: &out)
    list(items.compactMap { standards[$0.type]?.dataClass }, to: &out)
    let level = items.compactMap { standards[$0.type]?.level(of: $0.gravest.dataClass) }.max()
    cells.plain(level.map { String($0) } ?? "", to: &out)
    if table >= 0 {
      cells.number(source.tally.tables[Int(table)].records, to: &out)
    } else {
      cells.blank(to: &out)
    }
    for count in [persons.count, persons.lower, persons.upper] { cells.number(count, to: &out) }
    let (under14, fourteen) = (people.persons(.under14), people.persons(.fourteen))
    cells.plain(CountText.of(under14), to: &out)
    cells.plain(CountText.of(under14 + fourteen), to: &out)
    cells.plain(CountText.of(fourteen + people.persons(.from15To17)), to: &out)
    let hasGuardians = keys.contains { source.tally.role(of: $0) == .guardian }
    cells.text(hasGuardians ? "yes" : "", to: &out)
    list(
      items.map { run.types[$0.type].id.rawValue + ": " + $0.masking }, to: &out)
    list(
      RecordDuties.articles(
        hasSensitive: !sensitive.isEmpty, hasChildren: people.records(.under14) > 0,
        hasMinors: people.hasMinors), to: &out)
    cells.text(run.asOf.iso, to: &out)
    let status: RowStatus? = earlier == nil ? nil : kept == nil ? .new : .present
    cells.text(status?.rawValue ?? "", to: &out)
    if let kept {
      for cell in kept.cells { cells.text(cell, to: &out) }
    } else {
      cells.blank(RecordColumns.human.count + (earlier?.extraColumns.count ?? 0), to: &out)
    }
    cells.endRow(&out)
  }

  /// Different entries in the order given.
  private mutating func list(_ entries: [String], to out: inout [UInt8]) {
    var different: [String] = []
    for entry in entries where !different.contains(entry) { different.append(entry) }
    cells.text(different.joined(separator: "; "), to: &out)
  }

  private func kept(
    _ source: SourceReport, _ table: String
  ) throws(OutputError) -> EarlierInventory.Kept? {
    guard let earlier else { return nil }
    let key = InventoryKey([
      source.identity.path, Array((source.identity.member ?? "").utf8), Array(table.utf8),
    ])
    do throws(EarlierInventoryError) {
      return try earlier.take(key)
    } catch {
      throw earlier.failure(error)
    }
  }
}
