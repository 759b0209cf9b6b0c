import Synchronization

/// The characters of names, read from the tables when the first name is weighed and then shared by all
/// workers: a run that meets none pays nothing.
///
/// Workers that ask at the same moment may each read the tables (a millisecond); all use what the
/// first of them has stored.
final class LazyNameLexicon: Sendable {
  private let stored = AtomicLazyReference<NameLexicon>()
  private let tables: FactTables

  init(_ tables: FactTables) { self.tables = tables }

  /// See `NameLexicon.decibans(of:)`.
  func decibans(of value: Span<UInt8>) -> Int? { lexicon.decibans(of: value) }

  /// See `NameLexicon.surnameLength(_:)`.
  func surnameLength(_ value: Span<UInt8>) -> Int { lexicon.surnameLength(value) }

  private var lexicon: NameLexicon { stored.load() ?? stored.storeIfNil(NameLexicon(tables)) }
}
