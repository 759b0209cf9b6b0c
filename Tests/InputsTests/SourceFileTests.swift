import Findings
import Foundation
import Glibc
import Inputs
import Testing

@Suite("A source file")
struct SourceFileTests {
  private func reason(opening path: [UInt8]) -> GapReason? {
    do throws(Gap) {
      _ = try SourceFile.open(path: path)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("that is not there, or no regular file, is a gap")
  func opening() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    #expect(reason(opening: Array((folder.path + "/none").utf8)) == .unreadable)
    #expect(reason(opening: Array(folder.path.utf8)) == .special)
    let fifo = folder.path + "/fifo"
    #expect(mkfifo(fifo, 0o600) == 0)
    #expect(reason(opening: Array(fifo.utf8)) == .special)
    let link = folder.path + "/link"
    let target = try folder.write("a", "text")
    #expect(symlink(String(decoding: target, as: UTF8.self), link) == 0)
    #expect(reason(opening: Array(link.utf8)) == .unreadable)
    let followed = try SourceFile.open(path: Array(link.utf8), followingLinks: true)
    #expect(followed.sizeInBytes == 4)
  }

  @Test("that grew meanwhile is read as it was, and marked changed")
  func grown() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let text = String(repeating: "a line\n", count: 20_000)
    let path = try folder.write("a.log", text)
    let source = try SourceFile.open(path: path)
    let handle = try #require(FileHandle(forWritingAtPath: String(decoding: path, as: UTF8.self)))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("more\n".utf8))
    let sink = RecordingSink()
    let outcome = source.read(into: sink)
    #expect(outcome.gaps.map(\.reason) == [.changed])
    #expect(outcome.bytesRead == UInt64(text.utf8.count))
    #expect(outcome.lines == 20_000)
    let isSame = sink.text == Array(text.utf8)
    #expect(isSame)
  }

  @Test("that was cut short meanwhile has a gap for what is missing")
  func truncated() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let path = try folder.write("a.log", String(repeating: "a line\n", count: 20_000))
    let source = try SourceFile.open(path: path)
    #expect(truncate(String(decoding: path, as: UTF8.self), 100_000) == 0)
    let sink = RecordingSink()
    let outcome = source.read(into: sink)
    #expect(
      outcome.gaps == [Gap(.truncated, bytes: 40_000, at: 100_000), Gap(.changed)])
    #expect(sink.text.count == 100_000)
  }

  @Test("may be a pipe")
  func pipe() throws {
    var ends: [CInt] = [0, 0]
    #expect(unsafe Glibc.pipe(&ends) == 0)
    let text = Array(String(repeating: "张伟 13800138000\n", count: 1000).utf8)
    let writer = ends[1]
    let thread = Thread {
      var rest = text[...]
      while !rest.isEmpty {
        let count = unsafe rest.prefix(700).withUnsafeBytes {
          unsafe write(writer, $0.baseAddress, $0.count)
        }
        rest = rest.dropFirst(count)
      }
      close(writer)
    }
    thread.start()
    let source = try SourceFile.stream(OpenFile(descriptor: ends[0]))
    #expect(source.sizeInBytes == nil)
    let sink = RecordingSink()
    let outcome = source.read(into: sink)
    #expect(outcome.bytesRead == UInt64(text.count))
    #expect(outcome.lines == 1000)
    let isSame = sink.text == text
    #expect(isSame)
  }

  @Test("may have a path longer than the system takes at once")
  func longPath() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let name = String(repeating: "d", count: 250)
    var directory = open(folder.path, O_RDONLY | O_DIRECTORY)
    var path = folder.path
    for _ in 0..<40 {
      #expect(mkdirat(directory, name, 0o700) == 0)
      let next = openat(directory, name, O_RDONLY | O_DIRECTORY)
      close(directory)
      directory = next
      path += "/" + name
    }
    let descriptor = unsafe openat(directory, "file", O_WRONLY | O_CREAT, 0o600)
    #expect(unsafe write(descriptor, "deep", 4) == 4)
    close(descriptor)
    close(directory)
    let sink = RecordingSink()
    _ = try SourceFile.open(path: Array((path + "/file").utf8)).read(into: sink)
    #expect(sink.text == Array("deep".utf8))
  }

  @Test("without a size, as those of /proc, is read to its end")
  func proc() throws {
    let source = try SourceFile.open(path: Array("/proc/self/status".utf8))
    let sink = RecordingSink()
    let outcome = source.read(into: sink)
    #expect(outcome.gaps.isEmpty)
    #expect(outcome.bytesRead > 100)
  }
}
