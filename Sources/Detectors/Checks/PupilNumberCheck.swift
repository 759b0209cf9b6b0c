import Findings

/// A pupil's number: a letter and a citizen number, whose check character and date of birth must be
/// right (GB 11643-1999, 4.2 and 4.3). Of random numbers that the letter leads 1 in 22,000 passes, and
/// 1 in 11 of those whose date a pattern has read.
struct PupilNumberCheck: Check {
  static let name = "pupil-number"

  private let checkCharacter: MOD112Check
  private let birth: BirthDateCheck

  init(_ tables: FactTables) {
    checkCharacter = MOD112Check(tables)
    birth = BirthDateCheck(tables)
  }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 19 else { return .fail }
    let number = value.extracting(1..<19)
    return checkCharacter.test(number, &facts) == .pass ? birth.test(number, &facts) : .fail
  }
}
