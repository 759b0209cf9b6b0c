import Foundation

/// A line of `expected.jsonl`: a value that was planted and must be found.
struct ExpectedItem: Decodable {
  let path: String
  let type: String
  /// Nil for a value in the file's own name.
  let start: Int?
  let end: Int?
  let table: String?
  let field: String?
  let record: Int?
  let surrounding: String
  let ageBand: String
  let kind: String?
  let value: String
  /// True where the value may be found and need not be.
  var optional: Bool?

  /// Whether a miss counts.
  var isAsked: Bool { optional != true }

  /// All expectations under `directory`: of its folders, or its own.
  static func load(from directory: String) throws -> [ExpectedItem] {
    let root = URL(filePath: directory)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    var items: [ExpectedItem] = []
    for name in [""] + names {
      let file = root.appending(path: name).appending(path: "expected.jsonl")
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      try JSONLines(url: file).forEach(ExpectedItem.self) { items.append($0) }
    }
    return items
  }
}
