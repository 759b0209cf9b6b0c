import Inputs
import TestSupport
import Testing

@Suite("A table of characters")
struct CharacterTableTests {
  /// A code set and what the C library calls it.
  struct Codes: Sendable, CustomTestStringConvertible {
    let encoding: TextEncoding
    let converter: String
    let all: [[UInt8]]
    var testDescription: String { "\(encoding.name), \(all.count) codes" }
  }

  private static let twoByte: [[UInt8]] = {
    var codes: [[UInt8]] = []
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE { codes.append([lead, trail]) }
    }
    return codes
  }()

  /// The codes of the Basic Multilingual Plane, and a first and last of the others.
  private static let fourByte: [[UInt8]] = {
    var codes: [[UInt8]] = []
    for index in 0..<39_420 {
      let (first, second) = (UInt8(0x81 + index / 12_600), UInt8(0x30 + index / 1260 % 10))
      let (third, fourth) = (UInt8(0x81 + index / 10 % 126), UInt8(0x30 + index % 10))
      codes.append([first, second, third, fourth])
    }
    return codes + [[0x90, 0x30, 0x81, 0x30], [0xE3, 0x32, 0x9A, 0x35]]
  }()

  @Test(
    "Every code stands for what the system's converter says",
    arguments: [
      Codes(encoding: .gb18030, converter: "GB18030", all: twoByte),
      Codes(encoding: .gb18030, converter: "GB18030", all: fourByte),
      Codes(encoding: .big5, converter: "BIG5-HKSCS", all: twoByte),
    ])
  func everyCode(_ codes: Codes) throws {
    let system = try #require(SystemConverter(from: codes.converter))
    // A line for each code, so that a wrong one cannot shift those behind it.
    let raw: [UInt8] = Array(codes.all.joined(separator: [0x0A])) + [0x0A]
    let buffer = TextBuffer(
      source: MemorySource(raw), encoding: codes.encoding, isGuess: false,
      capacityInBytes: 1 << 20)
    var text: [UInt8] = []
    var kept = 0
    while buffer.fill(keepingFrom: kept) {
      for index in 0..<buffer.end { text.append(buffer.bytes[index]) }
      kept = buffer.end
    }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    try #require(lines.count == codes.all.count)
    var wrong: [String] = []
    for (code, line) in zip(codes.all, lines) {
      let ours = String(decoding: line, as: UTF8.self)
      let isRight = system.text(of: code).map { $0 == ours } ?? ours.hasPrefix("\u{FFFD}")
      if !isRight { wrong.append("\(code) gives \(ours)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
  }
}
