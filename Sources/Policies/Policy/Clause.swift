/// A place of a text that something rests on.
package struct Clause: Sendable, Hashable {
  /// `<printed heading path>@L<line>` for a text that is pinned by its digest; article and item, or
  /// annex and row, for a law or a standard.
  package let id: String
  /// What the clause is about, in words of our own.
  package let heading: String

  package init(id: String, heading: String) {
    self.id = id
    self.heading = heading
  }

  /// The 1-based line that the id names; nil for laws and standards.
  package var line: Int? { Self.line(of: id) }

  /// The 1-based line that a clause id names after its last `@L`, without sign or leading zero.
  package static func line(of id: some StringProtocol) -> Int? {
    guard let at = id.lastIndex(of: "@") else { return nil }
    let tail = id[id.index(after: at)...]
    guard tail.first == "L", let first = tail.dropFirst().first, ("1"..."9").contains(first)
    else { return nil }
    return Int(tail.dropFirst())
  }
}
