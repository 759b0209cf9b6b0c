extension DistinctCounter {
  package func encode(into state: inout StateEncoder) {
    var counter = self
    counter.settle()
    state.flag(counter.isExact)
    if counter.isExact {
      // In order, so that equal sets give equal bytes.
      state.list(counter.exactFingerprints.sorted()) { $0.fingerprint($1) }
    } else {
      state.text(counter.registers)
    }
  }

  package init(from state: inout StateDecoder) throws(StateError) {
    self.init()
    if try state.flag() {
      let fingerprints = try state.list(ofSize: 16) { state throws(StateError) in
        try state.fingerprint()
      }
      guard fingerprints.count <= Self.exactLimit else { throw .malformed }
      for fingerprint in fingerprints { insert(fingerprint) }
    } else {
      let registers = try state.text()
      guard registers.count == 1 << Int(Self.indexBits), registers.allSatisfy({ $0 <= 63 })
      else { throw .malformed }
      self.registers = ContiguousArray(registers)
    }
  }
}
