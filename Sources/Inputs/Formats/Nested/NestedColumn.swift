import Findings

/// A column some of whose values are documents, and the paths in them.
final class NestedColumn {
  var paths: JSONPaths
  /// The sink's column of each path.
  private(set) var columns: [Int] = []
  private var openedCount = 0
  private var refusedCount = 0

  private static let mostPaths = 1024
  /// Values that looked like documents and were none, after which nothing is looked for any more.
  private static let mostRefused = 32

  /// - Parameter name: of the column, which the paths begin with.
  init(name: String) {
    paths = JSONPaths(rootName: name, mostPaths: Self.mostPaths)
  }

  /// The column holds other things that begin alike.
  var isGivenUp: Bool { refusedCount > Self.mostRefused && refusedCount > openedCount }

  /// The values of a text in this column, below `place`; nil where it is no document.
  func parts(of text: [UInt8], at place: Int) -> [NestedPart]? {
    guard let last = text.last(where: { !JSONCursor.isBlank($0) }) else { return nil }
    let parts: [NestedPart]? =
      switch (text[0], last) {
      case (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "["), UInt8(ascii: "]")):
        NestedJSON.parts(of: text, at: place, &paths)
      case (UInt8(ascii: "<"), UInt8(ascii: ">")):
        NestedXML.parts(of: text, at: place, &paths)
      default: nil
      }
    if place == JSONPaths.root {
      if parts == nil { refusedCount += 1 } else { openedCount += 1 }
    }
    return parts
  }

  /// Takes the sink's column for the next path that has none.
  func add(column: Int) { columns.append(column) }

  /// Whether a text may be a document, by its first byte.
  @inline(__always)
  static func mayOpen(_ first: UInt8) -> Bool {
    first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "<")
  }
}
