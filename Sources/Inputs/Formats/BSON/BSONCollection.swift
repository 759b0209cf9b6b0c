import Findings

/// A collection and the paths of its values.
final class BSONCollection {
  let name: String
  var paths = JSONPaths()

  init(name: String) {
    self.name = name
  }

  var shape: TableShape { TableShape(name: name, columns: paths.columns) }
}
