import Findings

/// A collection of documents and the paths of their values.
final class DocumentTable {
  /// As reports print it; empty where nothing names it.
  let name: String
  var paths = JSONPaths()

  init(name: String) {
    self.name = name
  }

  var shape: TableShape { TableShape(name: name, columns: paths.columns) }
}
