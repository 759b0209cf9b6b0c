import Policies
import RulesetSource

/// A policy as its file alone gives it, with the places that faults between files are reported at.
struct PolicyDraft {
  var policy: Policy
  /// The root of the file.
  let root: NodeReader
  /// Where each fallback is named, in the order of `policy.fallbacks`.
  var fallbackPlaces: [NodeReader] = []
  /// Where a reading takes its class from a fallback, by datum.
  var takenPlaces: [Datum: NodeReader] = [:]
  /// Where the age of the class rule stands.
  var agePlace: NodeReader?
  /// Where each case names its clause, in the order of `policy.cases`.
  var casePlaces: [NodeReader] = []
  /// The file itself has a fault, so the policy is of no use.
  var isFaulty = false
}
