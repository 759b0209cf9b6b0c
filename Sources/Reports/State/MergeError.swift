package import Findings

/// Why reports cannot be merged.
package enum MergeError: Error, Sendable {
  /// What must be the same in all reports.
  package enum Difference: Sendable {
    case program
    case ruleset
    case key
    case asOf
    case policies
    case types
    case options
  }

  /// The file, and what the system said.
  case unreadable(path: String, errno: Int32)
  /// The file is no state of a report, or damaged.
  case malformed(path: String)
  /// Two directories, and what their reports differ in.
  case different(String, String, Difference)
  /// Both hold the same share of a run, or the same file.
  case overlapping(String, String)
  case output(OutputError)
}
