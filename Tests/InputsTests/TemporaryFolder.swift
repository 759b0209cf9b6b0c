import Foundation

/// A folder for one test, which removes it at its end with `removeAll`.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "inputs-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  /// Removes the folder and what is in it, however deep.
  func removeAll() {
    let remove = Process()
    remove.executableURL = URL(fileURLWithPath: "/bin/rm")
    remove.arguments = ["-rf", path]
    try? remove.run()
    remove.waitUntilExit()
  }

  /// Writes a file, making the folders on the way to it; returns its path as bytes.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> [UInt8] {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return Array(url.path.utf8)
  }

  @discardableResult
  func write(_ name: String, _ text: String = "") throws -> [UInt8] {
    try write(name, Array(text.utf8))
  }

  func remove(_ path: [UInt8]) throws {
    try FileManager.default.removeItem(atPath: String(decoding: path, as: UTF8.self))
  }
}
