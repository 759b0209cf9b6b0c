import Findings
import Policies

/// Encodes sources for the page: arrays of numbers and words that its script (`read.js`) knows by
/// their places. Keeps only the dictionaries that they point into.
struct PageSources {
  /// Rows beyond these are left to `inventory.csv`, and the page says how many: a browser has to hold
  /// them all.
  static let rowLimit = 200_000
  /// The same for sources without findings that were not read in full, and `coverage.csv`.
  static let gapLimit = 100_000

  private let run: RunDescription
  /// Types whose class depends on what stands beside them.
  private let raised: [Bool]
  private let limit: Int
  private(set) var cases = PageWords<PageCase>()
  private(set) var evidence = PageWords<UInt16>()
  private(set) var words = PageWords<String>()
  private(set) var rows = 0
  private(set) var rowsLeftOut = 0
  private var gaps = 0
  private(set) var gapsLeftOut = 0

  init(run: RunDescription, rowLimit: Int = Self.rowLimit) {
    self.run = run
    raised = run.types.indices.map { type in
      run.judge.policies.indices.contains {
        run.judge.combinedIndex(policy: $0, type: type, kind: .none) != nil
      }
    }
    limit = rowLimit
  }

  /// The source as one array; nil where nothing was found in it and all of it was read, or where the
  /// page is full.
  mutating func encoded(_ source: SourceReport) -> [UInt8]? {
    let keys = source.tally.fields.keys.sorted().filter { key in
      (source.tally.fields[key]?.matches ?? 0) > 0
    }
    let fits = max(0, min(keys.count, limit - rows))
    rowsLeftOut += keys.count - fits
    let isRead = source.coverage.reason == nil && source.gaps.isEmpty
    if fits == 0 {
      if isRead { return nil }
      guard gaps < Self.gapLimit else {
        gapsLeftOut += 1
        return nil
      }
      gaps += 1
    }
    rows += fits
    var list = JSONList()
    list.list { list in
      append(source, to: &list)
      append(source.gaps, to: &list)
      append(keys.prefix(fits), of: source.tally, to: &list)
    }
    return list.bytes
  }

  private mutating func append(_ source: SourceReport, to list: inout JSONList) {
    let coverage = source.coverage
    list.text(source.identity.path)
    if let member = source.identity.member { list.text(member) } else { list.number(0) }
    list.number(Int(coverage.status.rawValue))
    list.number(coverage.reason.map { Int($0.rawValue) } ?? -1)
    list.number(words.index(of: coverage.format))
    list.number(words.index(of: coverage.encoding))
    list.number(coverage.bytes)
    list.number(coverage.bytesScanned)
    list.number(coverage.records)
    list.number(words.index(of: source.modified.flatMap(DayText.day) ?? ""))
  }

  /// Each as its reason, bytes and offset.
  private func append(_ gaps: [Gap], to list: inout JSONList) {
    list.list { list in
      for gap in gaps {
        list.list {
          $0.number(Int(gap.reason.rawValue))
          $0.number(gap.bytes)
          $0.number(gap.byteOffset)
        }
      }
    }
  }

  /// The tables that rows stand in, then the rows.
  private mutating func append(
    _ keys: some Collection<SourceTally.Key>, of tally: SourceTally, to list: inout JSONList
  ) {
    var places: [Int32: Int] = [:]
    list.list { list in
      for key in keys where key.table >= 0 && places[key.table] == nil {
        places[key.table] = places.count
        let table = tally.tables[Int(key.table)]
        list.list {
          $0.text(table.shape.name)
          $0.number(table.records)
        }
      }
    }
    list.list { list in
      for key in keys {
        guard let field = tally.fields[key] else { continue }
        list.list { append(key, field, of: tally, table: places[key.table] ?? -1, to: &$0) }
      }
    }
    let identifiers = run.identifiers
    list.list { list in
      for keys in tally.keysByTable {
        guard let table = keys.first?.table, table < 0 || places[table] != nil else { continue }
        let count = tally.personSets(in: keys, identifiers).count
        let people = tally.persons(ofTable: table)
        if count.count == 0, !people.hasMinors { continue }
        list.list { append(people, count, table: places[table] ?? -1, to: &$0) }
      }
    }
  }

  /// What is known of the persons of a table, or of the text outside tables for -1.
  private func append(
    _ people: PersonTally, _ count: PersonCount, table: Int, to list: inout JSONList
  ) {
    list.number(table)
    append(count, to: &list)
    guard people.hasMinors else { return }
    list.list { list in
      for band in [AgeBand.under14, .fourteen, .from15To17, .adult, .unknown] {
        list.number(people.records(band))
      }
      list.number(people.turning14Today)
    }
    list.list { list in
      for band in PersonTally.minorBands { append(people.persons(band), to: &list) }
    }
    list.list { list in
      for source in AgeSource.allCases { list.number(people.minors(toldBy: source)) }
      list.number(people.weakSigns)
    }
    list.number(people.guardianBeside)
    list.number(people.plainUnder14)
    list.number(people.plainUpTo14)
  }

  private func append(_ count: PersonCount, to list: inout JSONList) {
    list.list {
      $0.number(count.count)
      $0.number(count.lower)
      $0.number(count.upper)
    }
  }

  private mutating func append(
    _ key: SourceTally.Key, _ field: FieldTally, of tally: SourceTally, table: Int,
    to list: inout JSONList
  ) {
    list.number(table)
    var values: UInt64?
    if key.table >= 0 {
      let table = tally.tables[Int(key.table)]
      list.text(key.field < 0 ? "" : FieldName.of(Int(key.field), in: table.shape))
      let column = Int(key.field)
      values = table.values.indices.contains(column) ? table.values[column] : nil
    } else {
      list.text("")
    }
    list.number(Int(key.type))
    list.number(values)
    list.number(field.possible)
    list.number(field.testData)
    list.number(words.index(of: field.masking.word(matches: field.matches)))
    list.number(field.distinct.count)
    list.number(field.distinct.isExact ? 1 : 0)
    list.number(Int(field.basis.rawValue))
    list.number(field.isMixed ? 1 : 0)
    list.number(field.combined)
    list.text(field.sample)
    list.list { list in
      for item in field.sampleEvidence {
        list.number(evidence.index(of: item.name))
        list.number(Int(item.decibans))
      }
    }
    append(key, field, role: tally.role(of: key), to: &list)
  }

  /// How many matches there are of each case and level: case, level, count, over and over.
  ///
  /// A tally does not tell the ages of matches that stand beside others. Where that decides, they have no
  /// class alone at any age, so that the sums by class are right whichever are taken.
  private mutating func append(
    _ key: SourceTally.Key, _ field: FieldTally, role: Role, to list: inout JSONList
  ) {
    let type = Int(key.type)
    var combined = InlineArray<3, UInt64>(repeating: 0)
    if raised[type] { combined = field.combinedByLevel }
    list.list { list in
      for kind in Kind.allCases {
        for age in AgeGroup.allCases {
          for level in Level.allCases {
            let count = age.matches(in: field, level, of: kind)
            let together = min(count, combined[Int(level.rawValue)])
            combined[Int(level.rawValue)] -= together
            for (part, isCombined) in [(count - together, false), (together, true)] where part > 0 {
              let place = PageCase(
                type: type, kind: kind, age: age, role: role, isCombined: isCombined)
              list.number(cases.index(of: place))
              list.number(Int(level.rawValue))
              list.number(part)
            }
          }
        }
      }
    }
  }
}
