extension PersonTally {
  package func encode(into state: inout StateEncoder) {
    for i in recordsByBand.indices { state.number(recordsByBand[i]) }
    for i in minorsBySource.indices { state.number(minorsBySource[i]) }
    for i in anonymous.indices { state.number(anonymous[i]) }
    for count in [turning14Today, weakSigns, guardianBeside, plainUnder14, plainUpTo14] {
      state.number(count)
    }
    for counter in minors { counter.encode(into: &state) }
    state.list(sample.smallest) { $0.fingerprint($1) }
    state.flag(sample.isPartial)
  }

  package init(from state: inout StateDecoder) throws(StateError) {
    self.init()
    for i in recordsByBand.indices { recordsByBand[i] = try state.number() }
    for i in minorsBySource.indices { minorsBySource[i] = try state.number() }
    for i in anonymous.indices { anonymous[i] = try state.number() }
    turning14Today = try state.number()
    weakSigns = try state.number()
    guardianBeside = try state.number()
    plainUnder14 = try state.number()
    plainUpTo14 = try state.number()
    for i in minors.indices { minors[i] = try DistinctCounter(from: &state) }
    let smallest = try state.list(ofSize: 16) { state throws(StateError) in
      try state.fingerprint()
    }
    guard smallest.count <= PersonSample.capacity, zip(smallest, smallest.dropFirst()).allSatisfy(<)
    else { throw .malformed }
    sample = PersonSample(
      smallest: ContiguousArray(smallest), isPartial: try state.flag())
  }
}
