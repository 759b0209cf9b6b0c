/// All counts of a source: what the inventory is made of.
package struct SourceTally: Sendable {
  package struct Key: Hashable, Comparable, Sendable {
    /// Index into `tables`, or -1 outside tables.
    package let table: Int32
    /// 0-based column, or -1 outside tables.
    package let field: Int32
    /// Index into the run's list of types.
    package let type: UInt16

    package init(table: Int32, field: Int32, type: UInt16) {
      self.table = table
      self.field = field
      self.type = type
    }

    /// - Parameter numbers: of the columns of tables (`SourceTally.adopt`).
    package func renumbered(by numbers: [Int32: [Int32]]) -> Key {
      guard let columns = numbers[table], columns.indices.contains(Int(field)) else { return self }
      return Key(table: table, field: columns[Int(field)], type: type)
    }

    package static func < (a: Self, b: Self) -> Bool {
      (a.table, a.field, a.type) < (b.table, b.field, b.type)
    }
  }

  /// A table met in the source, with what its reader said of it.
  package struct Table: Sendable {
    package var shape: TableShape
    package var records: UInt64 = 0
    /// Values that are not NULL, per column.
    package var values: [UInt64] = []
    /// Whose data each column holds.
    package var roles: [Role] = []

    package init(shape: TableShape) { self.shape = shape }
  }

  package var tables: [Table] = []
  package var fields = FieldTallies()
  /// Of the text outside tables, then of each table: see `persons(ofTable:)`.
  package var persons: [PersonTally] = []

  package init() {}

  /// Fingerprints that all fields of a source keep exactly: 16 MiB of them.
  private static let exactLimit = 1 << 20
  /// A sketch takes as much memory as this many fingerprints.
  private static let sketchWorth = 1 << 10

  /// Keeps the memory of the distinct counts within bounds: where the fields together keep more
  /// fingerprints than the limit, the largest go over to sketches until half of it is free.
  ///
  /// Parts are merged in order, so which fields these are does not depend on the number of threads.
  package mutating func boundMemory() {
    var total = persons.reduce(0) { $0 + $1.exactCountAtMost }
    for i in fields.indices { total += fields.values[i].exactCountAtMost }
    guard total > Self.exactLimit else { return }
    for key in fields.keys { fields.withTally(of: key) { $0.settle() } }
    total = persons.reduce(0) { $0 + $1.exactCount }
    total = fields.values.reduce(total) { $0 + $1.exactCount }
    guard total > Self.exactLimit else { return }
    let largest = fields.map { (key: $0.key, count: $0.value.exactCount) }.sorted {
      ($1.count, $0.key) < ($0.count, $1.key)
    }
    for (key, count) in largest {
      guard total > Self.exactLimit / 2, count > Self.sketchWorth else { break }
      fields.withTally(of: key) { $0.compact() }
      total -= count
    }
    for index in persons.indices where total > Self.exactLimit / 2 {
      let count = persons[index].exactCount
      guard count > Self.sketchWorth else { continue }
      persons[index].compact()
      total -= count
    }
  }

  /// Bytes of memory the counts hold, roughly: their sets of fingerprints are half full.
  package var sizeInBytes: Int {
    var size = 0
    for i in fields.indices { size += 1024 + fields.values[i].exactCountAtMost * 32 }
    return size
  }

  /// What the records of a table tell of their persons; of the text outside tables for -1.
  package func persons(ofTable table: Int32) -> PersonTally {
    let index = Int(table) + 1
    return index < persons.count ? persons[index] : PersonTally()
  }

  /// The keys of `fields` in order, those of one table together; the text outside tables comes first.
  package var keysByTable: [ArraySlice<Key>] {
    let keys = fields.keys.sorted()
    var slices: [ArraySlice<Key>] = []
    var start = 0
    for (index, key) in keys.enumerated() where key.table != keys[start].table {
      slices.append(keys[start..<index])
      start = index
    }
    if start < keys.count { slices.append(keys[start...]) }
    return slices
  }

  /// What the persons in some fields are counted from: those of one table, or of all that hold something.
  ///
  /// - Parameter identifiers: for each of the run's types, as `Identifier(type:)` gives it.
  package func personSets(
    in keys: some Sequence<Key>, _ identifiers: [Identifier?]
  ) -> PersonSets {
    var sets = PersonSets()
    for key in keys {
      guard let identifier = identifiers[Int(key.type)], identifier.rank != nil,
        let tally = fields[key]
      else { continue }
      sets.add(identifier, tally.distinct, linked: tally.linked)
    }
    return sets
  }

  /// Where in `persons` those of a table stand, or of the text outside tables for -1; makes room for them.
  package mutating func placeOfPersons(ofTable table: Int32) -> Int {
    let place = Int(table) + 1
    while persons.count <= place { persons.append(PersonTally()) }
    return place
  }

  /// The name of a table; empty for the text outside tables.
  package func tableName(_ table: Int32) -> String {
    table >= 0 && Int(table) < tables.count ? tables[Int(table)].shape.name : ""
  }

  /// Whose data the field of a key holds; the subject's outside tables.
  package func role(of key: Key) -> Role {
    guard key.table >= 0, key.field >= 0, Int(key.table) < tables.count else { return .subject }
    let roles = tables[Int(key.table)].roles
    return Int(key.field) < roles.count ? roles[Int(key.field)] : .subject
  }

  /// Takes in the tables of a later part of the same source, which stand in the same order.
  ///
  /// - Returns: the numbers that columns have here, for tables that number them as they meet them and
  ///   met them in another order; nothing for the others.
  package mutating func adopt(_ later: [Table]) -> [Int32: [Int32]] {
    var numbers: [Int32: [Int32]] = [:]
    for (index, table) in later.enumerated() where table.shape.numbersColumnsAsMet {
      guard index < tables.count else {
        var empty = Table(shape: table.shape)
        empty.roles = table.roles
        tables.append(empty)
        continue
      }
      let own = tables[index].shape.columns
      let names = table.shape.columns.map(\.name)
      if own.count >= names.count, zip(own, names).allSatisfy({ $0.name == $1 }) { continue }
      var known = Dictionary(
        own.enumerated().map { ($1.name, Int32($0)) }, uniquingKeysWith: { first, _ in first })
      numbers[Int32(index)] = names.indices.map { column in
        if let number = known[names[column]] { return number }
        let number = Int32(tables[index].shape.columns.count)
        known[names[column]] = number
        tables[index].shape.columns.append(table.shape.columns[column])
        if column < table.roles.count, tables[index].roles.count == Int(number) {
          tables[index].roles.append(table.roles[column])
        }
        return number
      }
    }
    return numbers
  }

  /// Adds the counts of a later part of the same source, whose tables stand in the same order.
  package mutating func merge(_ later: SourceTally) {
    let numbers = adopt(later.tables)
    for (index, table) in later.tables.enumerated() {
      guard index < tables.count else {
        tables.append(table)
        continue
      }
      tables[index].records += table.records
      let own = numbers[Int32(index)]
      for (column, count) in table.values.enumerated() {
        let number = own.map { Int($0[column]) } ?? column
        if tables[index].values.count <= number {
          tables[index].values += Array(
            repeating: 0, count: number + 1 - tables[index].values.count)
        }
        tables[index].values[number] += count
      }
      guard own == nil else { continue }
      if tables[index].roles.count < table.roles.count { tables[index].roles = table.roles }
      if table.shape.columns.count >= tables[index].shape.columns.count
        || !table.shape.numbersColumnsAsMet
      {
        tables[index].shape = table.shape
      }
    }
    for (key, tally) in later.fields {
      fields.withTally(of: key.renumbered(by: numbers)) { $0.merge(tally) }
    }
    for (index, tally) in later.persons.enumerated() {
      if index < persons.count { persons[index].merge(tally) } else { persons.append(tally) }
    }
    boundMemory()
  }
}
