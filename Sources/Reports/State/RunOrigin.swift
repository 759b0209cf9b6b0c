package import Findings
package import Policies

/// Which run a report is of, as far as its merging with others needs to know and no report prints.
package struct RunOrigin: Sendable, Equatable {
  /// Tells the run's key from others (`FingerprintKey.check`).
  package var key: Fingerprint
  /// A keyed fingerprint of the paths that the run was given; nil once runs of different paths were merged.
  package var roots: Fingerprint?
  /// The shares of the run's files that were read, rising, from 1 to `shareCount`.
  package var shares: [Int]
  package var shareCount: Int
  /// The argument of `--findings`.
  package var findings: String
  /// Limits that the user gave an audit; nil for a scan.
  package var auditLimits: [Limit]?

  package init(
    key: Fingerprint, roots: Fingerprint?, shares: [Int] = [1], shareCount: Int = 1,
    findings: String = "all", auditLimits: [Limit]? = nil
  ) {
    self.key = key
    self.roots = roots
    self.shares = shares
    self.shareCount = shareCount
    self.findings = findings
    self.auditLimits = auditLimits
  }

  /// Of a run that nothing is merged with.
  package static let unknown = RunOrigin(key: Fingerprint(high: 0, low: 0), roots: nil)
}
