/// A classified hit in its binary form: plain numbers, so that a batch is one block of memory.
///
/// Line and record numbers are relative to the part that was read; a `FindingBatch` carries the
/// bases that the ledger adds when the part's turn comes.
package struct FindingRecord: Sendable {
  /// Index into the run's list of types.
  package var type: UInt16
  package var kind: Kind
  package var level: Level
  package var basis: Basis
  package var role: Role
  package var labels: Labels
  /// It stands beside an identifier of a higher rank (`Identifier.rank`) of the same role, in one record.
  package var isLinked = false
  /// Another type's match of the same role stands in its record.
  package var isCombined = false
  /// How the source hides the value.
  package var concealment: Concealment
  package var age: Age
  /// Sum of the evidence, in decibans.
  package var decibans: Int16
  /// Bytes from the start of the source as stored, end exclusive; equal for a finding in a name.
  package var start: UInt64
  package var end: UInt64
  /// 1-based, part-relative; 0 for a finding in a name.
  package var line: UInt64
  package var column: UInt64
  /// Index into the source's tables, or -1 outside tables.
  package var table: Int32
  /// 0-based column of the table, or -1 outside tables.
  package var field: Int32
  /// 1-based within the table, part-relative; 0 outside tables.
  package var record: UInt64
  package var fingerprint: Fingerprint
  /// The masked form, in the batch's arena.
  package var masked: Range<UInt32>
  /// The unmasked value, in the batch's arena; empty unless it was asked for.
  package var value: Range<UInt32>
  /// The items of evidence, in the batch's list.
  package var evidence: Range<UInt32>

  package init(
    type: UInt16, kind: Kind, level: Level, basis: Basis, role: Role, labels: Labels, age: Age,
    decibans: Int16, start: UInt64, end: UInt64, line: UInt64, column: UInt64, table: Int32,
    field: Int32, record: UInt64, fingerprint: Fingerprint, masked: Range<UInt32>,
    value: Range<UInt32>, evidence: Range<UInt32>, concealment: Concealment = .none
  ) {
    self.type = type
    self.kind = kind
    self.level = level
    self.basis = basis
    self.role = role
    self.labels = labels
    self.concealment = concealment
    self.age = age
    self.decibans = decibans
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.table = table
    self.field = field
    self.record = record
    self.fingerprint = fingerprint
    self.masked = masked
    self.value = value
    self.evidence = evidence
  }
}

/// One item that speaks for or against a finding.
package struct Evidence: Equatable, Sendable {
  /// Index into the run's list of evidence names (`mod-11-2`, `label:身份证`).
  package var name: UInt16
  package var decibans: Int16

  package init(name: UInt16, decibans: Int16) {
    self.name = name
    self.decibans = decibans
  }
}

/// Findings of one part of a source, in offset order, with the bytes they refer to.
package struct FindingBatch: Sendable {
  package var findings: ContiguousArray<FindingRecord> = []
  package var evidence: ContiguousArray<Evidence> = []
  /// Masked forms and, when asked for, values.
  package var arena: ContiguousArray<UInt8> = []

  package init() {}

  package var isEmpty: Bool { findings.isEmpty }

  /// Bytes of memory the batch holds, for back-pressure.
  package var sizeInBytes: Int {
    findings.count * MemoryLayout<FindingRecord>.stride
      + evidence.count * MemoryLayout<Evidence>.stride + arena.count
  }

  package mutating func removeAll(keepingCapacity keep: Bool) {
    findings.removeAll(keepingCapacity: keep)
    evidence.removeAll(keepingCapacity: keep)
    arena.removeAll(keepingCapacity: keep)
  }
}
