import Foundation
import Inputs
import Testing

@Suite("The list of formats")
struct FormatRegistryTests {
  /// Every `static let name = InputFormat(` in the folder of formats.
  private func declared() throws -> Set<String> {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Inputs/Formats").standardized
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var names: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /static let \w+ = InputFormat\(\s*name: "([\w-]+)"/) {
        names.insert(String(match.1))
      }
    }
    return names
  }

  @Test("names every format of the folder, each once, plain text last")
  func complete() throws {
    let listed = InputFormat.all.map(\.name)
    #expect(Set(listed) == (try declared()))
    #expect(Set(listed).count == listed.count)
    #expect(listed.last == "text")
  }
}
