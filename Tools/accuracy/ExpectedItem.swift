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
  var surrounding: String
  let ageBand: String
  let kind: String?
  let value: String
  /// True where the value may be found and need not be.
  var optional: Bool?

  /// Whether a miss counts.
  var isAsked: Bool { optional != true }

  /// All expectations under `directory`: of its folders, or its own.
  ///
  /// With `byStem` the first part of a file's name stands for the surrounding: material of one
  /// source is in files of one name.
  static func load(from directory: String, byStem: Bool = false) throws -> [ExpectedItem] {
    let root = URL(filePath: directory)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    var items: [ExpectedItem] = []
    for name in [""] + names {
      let file = root.appending(path: name).appending(path: "expected.jsonl")
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      try JSONLines(url: file).forEach(ExpectedItem.self) { item in
        var item = item
        if byStem { item.surrounding = stem(of: item.path) }
        items.append(item)
      }
    }
    return items
  }

  /// `faker` of `log/faker.log`.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.split(separator: ".").first.map(String.init) ?? String(name)
  }
}
