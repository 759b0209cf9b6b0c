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
  package var fields: [Key: FieldTally] = [:]

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
    var total = fields.values.reduce(0) { $0 + $1.distinct.exactCount }
    guard total > Self.exactLimit else { return }
    let largest = fields.map { (key: $0.key, count: $0.value.distinct.exactCount) }.sorted {
      ($1.count, $0.key) < ($0.count, $1.key)
    }
    for (key, count) in largest {
      guard total > Self.exactLimit / 2, count > Self.sketchWorth else { break }
      fields[key]?.distinct.compact()
      total -= count
    }
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
      fields[key.renumbered(by: numbers), default: FieldTally()].merge(tally)
    }
    boundMemory()
  }
}
