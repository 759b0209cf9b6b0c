import Findings

/// What decides the class of a match: the same for all matches that agree in these five.
///
/// There are few such cases (types × kinds × groups of age × roles × 2), so that the page holds the
/// verdicts of all policies once for each and can judge every filter by itself.
struct PageCase: Hashable {
  let type: Int
  let kind: Kind
  let age: AgeGroup
  let role: Role
  /// It stands beside data of a person, and some policy of the run gives it another class for that.
  let isCombined: Bool
}
