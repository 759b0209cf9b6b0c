import Findings

/// A table some of whose columns hold documents: the columns of the source and those of the paths, as the
/// sink has them.
///
/// Columns of the source keep their numbers until the first path is met; what the source has beyond them
/// comes behind the paths.
final class NestedTable {
  private(set) var shape: TableShape
  /// The sink's column of each of the source's; empty while they are the same.
  private var numbers: [Int] = []
  /// The sink's columns, once they are others than the source's.
  private var sinkColumns: [ColumnShape] = []
  private var nested: [Int: NestedColumn] = [:]
  /// The sink has not been told of all columns.
  var hasNews = false
  /// One more than the greatest column of the source that was met.
  var width = 0
  /// Records that were met before the first document.
  var plainRecords = 0

  /// All paths of a table; documents of columns beyond stay text.
  private static let mostColumns = 4096
  private static let mostNestedColumns = 256

  init(_ shape: TableShape) {
    self.shape = shape
  }

  var isOpened: Bool { !numbers.isEmpty }
  var isFull: Bool {
    sinkColumns.count >= Self.mostColumns || nested.count > Self.mostNestedColumns
  }

  /// The shape that the sink is told.
  var sinkShape: TableShape {
    guard isOpened else { return shape }
    var opened = shape
    opened.columns = sinkColumns
    return opened
  }

  /// Takes over what the source has learnt of the table.
  func describe(_ newer: TableShape) {
    shape = newer
    guard isOpened else { return }
    for (column, described) in newer.columns.enumerated() {
      sinkColumns[number(of: column)] = described
    }
    // Who describes tells the sink.
    hasNews = false
  }

  /// The sink's column for one of the source's.
  func number(of column: Int) -> Int {
    guard isOpened else { return column }
    while numbers.count <= column {
      // Its number among the sink's columns is not the one that a reader of the report counts to.
      let name = "#\(numbers.count + 1)"
      numbers.append(sinkColumns.count)
      sinkColumns.append(ColumnShape(name: name))
      hasNews = true
    }
    return numbers[column]
  }

  /// What is known of the documents in a column of the source.
  func documents(in column: Int) -> NestedColumn {
    if let known = nested[column] { return known }
    let name = column < shape.columns.count ? shape.columns[column].name : ""
    let made = NestedColumn(name: name.isEmpty ? "#\(column + 1)" : name)
    nested[column] = made
    return made
  }

  /// Gives each path of a column's documents a column of the sink; true if there are new ones.
  ///
  /// They have the comment of the column that they are part of, or its name: what stands in a column of
  /// diagnoses is one, whatever its key.
  func adopt(_ documents: NestedColumn, of column: Int) -> Bool {
    let paths = documents.paths.columns
    guard paths.count > documents.columns.count else { return false }
    if !isOpened {
      let count = max(width, shape.columns.count, column + 1)
      sinkColumns =
        shape.columns
        + (shape.columns.count..<count).map { _ in ColumnShape(name: "") }
      numbers = Array(0..<count)
    }
    let outer = column < shape.columns.count ? shape.columns[column] : ColumnShape(name: "")
    for path in paths[documents.columns.count...] {
      documents.add(column: sinkColumns.count)
      sinkColumns.append(
        ColumnShape(name: path.name, comment: outer.comment.isEmpty ? outer.name : outer.comment))
    }
    return true
  }
}
