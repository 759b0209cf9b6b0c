/// The limits that a policy sets to an audit.
package struct PolicyLimits: Sendable, Hashable {
  package var limits: [Limit]
  /// The tool's default holds beside them, marked as the tool's; otherwise they replace it.
  package var keepsDefault: Bool

  package init(limits: [Limit] = [], keepsDefault: Bool = false) {
    self.limits = limits
    self.keepsDefault = keepsDefault
  }
}
