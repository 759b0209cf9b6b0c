package import Findings
import Policies

/// `minors.csv`: the register of minors' data, a row for each table, or text of a source, that holds some.
/// Places and counts, never values.
///
/// What a reader may need to know of the columns:
/// - Records are those with a match about their subject; ages are completed years on the as-of day.
///   `under_14` is the PIPL's child (Art. 31), `upto_14` that of GB/T 35273-2020 (3.2).
/// - `turning_14`: of the fourteen-year-olds, those whose birthday the as-of day is, for policies that count
///   from the day after.
/// - `persons_…`: distinct persons; `~` before an estimate (see `PersonTally.persons`).
/// - `by_…`: records of persons under 18 by the strongest evidence of their age.
/// - `weak_signs`: records of unknown age with a school, a class, a guardian or a student number.
/// - `guardian_beside`: records of persons under 18 with data of a guardian, who is not the child.
/// - `plain_…`: records that show some of the child's data unmasked, unhashed and unencrypted.
/// - `fields`: where minors' data stand, `field:type`, at most `fieldLimit`.
/// - `promises`: policies of the run that promise to store children's data encrypted, with the clause, where
///   `plain_under_14` says otherwise.
package struct MinorsCSV: ReportFormat {
  private static let fieldLimit = 24

  private let run: RunDescription
  /// `policy clause` of every promise to encrypt what is stored of children.
  private let promises: [String]
  private var cells = CSVCells()

  package init(run: RunDescription) {
    self.run = run
    promises = run.judge.policies.flatMap { policy in
      policy.promises.filter {
        $0.kind == .encrypted && [.children, .all].contains($0.scope) && !$0.isAmbiguous
      }.map { policy.id + " " + $0.citation.clause }
    }
  }

  package mutating func begin(_ output: BufferedOutput) throws(OutputError) {
    output.bytes += CSVCells.byteOrderMark
    for name in [
      "path", "member", "table", "records_under_14", "records_upto_14", "records_14_17",
      "records_adult", "records_unknown", "turning_14", "persons_under_14", "persons_upto_14",
      "persons_14_17", "by_id", "by_student_number", "by_birth_date", "by_age", "weak_signs",
      "guardian_beside", "plain_under_14", "plain_upto_14", "fields", "promises",
    ] {
      cells.text(name, to: &output.bytes)
    }
    cells.endRow(&output.bytes)
  }

  package mutating func add(
    _ source: SourceReport, to output: BufferedOutput
  ) throws(OutputError) {
    for keys in source.tally.keysByTable {
      guard let table = keys.first?.table else { continue }
      let persons = source.tally.persons(ofTable: table)
      guard persons.hasMinors else { continue }
      cells.text(source.identity.path, to: &output.bytes)
      cells.text(source.identity.member ?? "", to: &output.bytes)
      cells.text(source.tally.tableName(table), to: &output.bytes)
      append(persons, to: &output.bytes)
      cells.text(fields(keys, of: source.tally), to: &output.bytes)
      let isBroken = persons.plainUnder14 > 0
      cells.text(isBroken ? promises.joined(separator: "; ") : "", to: &output.bytes)
      cells.endRow(&output.bytes)
      try output.drain()
    }
  }

  private mutating func append(_ persons: PersonTally, to out: inout [UInt8]) {
    let (under14, fourteen) = (persons.records(.under14), persons.records(.fourteen))
    cells.number(under14, to: &out)
    cells.number(under14 + fourteen, to: &out)
    cells.number(fourteen + persons.records(.from15To17), to: &out)
    cells.number(persons.records(.adult), to: &out)
    cells.number(persons.records(.unknown), to: &out)
    cells.number(persons.turning14Today, to: &out)
    cells.plain(CountText.of(persons.persons(.under14)), to: &out)
    cells.plain(
      CountText.of(persons.persons(.under14) + persons.persons(.fourteen)), to: &out)
    cells.plain(
      CountText.of(persons.persons(.fourteen) + persons.persons(.from15To17)), to: &out)
    for source in AgeSource.allCases.reversed() {
      cells.number(persons.minors(toldBy: source), to: &out)
    }
    cells.number(persons.weakSigns, to: &out)
    cells.number(persons.guardianBeside, to: &out)
    cells.number(persons.plainUnder14, to: &out)
    cells.number(persons.plainUpTo14, to: &out)
  }

  private func fields(_ keys: ArraySlice<SourceTally.Key>, of tally: SourceTally) -> String {
    let places = keys.lazy.filter { key in
      guard let field = tally.fields[key], tally.role(of: key) == .subject else { return false }
      return PersonTally.minorBands.contains { field.matches(in: $0) > 0 }
    }.map { key in
      let type = run.types[Int(key.type)].id.rawValue
      guard key.table >= 0, key.field >= 0 else { return type }
      let shape = tally.tables[Int(key.table)].shape
      return FieldName.of(Int(key.field), in: shape) + ":" + type
    }
    let listed = places.prefix(Self.fieldLimit).joined(separator: "; ")
    let count = places.count { _ in true }
    return count > Self.fieldLimit ? listed + "; +\(count - Self.fieldLimit)" : listed
  }
}

extension Report {
  static let minorsCSV = Report(fileName: "minors.csv", formatOption: nil) { run, _ in
    MinorsCSV(run: run)
  }
}
