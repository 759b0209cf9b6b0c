import Foundation
import Testing

@Suite struct MergeTests {
  /// All of the corpus takes a debug build a minute.
  private static let folders = Size.choose(
    ["corpus/csv", "corpus/encodings", "corpus/hostile"], full: ["corpus"])
  private static let options = ["--as-of", "2026-11-22", "--policy", "pipl,vkel", "--quiet"]

  private func scan(
    _ scratch: Scratch, _ name: String, _ arguments: String..., paths: [String] = ["corpus"]
  ) throws {
    let key = try scratch.write("key", [UInt8](repeating: 9, count: 32))
    let outcome = try Program.scanner.run(
      ["scan"] + paths + Self.options
        + ["--key-file", key, "--report", scratch.path + "/" + name] + arguments,
      in: Repository.folder)
    #expect([0, 2].contains(outcome.status), "\(outcome.errorText)")
  }

  private func merge(_ scratch: Scratch, _ names: [String], into name: String) throws -> Outcome {
    try Program.scanner.run(
      ["merge"] + names + ["--report", name, "--quiet", "--lang", "en"], in: scratch.path)
  }

  private func expectSame(_ scratch: Scratch, _ one: String, _ other: String) throws {
    let names = try scratch.names(in: one)
    #expect(try scratch.names(in: other) == names)
    for name in names {
      let isSame = try scratch.bytes(of: one + "/" + name) == scratch.bytes(of: other + "/" + name)
      #expect(isSame, "\(name) differs")
    }
  }

  @Test("Seven shares, merged in any order and grouping, are the whole")
  func shares() throws {
    let scratch = try Scratch()
    try scan(scratch, "whole", paths: Self.folders)
    for share in 1...7 {
      try scan(scratch, "s\(share)", "--shard", "\(share)/7", paths: Self.folders)
    }
    let inOrder = try merge(scratch, (1...7).map { "s\($0)" }, into: "one")
    #expect(inOrder.status == 2)
    _ = try merge(scratch, [4, 7, 1, 3, 6, 2, 5].map { "s\($0)" }, into: "two")
    _ = try merge(scratch, ["s5", "s2"], into: "a")
    _ = try merge(scratch, ["s7", "a", "s1"], into: "b")
    _ = try merge(scratch, ["s6", "b", "s4", "s3"], into: "three")
    for merged in ["one", "two", "three"] { try expectSame(scratch, "whole", merged) }
  }

  @Test("Reports of different paths are the report of both")
  func paths() throws {
    let scratch = try Scratch()
    try scan(scratch, "a", paths: ["corpus/school"])
    try scan(scratch, "b", paths: ["corpus/csv", "corpus/shop"])
    try scan(scratch, "both", paths: ["corpus/csv", "corpus/school", "corpus/shop"])
    for (names, merged) in [(["a", "b"], "ab"), (["b", "a"], "ba")] {
      #expect(try merge(scratch, names, into: merged).status == 0)
      for file in try scratch.names(in: "both") where file != "state.bin" {
        let isSame =
          try scratch.bytes(of: "both/" + file) == scratch.bytes(of: merged + "/" + file)
        #expect(isSame, "\(file) differs")
      }
    }
    try expectSame(scratch, "ab", "ba")
  }

  @Test("What would count twice, or does not go together, is refused in words")
  func refusals() throws {
    let scratch = try Scratch()
    try scan(scratch, "a", paths: ["corpus/school"])
    try scan(scratch, "day", "--as-of", "2026-11-21", paths: ["corpus/csv"])
    let twice = try merge(scratch, ["a", "a"], into: "x")
    #expect(twice.status == 65)
    #expect(twice.errorText.contains("count it twice"))
    let days = try merge(scratch, ["a", "day"], into: "x")
    #expect(days.status == 65)
    #expect(days.errorText.contains("--as-of"))
    let nothing = try merge(scratch, ["a", "absent"], into: "x")
    #expect(nothing.status == 65)
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/x/summary.json"))
  }

  @Test("A state that is cut short or damaged is refused, and no report is left behind")
  func damage() throws {
    let scratch = try Scratch()
    try scan(scratch, "a", paths: ["corpus/school"])
    let bytes = try scratch.bytes(of: "a/state.bin")
    var flipped = bytes
    flipped[bytes.count / 2] ^= 0x10
    for broken in [Array(bytes.prefix(bytes.count / 3)), Array(bytes.dropLast()), flipped, []] {
      try scratch.write("a/state.bin", broken)
      let outcome = try merge(scratch, ["a"], into: "x")
      #expect(outcome.status == 65, "\(outcome.errorText)")
      #expect(try scratch.names(in: "x").isEmpty)
    }
  }
}
