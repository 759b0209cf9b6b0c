import Foundation
import Testing

/// The folder of a dump in an archive, its files in an order that is asked for.
struct PackedFolder: Sendable, CustomTestStringConvertible {
  enum Form: String, CaseIterable {
    case tar
    case tarGzip = "tar.gz"
    case tarZstd = "tar.zst"
    case zip
    case sevenZip = "7z"
  }

  let form: Form
  /// Whether what defines the rows comes before them.
  let definesFirst: Bool
  var testDescription: String { form.rawValue + (definesFirst ? "" : ", rows first") }

  static let all = Form.allCases.flatMap { form in
    [true, false].map { PackedFolder(form: form, definesFirst: $0) }
  }

  /// - Parameter defines: whether a file of this name holds definitions.
  /// - Returns: the path of the archive.
  func pack(_ folder: String, in scratch: Scratch, defines: (String) -> Bool) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted {
      defines($0) != defines($1) ? defines($0) == definesFirst : $0 < $1
    }
    let path = scratch.path + "/\(UUID().uuidString).\(form.rawValue)"
    let base = URL(filePath: folder)
    let parent = base.deletingLastPathComponent().path
    let list = try scratch.write(
      "list", names.map { base.lastPathComponent + "/" + $0 + "\n" }.joined())
    switch form {
    case .tar: try Command.run(["tar", "-cf", path, "-C", parent, "-T", list])
    case .tarGzip: try Command.run(["tar", "-czf", path, "-C", parent, "-T", list])
    case .tarZstd:
      try Command.run(["tar", "-I", "zstd -q", "-cf", path, "-C", parent, "-T", list])
    case .zip:
      try Command.run(
        ["sh", "-c", "cd \"$0\" && exec zip -q -@ \"$1\"", parent, path],
        input: names.map { base.lastPathComponent + "/" + $0 + "\n" }.joined())
    case .sevenZip:
      try Command.run(
        ["sh", "-c", "cd \"$0\" && exec 7z a -bd -mqs=off \"$1\" @\"$2\"", parent, path, list])
    }
    return path
  }
}
