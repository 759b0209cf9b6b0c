import Foundation
import Testing

/// A folder in which the real programs pack what the tests unpack.
final class Packing {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  deinit { folder.removeAll() }

  /// Runs a line of shell in the folder.
  func run(_ line: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-e", "-c", line]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(line)")
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> [UInt8] { try folder.write(name, bytes) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> [UInt8] { try folder.write(name, text) }

  func path(_ name: String) -> [UInt8] { Array((folder.path + "/" + name).utf8) }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: folder.path + "/" + name)))
  }

  /// The text that most tests pack: lines that differ, about 100 KB.
  static let text: [UInt8] = Array(
    (0..<2000).map { "\($0) 平安无事 \(String($0 &* 2_654_435_761, radix: 36))\n" }.joined().utf8)
}
