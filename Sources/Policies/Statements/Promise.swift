/// A promise about storage that found data can be held against.
package struct Promise: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case storedInMainlandChina = "stored-in-mainland-china"
    case notExported = "not-exported"
    case exportedWithConsentOnly = "exported-with-consent-only"
    case deletedAfterPeriod = "deleted-after-period"
    case anonymisedAfterPeriod = "anonymised-after-period"
    case deletedOrAnonymisedAfterPeriod = "deleted-or-anonymised-after-period"
    case deidentifiedOrAnonymised = "deidentified-or-anonymised"
    case encrypted
    case keptAtLeast = "kept-at-least"
  }

  /// Whose or which data it is about.
  package enum Scope: String, Sendable, CaseIterable {
    case all
    case children
    case cancelledAccounts = "cancelled-accounts"
    case transactions
    case sharedWithPartners = "shared-with-partners"
  }

  package let kind: Kind
  package let scope: Scope
  /// For `keptAtLeast`.
  package let years: Int?
  /// What it covers cannot be told from the text; nothing is held against it.
  package let isAmbiguous: Bool
  package let citation: Citation

  package init(
    kind: Kind, scope: Scope, years: Int? = nil, isAmbiguous: Bool = false, citation: Citation
  ) {
    self.kind = kind
    self.scope = scope
    self.years = years
    self.isAmbiguous = isAmbiguous
    self.citation = citation
  }
}
