import Findings
import Inputs
import Testing

@Suite("A text buffer")
struct TextBufferTests {
  /// Lines and columns counted the slow way, scalar by scalar.
  private func places(of text: String, mark: Int = 0) -> [Location] {
    var place = Location(byteOffset: UInt64(mark), line: 1, column: 1)
    var all: [Location] = []
    for scalar in text.unicodeScalars {
      let length = String(scalar).utf8.count
      for _ in 0..<length { all.append(place) }
      place.byteOffset += UInt64(length)
      place.column += 1
      if scalar == "\n" {
        place.line += 1
        place.column = 1
      }
    }
    all.append(place)
    return all
  }

  private static let sample = String(repeating: "张伟,13800138000\r\n𠮷野家 é\n\n电话", count: 40)

  @Test(
    "delivers every byte once, whatever the window and the read size", arguments: [64, 100, 4096])
  func deliversAll(capacity: Int) {
    for readSize in [1, 2, 3, 7, 64, 1000] {
      let source = MemorySource(Self.sample, readSizeInBytes: readSize)
      let buffer = TextBuffer(source: source, encoding: .utf8, capacityInBytes: capacity)
      var all: [UInt8] = []
      var seen = 0
      while buffer.fill(keepingFrom: seen) {
        for i in 0..<buffer.end { all.append(buffer.bytes[i]) }
        seen = buffer.end
      }
      #expect(all == Array(Self.sample.utf8))
      #expect(buffer.isAtEnd)
      #expect(buffer.bytesRead == UInt64(Self.sample.utf8.count))
      #expect(buffer.gap == nil)
    }
  }

  @Test("knows offset, line and column of every character", arguments: [64, 100, 512, 8192])
  func locates(capacity: Int) {
    let expected = places(of: Self.sample)
    let utf8 = Array(Self.sample.utf8)
    for step in [1, 5, 63] {
      let buffer = TextBuffer(
        source: MemorySource(utf8), encoding: .utf8, capacityInBytes: capacity)
      var base = 0
      var kept = 0
      while buffer.fill(keepingFrom: kept) {
        base += kept
        var index = 0
        while index <= buffer.end {
          let isBorder = base + index == utf8.count || utf8[base + index] & 0xC0 != 0x80
          if isBorder {
            #expect(buffer.location(at: index) == expected[base + index])
          }
          index += step
        }
        kept = max(1, buffer.end - 3)
      }
    }
  }

  @Test("answers questions that go back")
  func locatesBackwards() {
    let text = String(repeating: "abc\n一二三\n", count: 3000)
    let expected = places(of: text)
    let buffer = TextBuffer(source: MemorySource(text), encoding: .utf8)
    #expect(buffer.fill(keepingFrom: 0))
    // Multiples of the 14 bytes of a pair of lines, some a step around a multiple of 4096.
    for index in [40012, 39998, 4102, 4088, 0, 41006, 8204, 8190] {
      #expect(buffer.location(at: index) == expected[index])
    }
  }

  @Test("leaves a byte-order mark out of the text and counts it in offsets", arguments: [1, 2, 64])
  func byteOrderMark(readSize: Int) {
    let source = MemorySource([0xEF, 0xBB, 0xBF] + Array("姓名\n".utf8), readSizeInBytes: readSize)
    let buffer = TextBuffer(source: source, encoding: .utf8)
    while buffer.fill(keepingFrom: 0) {}
    #expect(buffer.end == 7)
    #expect(buffer.location(at: 0) == Location(byteOffset: 3, line: 1, column: 1))
    #expect(buffer.location(at: 7) == Location(byteOffset: 10, line: 2, column: 1))
    #expect(buffer.bytesRead == 10)
  }

  @Test("counts a part's offsets from the start of the source and its lines from its own start")
  func part() {
    let buffer = TextBuffer(
      source: MemorySource("a\nb"), encoding: .utf8,
      start: Location(byteOffset: 1_000_000, line: 1, column: 1))
    while buffer.fill(keepingFrom: 0) {}
    #expect(buffer.location(at: 2) == Location(byteOffset: 1_000_002, line: 2, column: 1))
  }

  @Test("finds the place of a byte in a copy whose escapes were undone")
  func escapes() {
    let buffer = TextBuffer(source: MemorySource(#"x,"ab""cd""#), encoding: .utf8)
    while buffer.fill(keepingFrom: 0) {}
    var map = EscapeMap()
    map.append(copyOffset: 2, windowIndex: 6)
    buffer.pushing(at: 3, escapes: map)
    #expect((0...5).map { buffer.locate($0).byteOffset } == [3, 4, 6, 7, 8, 9])
    buffer.pushing(at: 3)
    #expect(buffer.locate(2).byteOffset == 5)
  }

  @Test("ends with a gap where a read fails, and keeps what was read before")
  func failingRead() {
    for n in 1... {
      let source = FaultySource(
        MemorySource(Self.sample, readSizeInBytes: 300), failingRead: n)
      let buffer = TextBuffer(source: source, encoding: .utf8)
      while buffer.fill(keepingFrom: 0) {}
      guard source.hasFailed else {
        #expect(buffer.gap == nil)
        break
      }
      #expect(buffer.gap?.reason == .unreadable)
      #expect(buffer.gap?.errno == 5)
      #expect(buffer.end == min(300 * (n - 1), Self.sample.utf8.count))
    }
  }

  @Test("keeps zeros behind the text for loops that load past it")
  func padding() {
    let buffer = TextBuffer(source: MemorySource("abc"), encoding: .utf8)
    while buffer.fill(keepingFrom: 0) {}
    let span = buffer.bytes
    let padded = unsafe span.withUnsafeBufferPointer { text in
      unsafe UnsafeBufferPointer(
        start: text.baseAddress, count: text.count + TextBuffer.paddingInBytes
      ).dropFirst(3).allSatisfy { $0 == 0 }
    }
    #expect(padded)
  }
}
