import Findings

/// A collection of documents and the paths of their values.
final class DocumentTable {
  /// As reports print it; empty where nothing names it.
  let name: String
  var paths: JSONPaths

  init(name: String, mostPaths: Int = 4096) {
    self.name = name
    paths = JSONPaths(mostPaths: mostPaths)
  }

  var shape: TableShape { TableShape(name: name, columns: paths.columns) }
}
