extension SourceReport {
  package func encode(into state: inout StateEncoder) {
    state.number(number)
    state.text(identity.path)
    state.optional(identity.member) { $0.text($1) }
    state.number(Int(coverage.status.rawValue))
    state.optional(coverage.reason) { $0.number(Int($1.rawValue)) }
    state.text(coverage.format)
    state.text(coverage.encoding)
    for count in [coverage.bytes, coverage.bytesScanned, coverage.records] { state.number(count) }
    state.list(gaps) { $1.encode(into: &$0) }
    state.optional(modified) { $0.signed($1) }
    tally.encode(into: &state)
  }

  /// - Parameter typeCount: of the run, which keys of the tally are indices into.
  package init(from state: inout StateDecoder, typeCount: Int) throws(StateError) {
    let number = try state.number()
    let path = try state.text()
    let member = try state.optional { state throws(StateError) in try state.string() }
    var coverage = Coverage(status: try Coverage.Status(rawValue: state.byte()).orMalformed())
    coverage.reason = try state.optional { state throws(StateError) in
      try GapReason(rawValue: state.byte()).orMalformed()
    }
    coverage.format = try state.string()
    coverage.encoding = try state.string()
    coverage.bytes = try state.number()
    coverage.bytesScanned = try state.number()
    coverage.records = try state.number()
    let gaps = try state.list { state throws(StateError) in try Gap(from: &state) }
    let modified = try state.optional { state throws(StateError) in try state.signed() }
    self.init(
      identity: SourceIdentity(path: path, member: member), coverage: coverage, gaps: gaps,
      modified: modified, tally: try SourceTally(from: &state, typeCount: typeCount),
      number: number)
  }
}

extension Gap {
  func encode(into state: inout StateEncoder) {
    state.number(Int(reason.rawValue))
    state.optional(bytes) { $0.number($1) }
    state.optional(byteOffset) { $0.number($1) }
    state.optional(errno) { $0.signed(Int64($1)) }
  }

  init(from state: inout StateDecoder) throws(StateError) {
    let reason = try GapReason(rawValue: state.byte()).orMalformed()
    let bytes = try state.optional { state throws(StateError) in try state.number() }
    let offset = try state.optional { state throws(StateError) in try state.number() }
    let errno = try state.optional { state throws(StateError) in
      try Int32(exactly: state.signed()).orMalformed()
    }
    self.init(reason, bytes: bytes, at: offset, errno: errno)
  }
}
