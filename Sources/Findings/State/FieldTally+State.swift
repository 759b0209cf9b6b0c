extension FieldTally {
  package func encode(into state: inout StateEncoder) {
    for count in [tested, matches, possible, testData, masked] { state.number(count) }
    // Most of the cells are empty.
    for cells in [matchesByLevelAgeAndKind, turning14ByLevelAndKind] {
      let counted = cells.indices.filter { cells[$0] > 0 }
      state.list(counted) {
        $0.number($1)
        $0.number(cells[$1])
      }
    }
    for level in combinedByLevel.indices { state.number(combinedByLevel[level]) }
    state.list(masking.counts) { $0.number($1) }
    state.number(Int(level.rawValue))
    state.number(Int(basis.rawValue))
    state.flag(isMixed)
    distinct.encode(into: &state)
    linked.encode(into: &state)
    state.text(sample)
    state.list(sampleEvidence) {
      $0.number(Int($1.name))
      $0.signed(Int64($1.decibans))
    }
  }

  package init(from state: inout StateDecoder) throws(StateError) {
    self.init()
    tested = try state.number()
    matches = try state.number()
    possible = try state.number()
    testData = try state.number()
    masked = try state.number()
    try Self.decode(&matchesByLevelAgeAndKind, from: &state)
    try Self.decode(&turning14ByLevelAndKind, from: &state)
    for level in combinedByLevel.indices { combinedByLevel[level] = try state.number() }
    let hidden = try state.list { state throws(StateError) in try state.number() }
    guard hidden.isEmpty || hidden.count == Concealment.allCases.count else { throw .malformed }
    masking.counts = ContiguousArray(hidden)
    level = try Level(rawValue: state.byte()).orMalformed()
    basis = try Basis(rawValue: state.byte()).orMalformed()
    isMixed = try state.flag()
    let distinct = try DistinctCounter(from: &state)
    setDistinct(distinct, linked: try DistinctCounter(from: &state))
    sample = ContiguousArray(try state.text())
    let items = try state.list(ofSize: 2) { state throws(StateError) in
      let name = UInt16(try state.index(upTo: Int(UInt16.max)))
      return Evidence(name: name, decibans: try Int16(exactly: state.signed()).orMalformed())
    }
    sampleEvidence = ContiguousArray(items)
  }

  private static func decode(
    _ cells: inout ContiguousArray<UInt64>, from state: inout StateDecoder
  ) throws(StateError) {
    let limit = cells.count - 1
    let counted = try state.list(ofSize: 2) { state throws(StateError) in
      (try state.index(upTo: limit), try state.number())
    }
    for (cell, count) in counted { cells[cell] = count }
  }
}

extension Optional {
  /// The value; there is none where bytes stand for no case.
  package func orMalformed() throws(StateError) -> Wrapped {
    guard let self else { throw .malformed }
    return self
  }
}
