import Findings
import Foundation
import Inputs
import TestSupport
import Testing

@Suite("JSON, random documents")
struct JSONPropertyTests {
  /// A value with few shapes and many strings, some with escapes.
  private static func value(depth: Int, _ random: inout SeededGenerator) -> Any {
    switch Int.random(in: 0..<(depth > 3 ? 4 : 7), using: &random) {
    case 0: return Int.random(in: -1000...99_999_999_999, using: &random)
    case 1:
      return ["张伟 13800138000", "a\"b\\c\n", "", "😀\u{7F}é"].randomElement(using: &random) ?? ""
    case 2: return String(repeating: "长", count: Int.random(in: 0..<200, using: &random))
    case 3: return Bool.random(using: &random)
    case 4:
      return (0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth: depth + 1, &random)
      }
    default:
      var object: [String: Any] = [:]
      for _ in 0..<Int.random(in: 0..<5, using: &random) {
        let key = ["name", "电话", "a", "b c", "x\"y"].randomElement(using: &random) ?? "k"
        object[key] = value(depth: depth + 1, &random)
      }
      return object
    }
  }

  /// The values that are not empty, as text, in no order.
  private static func leaves(of value: Any) -> [String] {
    switch value {
    case let array as [Any]: array.flatMap { leaves(of: $0) }
    case let object as [String: Any]: object.values.flatMap { leaves(of: $0) }
    case let text as String: text.isEmpty ? [] : [text]
    case let flag as Bool: [String(flag)]
    case let number as Int: [String(number)]
    default: []
    }
  }

  @Test("Every value of a random document comes out, as Foundation wrote it")
  func values() throws {
    var random = SeededGenerator(seed: TestSeed.value)
    for round in 0..<150 {
      let document: [Any] = (0..<3).map { _ in Self.value(depth: 0, &random) }
      let bytes = [UInt8](
        try JSONSerialization.data(
          withJSONObject: document, options: round % 2 == 0 ? [] : [.prettyPrinted]))
      let sink = try #require(
        readJSON(
          bytes, readSize: Int.random(in: 1...300, using: &random),
          capacity: Int.random(in: 64...400, using: &random)))
      let found = sink.records.joined().compactMap(\.text).sorted()
      #expect(found == Self.leaves(of: document).sorted(), "seed \(TestSeed.value), round \(round)")
      #expect(sink.gaps.isEmpty)
    }
  }

  @Test("Members come out alike whether the window holds them whole or not")
  func members() throws {
    var random = SeededGenerator(seed: TestSeed.value)
    let keys = [#""name""#, #""\u0061""#, #""a""#, #""$date""#, #""13800138000""#, #""x y""#]
    let values = [
      #""张伟""#, #""""#, #""a\nb""#, "1", "-2.5e3", "true", "false", "null", "[1,2]", #"{"a":"b"}"#,
      #"{"$numberLong":"5"}"#,
    ]
    let blanks = ["", "", " ", "\t\r "]
    for round in 0..<100 {
      func blank() -> String { blanks.randomElement(using: &random) ?? "" }
      let lines = (0..<20).map { index in
        let members = (0..<Int.random(in: 1..<6, using: &random)).map { _ in
          blank() + (keys.randomElement(using: &random) ?? "") + blank() + ":" + blank()
            + (values.randomElement(using: &random) ?? "") + blank()
        }
        // The last line of some breaks off.
        let isWhole = index < 19 || Bool.random(using: &random)
        return "{" + members.joined(separator: ",") + (isWhole ? "}" : "")
      }
      let bytes = Array(lines.joined(separator: "\n").utf8)
      let whole = try #require(readJSON(bytes, fileExtension: "jsonl"))
      let piecewise = try #require(
        readJSON(bytes, fileExtension: "jsonl", readSize: 1, capacity: 96))
      #expect(
        whole.pathsAndValues == piecewise.pathsAndValues,
        "seed \(TestSeed.value), round \(round)")
      #expect(whole.gaps == piecewise.gaps, "seed \(TestSeed.value), round \(round)")
    }
  }

  @Test("A document cut anywhere yields what stood before the cut, and a gap")
  func cuts() throws {
    let text =
      #"{"total":1,"users":[{"n":"张\u4f1f","p":[13800138000,"x"]},{"n":null,"v":true}],"z":"end"}"#
    let bytes = Array(text.utf8)
    let whole = try #require(readJSON(bytes)).records.joined().compactMap(\.text)
    let head = HeadSample(text: bytes, isWhole: true, fileExtension: "json")
    let reader = try #require(InputFormat.json.reader(head))
    for length in 1..<bytes.count {
      let sink = RecordingSink()
      reader.read(
        TextBuffer(source: MemorySource(Array(bytes.prefix(length))), encoding: .utf8), into: sink)
      let found = sink.records.joined().compactMap(\.text)
      #expect(found.dropLast() == whole.prefix(max(0, found.count - 1)), "cut at \(length)")
      #expect(sink.gaps.count == 1, "cut at \(length)")
      #expect(sink.protocolErrors == [])
    }
  }
}
