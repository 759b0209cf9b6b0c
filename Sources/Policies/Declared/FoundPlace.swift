package import Findings

/// Where a datum was found: a field of a table, or the text of a source. Holds names, never values.
package struct FoundPlace: Hashable, Comparable, Sendable {
  /// As reports print it: bytes, masked where the name held a value.
  package let path: [UInt8]
  /// Path inside an archive, table of a live database; nil for a file itself.
  package let member: String?
  /// Empty outside tables and for separated values.
  package let table: String
  /// The name of the column, `#3` where it has none; empty outside tables.
  package let field: String

  package init(_ source: SourceIdentity, table: String, field: String) {
    path = source.path
    member = source.member
    self.table = table
    self.field = field
  }

  /// By the bytes of path, member, table and field.
  package static func < (a: Self, b: Self) -> Bool {
    if a.path != b.path { return a.path.lexicographicallyPrecedes(b.path) }
    let (left, right) = (
      [a.member ?? "", a.table, a.field], [b.member ?? "", b.table, b.field]
    )
    for (x, y) in zip(left, right) where !x.utf8.elementsEqual(y.utf8) {
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return false
  }
}
