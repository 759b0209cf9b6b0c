extension SourceTally {
  package func encode(into state: inout StateEncoder) {
    state.list(tables) { $1.encode(into: &$0) }
    state.list(fields.keys.sorted()) { state, key in
      state.signed(Int64(key.table))
      state.signed(Int64(key.field))
      state.number(Int(key.type))
      fields[key]?.encode(into: &state)
    }
    state.list(persons) { $1.encode(into: &$0) }
  }

  /// - Parameter typeCount: of the run, which keys are indices into.
  package init(from state: inout StateDecoder, typeCount: Int) throws(StateError) {
    self.init()
    tables = try state.list { state throws(StateError) in try Table(from: &state) }
    let tableCount = Int64(tables.count)
    let entries = try state.list { state throws(StateError) in
      let (table, field) = (try state.signed(), try state.signed())
      let type = try state.index(upTo: typeCount - 1)
      guard (-1..<tableCount).contains(table), (-1...Int64(Int32.max)).contains(field)
      else { throw StateError.malformed }
      let key = Key(table: Int32(table), field: Int32(field), type: UInt16(type))
      return (key, try FieldTally(from: &state))
    }
    for (key, tally) in entries { fields[key] = tally }
    persons = try state.list { state throws(StateError) in try PersonTally(from: &state) }
  }
}

extension SourceTally.Table {
  /// What reports print of a table: comments and declared types are not among it.
  func encode(into state: inout StateEncoder) {
    state.text(shape.name)
    state.list(shape.columns) { $0.text($1.name) }
    state.number(records)
    state.list(values) { $0.number($1) }
    state.list(roles) { $0.number(Int($1.rawValue)) }
  }

  init(from state: inout StateDecoder) throws(StateError) {
    let name = try state.string()
    let columns = try state.list { state throws(StateError) in
      ColumnShape(name: try state.string())
    }
    self.init(shape: TableShape(name: name, columns: columns))
    records = try state.number()
    values = try state.list { state throws(StateError) in try state.number() }
    roles = try state.list { state throws(StateError) in
      try Role(rawValue: state.byte()).orMalformed()
    }
  }
}
