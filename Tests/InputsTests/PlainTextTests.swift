import Findings
import Inputs
import Testing

@Suite("Plain text")
struct PlainTextTests {
  private func read(_ source: any ByteSource, capacity: Int) -> RecordingSink {
    let sink = RecordingSink()
    PlainText().read(
      TextBuffer(source: source, encoding: .utf8, capacityInBytes: capacity), into: sink)
    return sink
  }

  @Test("is pushed once and in order, whatever the window and the read size")
  func cutAnywhere() {
    var text = ""
    for length in [0, 1, 5, 600, 30, 3000, 0, 0, 900, 1] {
      text += String(repeating: "中1", count: length) + "\n"
    }
    text += "the last line has no end\0"
    for capacity in [1024, 1500, 4096, 1 << 18] {
      for readSize in [1, 3, 100, 1024, .max] {
        let sink = read(MemorySource(text, readSizeInBytes: readSize), capacity: capacity)
        let isSame = sink.text == Array(text.utf8)
        #expect(isSame)
        #expect(sink.longestPushInBytes <= capacity)
      }
    }
  }

  @Test("is cut at line breaks where the lines fit the window")
  func coresEndAtLineBreaks() {
    let text = String(repeating: String(repeating: "x", count: 99) + "\n", count: 500)
    let sink = read(MemorySource(text), capacity: 2048)
    #expect(sink.textStarts.allSatisfy { $0.column == 1 })
    #expect(sink.pushCount > 20)
  }

  @Test("may have lines of any length in a window of fixed size")
  func longLine() {
    let sink = RecordingSink()
    sink.keepsText = false
    let source = RepeatingSource(byte: 0x61, count: 64 << 20)
    let buffer = TextBuffer(source: source, encoding: .utf8)
    PlainText().read(buffer, into: sink)
    #expect(sink.longestPushInBytes <= 256 * 1024)
    #expect(sink.textStarts.last?.line == 1)
    #expect(buffer.location(at: buffer.end).byteOffset == 64 << 20)
  }

  @Test("is a prefix with a gap where a read fails, at every read")
  func faults() {
    let text = Array(String(repeating: "2024-05-01 张伟 13800138000\n", count: 300).utf8)
    for n in 1... {
      let source = FaultySource(MemorySource(text, readSizeInBytes: 700), failingRead: n)
      let sink = RecordingSink()
      let buffer = TextBuffer(source: source, encoding: .utf8, capacityInBytes: 2048)
      PlainText().read(buffer, into: sink)
      let delivered = min(text.count, 700 * (n - 1))
      #expect(source.hasFailed == (buffer.gap != nil))
      if source.hasFailed {
        let isPrefix = text.prefix(sink.text.count).elementsEqual(sink.text)
        #expect(isPrefix && sink.text.count <= delivered)
        #expect(buffer.bytesRead == UInt64(sink.text.count))
      } else {
        #expect(sink.text.count == text.count)
        return
      }
    }
  }
}
