import Findings

/// A number in a law or regulation from which a duty or a consequence follows.
///
/// A scan sees what lies in the files it was given, not all that an organisation holds: a line that is not
/// reached here may be reached elsewhere. None of this is legal advice.
package struct LegalLine: Sendable, Equatable {
  /// What the law counts.
  package enum Subject: Sendable, Equatable {
    /// Distinct persons.
    case persons
    /// Distinct persons with sensitive data.
    case sensitivePersons
    /// Items (the law's 条), taken as the findings of these types.
    case items(Set<String>)
  }

  /// When the line is passed.
  package enum Border: Sendable, Equatable {
    case from(UInt64)
    case above(UInt64)

    package var number: UInt64 {
      switch self {
      case .from(let number), .above(let number): number
      }
    }

    func isPassed(by count: UInt64) -> Bool {
      switch self {
      case .from(let number): count >= number
      case .above(let number): count > number
      }
    }
  }

  package enum Standing: String, Sendable {
    case passed
    /// The bounds lie on both sides.
    case perhaps
    /// From four fifths of the number.
    case near
    case below
  }

  package let id: String
  package let subject: Subject
  package let border: Border
  /// The law's name and article, in Chinese: it is cited as it is published.
  package let source: String
  package let consequenceInChinese: String
  package let consequenceInEnglish: String

  package func standing(_ counts: LegalCounts) -> Standing {
    let count = counts.count(of: subject)
    if border.isPassed(by: count.lower) { return .passed }
    if border.isPassed(by: count.upper) { return .perhaps }
    return count.upper >= border.number - border.number / 5 ? .near : .below
  }
}
