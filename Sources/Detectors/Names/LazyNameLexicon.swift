/// The characters of names, read from the tables when the first name is weighed and then shared by all
/// workers: a run that meets none pays nothing.
final class LazyNameLexicon: Sendable {
  private let table: LazyTable<NameLexicon>

  init(_ tables: FactTables) { table = LazyTable(tables) { NameLexicon($0) } }

  /// See `NameLexicon.decibans(of:)`.
  func decibans(of value: Span<UInt8>) -> Int? { table.content.decibans(of: value) }

  /// See `NameLexicon.surnameLength(_:)`.
  func surnameLength(_ value: Span<UInt8>) -> Int { table.content.surnameLength(value) }
}
