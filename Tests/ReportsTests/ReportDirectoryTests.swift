import Findings
import Foundation
import Testing

@testable import Reports

@Suite struct ReportDirectoryTests {
  /// A fresh folder that is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pii-scan-reports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path(percentEncoded: false))
  }

  private func permissions(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  private func text(of path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("A new directory is private, and a report appears in it only when it is published")
  func publishing() throws {
    try withFolder { folder in
      let path = folder + "/report"
      let directory = try ReportDirectory(path: path, force: false)
      let file = try directory.open("coverage.csv")
      try file.write(Array("half".utf8))
      #expect(try permissions(of: path) == 0o700)
      #expect(try names(in: path) == [".coverage.csv.partial"])
      try file.write(Array(" and half".utf8))
      try file.close()
      try directory.publish()
      #expect(try names(in: path) == ["coverage.csv"])
      #expect(try permissions(of: path + "/coverage.csv") == 0o600)
      #expect(try text(of: path + "/coverage.csv") == "half and half")
    }
  }

  @Test("A run that fails leaves the older reports as they were")
  func abandoning() throws {
    try withFolder { folder in
      try "old".write(toFile: folder + "/summary.json", atomically: false, encoding: .utf8)
      do {
        let directory = try ReportDirectory(path: folder, force: false)
        let file = try directory.open("summary.json")
        try file.write(Array("new".utf8))
        directory.abandon()
        #expect(try names(in: folder) == ["summary.json"])
        _ = try directory.open("summary.json")
      }
      #expect(try names(in: folder) == ["summary.json"], "deinit abandons what is open")
      #expect(try text(of: folder + "/summary.json") == "old")
    }
  }

  @Test("A directory that holds something else is refused, unless by force, and named by bytes")
  func foreign() throws {
    try withFolder { folder in
      for name in ["zebra", "holiday.jpg", "inventory.csv", ".findings.jsonl.partial"] {
        try "x".write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
      }
      let error = #expect(throws: OutputError.self) {
        _ = try ReportDirectory(path: folder, force: false)
      }
      #expect(error?.errno == ENOTEMPTY)
      #expect(error?.path == folder + "/holiday.jpg")
      _ = try ReportDirectory(path: folder, force: true)
      #expect(try names(in: folder).contains("holiday.jpg"))
    }
  }

  @Test("What a killed run left is replaced, and a link planted there is not followed")
  func leftovers() throws {
    try withFolder { folder in
      let victim = folder + "-victim"
      try "precious".write(toFile: victim, atomically: false, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: victim) }
      try "stale".write(
        toFile: folder + "/.coverage.csv.partial", atomically: false, encoding: .utf8)
      for name in [".summary.json.partial", "summary.json"] {
        try FileManager.default.createSymbolicLink(
          atPath: folder + "/" + name, withDestinationPath: victim)
      }
      let directory = try ReportDirectory(path: folder, force: false)
      for name in ["coverage.csv", "summary.json"] {
        let file = try directory.open(name)
        try file.write(Array("new".utf8))
        try file.close()
      }
      try directory.publish()
      #expect(try names(in: folder) == ["coverage.csv", "summary.json"])
      #expect(try text(of: folder + "/coverage.csv") == "new")
      #expect(try text(of: folder + "/summary.json") == "new")
      #expect(try text(of: victim) == "precious")
    }
  }

  @Test("Two runs cannot write to one directory")
  func locking() throws {
    try withFolder { folder in
      let first = try ReportDirectory(path: folder, force: false)
      let error = #expect(throws: OutputError.self) {
        _ = try ReportDirectory(path: folder, force: true)
      }
      #expect(error?.errno == EWOULDBLOCK)
      _ = consume first
      _ = try ReportDirectory(path: folder, force: false)
    }
  }

  @Test("A path that is no directory, or whose parent is missing, is an error with its number")
  func noDirectory() throws {
    try withFolder { folder in
      try "x".write(toFile: folder + "/file", atomically: false, encoding: .utf8)
      let notDirectory = #expect(throws: OutputError.self) {
        _ = try ReportDirectory(path: folder + "/file", force: true)
      }
      #expect(notDirectory?.errno == ENOTDIR)
      let missing = #expect(throws: OutputError.self) {
        _ = try ReportDirectory(path: folder + "/a/b", force: false)
      }
      #expect(missing?.errno == ENOENT)
      #expect(missing?.path == folder + "/a/b")
    }
  }
}
