import Findings
import Foundation
import Glibc
import Inputs
import Testing

@Suite("A walk")
struct DirectoryWalkTests {
  private func entries(_ roots: [String], _ options: WalkOptions = WalkOptions()) -> [WalkEntry] {
    var walk = DirectoryWalk(roots: roots.map { Array($0.utf8) }, options: options)
    var all: [WalkEntry] = []
    while let entry = walk.next() { all.append(entry) }
    return all
  }

  /// Paths below `folder`, with the reason behind those that are not scanned.
  private func names(
    _ entries: [WalkEntry], in folder: TemporaryFolder
  ) -> [String] {
    entries.map { entry in
      let name = String(decoding: entry.path, as: UTF8.self).replacingOccurrences(
        of: folder.path + "/", with: "")
      return name + (entry.gap.map { " " + $0.reason.name } ?? "")
    }
  }

  @Test("goes in byte order of full paths, hidden files included")
  func order() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let files = [
      "a/x", "a/b/c", "a.b", "a-", "a0", "a b", "Z", "数据/1", "数据.txt", "é", ".hidden",
      ".git/config",
      "a/b.c", "a/b-/d", "!first", "~last",
    ]
    for name in files { try folder.write(name, "text") }
    // A name that is not UTF-8.
    let descriptor = unsafe open(
      (folder.path + "/").utf8.map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xD5), 0],
      O_WRONLY | O_CREAT, 0o600)
    close(descriptor)
    let walked = entries([folder.path])
    let expected =
      files.map { Array((folder.path + "/" + $0).utf8) } + [
        Array((folder.path + "/").utf8) + [0xD5]
      ]
    #expect(
      walked.map(\.path) == expected.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(walked.allSatisfy { $0.gap == nil })
    #expect(walked.last { $0.path.last != 0xD5 }?.sizeInBytes == 4)
  }

  @Test("lists links and special files and does not follow or open them")
  func specialFiles() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    try folder.write("d/file", "x")
    #expect(symlink("d", folder.path + "/link-to-directory") == 0)
    #expect(symlink(folder.path, folder.path + "/d/loop") == 0)
    #expect(symlink("nowhere", folder.path + "/broken") == 0)
    #expect(mkfifo(folder.path + "/fifo", 0o600) == 0)
    #expect(
      names(entries([folder.path]), in: folder) == [
        "broken symlink", "d/file", "d/loop symlink", "fifo special", "link-to-directory symlink",
      ])
    // A root is followed.
    #expect(
      names(entries([folder.path + "/link-to-directory"]), in: folder) == [
        "link-to-directory/file", "link-to-directory/loop symlink",
      ])
    #expect(names(entries([folder.path + "/fifo"]), in: folder) == ["fifo special"])
  }

  @Test("takes several roots in byte order, each place once")
  func roots() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    for name in ["b/1", "b/c/2", "a.x", "a/3"] { try folder.write(name, "x") }
    #expect(symlink("b", folder.path + "/link") == 0)
    let base = folder.path + "/"
    #expect(
      names(
        entries([
          base + "link", base + "b/c", base + "b//", base + "a", base + "a.x", base + "none",
          base + "a/3",
        ]), in: folder) == ["a.x", "a/3", "b/1", "b/c/2", "none unreadable"])
    let missing = try #require(entries([base + "none"]).first)
    #expect(missing.gap?.errno == ENOENT)
    #expect(missing.isRoot)
  }

  @Test("leaves out what the options say, and lists it")
  func options() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    for name in [
      "a.csv", "a.log", "big.csv", "data/b.csv", "data/deep/c.txt", "node_modules/x/y.csv",
      "report/findings.jsonl",
    ] {
      try folder.write(name, name == "big.csv" ? "12345678" : "x")
    }
    var options = WalkOptions()
    options.includes = ["*.csv", "data/deep"].map { Array($0.utf8) }
    options.excludes = ["node_modules/"].map { Array($0.utf8) }
    options.maximumFileSizeInBytes = 7
    let report = try FileStatus(
      name: Array((folder.path + "/report").utf8), in: nil, followingLinks: false)
    options.ownOutput = (report.device, report.inode)
    #expect(
      names(entries([folder.path], options), in: folder) == [
        "a.csv", "a.log excluded", "big.csv limit", "data/b.csv", "data/deep/c.txt",
        "node_modules/ excluded", "report/ excluded",
      ])
    #expect(names(entries([folder.path + "/a.log"], options), in: folder) == ["a.log excluded"])
  }

  @Test("lets the nearest ignore file decide, and .piiignore before .gitignore")
  func ignoreFiles() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    try folder.write(".piiignore", "*.log\n/build/\n!kept.tmp\n")
    try folder.write(".gitignore", "*.tmp\n")
    try folder.write("sub/.piiignore", "!b.log\n/only-here\n")
    for name in [
      "a.log", "b.log", "kept.tmp", "lost.tmp", "build/x", "sub/b.log", "sub/c.log", "sub/build/y",
      "sub/only-here",
      "sub/d/only-here",
    ] {
      try folder.write(name, "x")
    }
    var options = WalkOptions()
    func kept() -> [String] {
      names(entries([folder.path], options).filter { $0.gap == nil }, in: folder)
        .filter { !$0.hasSuffix("ignore") }
    }
    #expect(
      kept() == ["kept.tmp", "lost.tmp", "sub/b.log", "sub/build/y", "sub/d/only-here"])
    options.honoursGitignore = true
    #expect(kept() == ["kept.tmp", "sub/b.log", "sub/build/y", "sub/d/only-here"])
    options.honoursGitignore = false
    options.honoursPiiignore = false
    #expect(kept().count == 10)
    // A file that is named is scanned whatever the rules say.
    #expect(entries([folder.path + "/a.log"]).map(\.gap) == [nil])
  }

  @Test("gets to the bottom of a tree deeper than paths may be long")
  func deepTree() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    var directory = open(folder.path, O_RDONLY | O_DIRECTORY)
    let depth = 3000
    for _ in 0..<depth {
      #expect(mkdirat(directory, "dd", 0o700) == 0)
      let next = openat(directory, "dd", O_RDONLY | O_DIRECTORY)
      close(directory)
      directory = next
    }
    close(openat(directory, "file", O_WRONLY | O_CREAT, 0o600))
    close(directory)
    let walked = entries([folder.path])
    #expect(walked.count == 1)
    #expect(walked.first?.path.count == folder.path.utf8.count + depth * 3 + 5)
  }

  @Test("lists a large directory in order")
  func largeDirectory() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let directory = open(folder.path, O_RDONLY | O_DIRECTORY)
    let count = 20_000
    for index in 0..<count {
      close(openat(directory, "客户-\((index * 7919) % count).csv", O_WRONLY | O_CREAT, 0o600))
    }
    close(directory)
    var walk = DirectoryWalk(roots: [Array(folder.path.utf8)], options: WalkOptions())
    var previous: [UInt8] = []
    var seen = 0
    while let entry = walk.next() {
      if !previous.lexicographicallyPrecedes(entry.path) {
        Issue.record("\(entry.path) after \(previous)")
      }
      previous = entry.path
      seen += 1
    }
    #expect(seen == count)
  }

  @Test("goes on after a directory that cannot be read", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    for name in ["a/1", "b/2", "c/3"] { try folder.write(name, "x") }
    chmod(folder.path + "/b", 0)
    #expect(
      names(entries([folder.path]), in: folder) == ["a/1", "b/ unreadable", "c/3"])
    chmod(folder.path + "/b", 0o700)
  }
}
