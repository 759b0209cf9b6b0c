package import Findings

/// The most that an audit lets pass of one thing.
package struct Limit: Sendable, Hashable {
  package enum Subject: Sendable, Hashable {
    /// Findings of class personal or sensitive.
    case personal
    /// Findings of class sensitive.
    case sensitive
    /// Findings of persons under 14.
    case minor
    /// Findings of one type.
    case type(TypeID)
    /// Distinct persons.
    case persons
  }

  package let subject: Subject
  /// The largest count that passes.
  package let most: UInt64
  /// Where a policy's text sets it; nil for a limit of the user or of the tool.
  package let citation: Citation?

  package init(_ subject: Subject, most: UInt64 = 0, citation: Citation? = nil) {
    self.subject = subject
    self.most = most
    self.citation = citation
  }
}
