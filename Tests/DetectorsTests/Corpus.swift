import Foundation

/// The files of the corpus, by their paths below it.
enum Corpus {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")

  /// Expectations and folders left out.
  static let files: [String] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.filter {
      let path = root.appending(path: $0).path
      return !$0.contains("expected")
        && (try? FileManager.default.contentsOfDirectory(atPath: path)) == nil
    }.sorted()
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }
}
