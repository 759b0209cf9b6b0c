/// What a text says that its operator collects.
package enum DeclaredData: Sendable, Hashable {
  /// A law or a standard, which collects nothing.
  case notApplicable
  /// The text's lists are empty: there is nothing to compare findings with.
  case emptyInText([Citation])
  case listed([Declaration])

  package var citations: [Citation] {
    switch self {
    case .notApplicable: []
    case .emptyInText(let citations): citations
    case .listed(let declarations): declarations.map(\.citation)
    }
  }

  /// Whether a found datum is declared; nil where there is nothing to compare it with.
  package func declares(_ datum: Datum) -> Bool? {
    guard case .listed(let declarations) = self else { return nil }
    return declarations.contains { declaration in
      declaration.data.contains { $0.covers(datum) }
    }
  }
}
