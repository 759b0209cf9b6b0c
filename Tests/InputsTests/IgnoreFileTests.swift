import Inputs
import Testing

/// The rules of ignore files against what git 2.39.5 does with them.
@Suite("An ignore file")
struct IgnoreFileTests {
  static let tree = [
    "a.csv", "b.log", "debug.log", "build/out.txt", "build/keep.txt", "src/build/x.txt",
    "src/a.csv", "src/deep/a.csv", "src/deep/er/b.log", "docs/a.txt", "docs/b/a.txt",
    "docs/b/c/a.txt", "data 1.csv", "x[1].txt", "#hash.txt", "!bang.txt", "trailing ", "file1",
    "file2", "filea", "fileA", ".hidden/h.txt", "数据/张伟.csv", "foo/bar/baz", "foo/x/bar/baz",
    "foo/bar.txt", "back\\slash", "a-b", "a]b",
  ]

  /// A file of rules, and which of `tree` `git ls-files --others --exclude-standard` leaves out.
  static let cases: [(rules: String, left: [Int])] = [
    ("*.csv", [0, 6, 7, 12, 22]),
    ("/*.csv", [0, 12]),
    ("build/", [3, 4, 5]),
    ("build", [3, 4, 5]),
    ("/build", [3, 4]),
    ("src/*.csv", [6]),
    ("src/**/*.csv", [6, 7]),
    ("**/build", [3, 4, 5]),
    ("docs/**", [9, 10, 11]),
    ("docs/**/a.txt", [9, 10, 11]),
    ("docs/*/a.txt", [10]),
    ("*.log\n!debug.log", [1, 8]),
    ("build/\n!build/keep.txt", [3, 4, 5]),
    ("build/*\n!build/keep.txt", [3]),
    (
      "/*\n!/src",
      [
        0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
        28,
      ]
    ),
    ("file?", [17, 18, 19, 20]),
    ("file[0-9]", [17, 18]),
    ("file[!0-9]", [19, 20]),
    ("file[^0-9]", [19, 20]),
    ("file[a-z]", [19]),
    ("file[[:upper:]]", [20]),
    ("file[[:digit:]a]", [17, 18, 19]),
    ("x\\[1\\].txt", [13]),
    ("x[[]1].txt", [13]),
    ("\\#hash.txt", [14]),
    ("#hash.txt", []),
    ("\\!bang.txt", [15]),
    ("trailing\\ ", [16]),
    ("trailing ", []),
    ("data 1.csv   ", [12]),
    ("数据/*.csv", [22]),
    ("数?/", []),
    ("**/b/**", [10, 11]),
    ("foo/**/bar", [23, 24]),
    ("foo/**/baz", [23, 24]),
    ("f*r/", []),
    (
      "**",
      [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
        25, 26, 27, 28,
      ]
    ),
    (
      "*",
      [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
        25, 26, 27, 28,
      ]
    ),
    ("!*.csv", []),
    ("a.csv\n!a.csv", []),
    ("src/deep/", [7, 8]),
    ("deep", [7, 8]),
    ("/deep", []),
    ("deep/*", []),
    ("*.txt\n!docs/\n!docs/**", [3, 4, 5, 13, 14, 15, 21, 25]),
    ("[", []),
    ("file[", []),
    ("file\\", []),
    ("a[]-]b", [27, 28]),
    ("a[^-]b", [28]),
    ("back\\\\slash", [26]),
    ("**bar", [23, 24]),
    ("foo/**bar", [23]),
    ("foo**baz", []),
    (".*", [21]),
    ("s?c/", [5, 6, 7, 8]),
    ("/src/**/er/", [8]),
    ("file[1-", []),
    ("*/*/a.csv", [7]),
    ("*a*/*c*v", []),
    ("\n\n# comment\n*.log\r\n", [1, 2, 8]),
    ("docs/b", [10, 11]),
    ("/docs/b/", [10, 11]),
    ("foo/bar/", [23]),
  ]

  @Test("leaves out what git leaves out")
  func likeGit() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    for name in Self.tree { try folder.write(name, "x") }
    for (rules, left) in Self.cases {
      let expected = Set(Self.tree.indices.filter { !left.contains($0) }.map { Self.tree[$0] })
      for name in [".gitignore", ".piiignore"] {
        let path = try folder.write(name, rules)
        var options = WalkOptions()
        options.honoursGitignore = true
        var walk = DirectoryWalk(roots: [Array(folder.path.utf8)], options: options)
        var kept: Set<String> = []
        while let entry = walk.next() {
          let relative = String(
            decoding: entry.path.dropFirst(folder.path.utf8.count + 1), as: UTF8.self)
          if entry.gap == nil, relative != name { kept.insert(relative) }
        }
        #expect(kept == expected, "\(rules)")
        try folder.remove(path)
      }
    }
  }
}
