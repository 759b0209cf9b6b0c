import Findings

/// What the matches of one record tell of who its persons are.
///
/// It holds no more than the place of the first identifier of each sort, so a record may be as long as it
/// likes, and is begun anew with a few stores.
struct RecordPersons {
  /// The subject, or its guardians.
  private struct Side {
    /// The rank of the best identifier.
    var bestRank = PersonSigns.unranked
    /// The type of the first match; -1 without one.
    var firstType: Int32 = -1
    /// There are matches of several types.
    var isCombined = false

    mutating func add(type: UInt16, rank: UInt8) {
      if firstType < 0 { firstType = Int32(type) }
      if firstType != Int32(type) { isCombined = true }
      bestRank = min(bestRank, rank)
    }
  }

  private var subjects = Side()
  private var guardians = Side()
  /// Where the first of each of the subject's identifiers stands, -1 without one. Index:
  /// `Identifier.rawValue`.
  private var first = InlineArray<6, Int32>(repeating: -1)
  private(set) var hintsAtMinor = false
  /// A match about the subject stands in the clear.
  private(set) var isPlain = false

  var hasSubject: Bool { subjects.firstType >= 0 }
  var hasGuardian: Bool { guardians.firstType >= 0 }

  /// - Parameter place: where the finding stands in its batch.
  @inline(__always)
  mutating func add(_ finding: borrowing FindingRecord, at place: Int, _ signs: PersonSigns) {
    if signs.hintsAtMinor { hintsAtMinor = true }
    guard case .subject = finding.role else {
      guardians.add(type: finding.type, rank: signs.rank)
      return
    }
    subjects.add(type: finding.type, rank: signs.rank)
    if case .none = finding.concealment { isPlain = true }
    let identifier = Int(signs.identifier)
    if identifier < first.count, first[identifier] < 0 { first[identifier] = Int32(place) }
  }

  /// Matches of several types of one role stand in the record.
  var hasCombined: Bool { subjects.isCombined || guardians.isCombined }

  /// Whether matches of several types of the finding's role stand in the record, and whether one of them is
  /// an identifier of a higher rank than the finding.
  @inline(__always)
  func standing(
    of finding: borrowing FindingRecord, _ signs: PersonSigns
  ) -> (isCombined: Bool, isLinked: Bool) {
    let side: Side
    if case .subject = finding.role { side = subjects } else { side = guardians }
    return (
      side.isCombined, signs.rank < PersonSigns.unranked && side.bestRank < signs.rank
    )
  }

  /// What tells the subject from other persons: a number of its own before name and birth date, these before
  /// a phone, which children of one family share. Nil where nothing does.
  ///
  /// - Parameter findings: those of the batch that the places are of.
  func subject(in findings: borrowing ContiguousArray<FindingRecord>) -> Fingerprint? {
    if let number = place(.idNumber) ?? place(.studentNumber) {
      return findings[number].fingerprint
    }
    if let name = place(.name), let birth = place(.birthDate) {
      return findings[name].fingerprint.joined(with: findings[birth].fingerprint)
    }
    return (place(.mobilePhone) ?? place(.email)).map { findings[$0].fingerprint }
  }

  private func place(_ identifier: Identifier) -> Int? {
    let place = first[Int(identifier.rawValue)]
    return place < 0 ? nil : Int(place)
  }
}
