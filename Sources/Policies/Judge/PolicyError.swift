package import Findings

/// Policies that cannot judge. A loader finds and places these faults before a run.
package enum PolicyError: Error, Hashable, Sendable {
  case noPolicy
  case duplicate(policy: String)
  case unknownFallback(policy: String, fallback: String)
  /// The chain of ids that leads back to its first.
  case cycle([String])
  /// `class from` names a policy that is no fallback of this one, or that says nothing of the datum.
  case nothingToTake(policy: String, datum: Datum, fallback: String)
  /// Neither the policy nor its fallbacks give the type a class.
  case unclassified(policy: String, type: TypeID)
  /// A class for persons below an age that the tallies of a run cannot tell apart.
  case ageNotTallied(policy: String, belowYears: Int)
}
