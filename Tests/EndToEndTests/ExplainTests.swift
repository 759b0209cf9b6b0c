import Findings
import Foundation
import Glibc
import Reports
import Testing

@testable import pii_scan

@Suite("The sentences of errors")
struct ExplainTests {
  private let both = [Explain(language: .chinese), Explain(language: .english)]

  @Test("What the system says is put into words, never left as a number")
  func systemErrors() {
    for number in [
      ENOENT, EACCES, ENOSPC, EISDIR, EPERM, EROFS, EMFILE, EIO, EFBIG, ENOTDIR, ELOOP, EWOULDBLOCK,
      ENOTEMPTY,
    ] {
      for explain in both {
        let texts = [
          explain.sentence(InputError(path: "a/b", errno: number)),
          explain.sentence(OutputError(path: "a/b", errno: number)),
        ]
        for text in texts {
          #expect(text.contains("a/b"), "\(text)")
          #expect(!text.contains(String(number)), "\(text)")
          #expect(text.hasChinese == (explain.language == .chinese), "\(text)")
          #expect(text.hasSuffix(explain.language == .chinese ? "。" : "."), "\(text)")
        }
      }
    }
  }

  @Test("A report directory with something else in it is answered with what can be done")
  func foreignDirectory() {
    for explain in both {
      let text = explain.sentence(OutputError(path: "out/notes.txt", errno: ENOTEMPTY))
      #expect(text.contains("--force") && text.contains("out/notes.txt"))
    }
  }

  @Test("A name that would command the terminal is shown and not obeyed")
  func controlCharacters() {
    let text = both[1].sentence(InputError(path: "a\u{1B}[2Jb", errno: ENOENT))
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("\\u{1b}"))
  }

  @Test("Every reason that a ruleset can be refused for has its Chinese")
  func reasons() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Rulesets").standardizedFileURL
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      for match in source.matches(of: /reason:\s*"([^"\n]+)"/) {
        // An interpolated name or number may be anything.
        let reason = match.1.replacing(/\\\([^)]*\)/, with: "7")
        #expect(both[0].chinese(reason: String(reason)).hasChinese, "\(reason)")
        count += 1
      }
    }
    #expect(count > 15)
  }
}
