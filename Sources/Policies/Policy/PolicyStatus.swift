package import Findings

/// What a text says of its own date. A date that is not printed is not supplied.
package enum PolicyStatus: Sendable, Hashable {
  case inForce(from: CivilDate, Citation?)
  case dated(CivilDate, Citation?)
  case undated

  package var citation: Citation? {
    switch self {
    case .inForce(_, let citation), .dated(_, let citation): citation
    case .undated: nil
    }
  }
}
