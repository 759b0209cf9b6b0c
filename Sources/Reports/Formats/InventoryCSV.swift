package import Findings
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
package struct InventoryCSV: ReportFormat {
  private static let blankColumns = [
    "activity", "purpose", "legal_basis", "consent", "source", "recipients", "cross_border",
    "retention", "safeguards", "owner", "pipia", "review_date", "decision",
  ]

  private let run: RunDescription
  private let standards: [GBT43697?]
  private let identifiers: [Identifier?]
  private let combinations: CombinationText
  private var cells = CSVCells()

  package init(run: RunDescription) {
    self.run = run
    standards = run.types.map { GBT43697(type: $0.id) }
    identifiers = run.identifiers
    combinations = CombinationText(run)
  }

  package mutating func begin(_ output: BufferedOutput) throws(OutputError) {
    let names =
      ["path", "member", "table", "field", "type", "title", "class", "clause"]
      + run.judge.policies.dropFirst().map { "class:" + $0.id }
      + [
        "records", "values", "matches", "match_rate", "distinct", "persons", "under_14",
        "age_14_17", "adult", "unknown_age", "level", "masking", "sample", "encoding", "format",
        "size", "modified", "first_seen",
      ] + [
        "upto_14", "gbt43697_class", "gbt43697_level", "possible", "test_data", "mixed",
        "table_persons", "combination",
      ]
      + Self.blankColumns
    output.bytes += CSVCells.byteOrderMark
    for name in names { cells.text(name, to: &output.bytes) }
    cells.endRow(&output.bytes)
  }

  package mutating func add(
    _ source: SourceReport, to output: BufferedOutput
  ) throws(OutputError) {
    for keys in source.tally.keysByTable {
      let persons = CountText.of(source.tally.personSets(in: keys, identifiers).count)
      for key in keys {
        guard let tally = source.tally.fields[key], tally.matches > 0 else { continue }
        append(
          key, tally, of: source, tablePersons: persons,
          combination: combinations.text(of: key, tally, among: keys, of: source.tally),
          to: &output.bytes)
        try output.drain()
      }
    }
  }

  private mutating func append(
    _ key: SourceTally.Key, _ tally: FieldTally, of source: SourceReport, tablePersons: String,
    combination: String, to out: inout [UInt8]
  ) {
    let type = Int(key.type)
    cells.text(source.identity.path, to: &out)
    cells.text(source.identity.member ?? "", to: &out)
    appendPlace(key, in: source.tally, to: &out)
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
    cells.text(run.asOf.iso, to: &out)
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
    cells.blank(Self.blankColumns.count, to: &out)
    cells.endRow(&out)
  }

  private mutating func appendPlace(
    _ key: SourceTally.Key, in tally: SourceTally, to out: inout [UInt8]
  ) {
    guard key.table >= 0 else {
      cells.blank(2, to: &out)
      return
    }
    let shape = tally.tables[Int(key.table)].shape
    cells.text(shape.name, to: &out)
    cells.text(key.field < 0 ? "" : FieldName.of(Int(key.field), in: shape), to: &out)
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
