import Foundation
import FuzzTargets
import Testing

/// A rule that is broken ends the process, so these fail loudly or not at all.
@Suite("What parsers were fed before")
struct ReplayTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  private func files(below folder: URL) throws -> [URL] {
    guard let paths = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    return paths.compactMap { $0 as? String }.sorted().map { folder.appending(path: $0) }.filter {
      var isDirectory: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: $0.path, isDirectory: &isDirectory)
      return exists && !isDirectory.boolValue
    }
  }

  @Test("and crashed on is read without a crash", arguments: FuzzTarget.allCases)
  func crashes(target: FuzzTarget) throws {
    for file in try files(below: Self.tests.appending(path: "Crashes/\(target.rawValue)")) {
      target.read([UInt8](try Data(contentsOf: file)))
    }
  }

  @Test("is read wherever it is cut, and with bytes changed")
  func cut() throws {
    let corpus = Self.tests.deletingLastPathComponent().appending(path: "corpus")
    let files = try files(below: corpus)
    try #require(files.count > 20)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file)).prefix(4096)
      for sixteenth in 0...16 {
        FuzzTarget.any.read(Array(bytes[..<(bytes.count * sixteenth / 16)]))
      }
      var changed = Array(bytes)
      for index in stride(from: 7, to: changed.count, by: 61) { changed[index] ^= 0x15 }
      FuzzTarget.any.read(changed)
    }
  }
}
