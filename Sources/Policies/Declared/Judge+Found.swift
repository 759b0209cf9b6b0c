import Findings

extension Judge {
  /// The gravest class that any match of a found datum has under the policy at `index`.
  package func gravestClass(
    of found: FoundDatum, _ key: FoundData.Key, policy index: Int
  ) -> DataClass {
    func dataClass(_ age: Age, _ role: Role) -> DataClass {
      verdict(policy: index, type: key.type, kind: key.kind, age: age, role: role).dataClass
    }
    var classes: [DataClass] = []
    if found.guardians > 0 { classes.append(dataClass(.unknown, .guardian)) }
    for band in AgeBand.allCases where found.matches(in: band) > 0 {
      classes.append(dataClass(.representative(of: band), .subject))
    }
    if found.under14(.after) > found.under14(.on) {
      classes.append(dataClass(.representative(of: .fourteen, onBirthday: true), .subject))
    }
    return classes.max() ?? .none
  }
}
