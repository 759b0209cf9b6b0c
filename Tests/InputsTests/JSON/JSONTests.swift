import Findings
import Inputs
import Testing

@Suite("JSON")
struct JSONTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let records: [[String]]
    var gaps: [GapReason] = []
  }

  static let cases = [
    Case(
      testDescription: "an object is a record",
      text: #"{"name": "张伟", "phone": 13800138000, "vip": true, "note": null, "tag": ""}"#,
      records: [["name=张伟", "phone=13800138000", "vip=true", "note", "tag"]]),
    Case(
      testDescription: "every element of an outer array is a record",
      text: #"[{"phone": "1"}, {"phone": "2", "home": {"city": "北京"}}]"#,
      records: [["phone=1"], ["phone=2", "home.city=北京"]]),
    Case(
      testDescription:
        "the elements of an array within an object are records, what is beside them another",
      text: #"{"total": 2, "users": [{"a": [1, 2]}, {"a": []}], "page": {"no": 1}}"#,
      records: [["total=2"], ["users[].a[]=1", "users[].a[]=2"], [], ["page.no=1"]]),
    Case(
      testDescription: "arrays within a record are folded",
      text: #"[{"orders": [{"receiver": {"phone": "1"}}, {"receiver": {"phone": "2"}}]}]"#,
      records: [["orders[].receiver.phone=1", "orders[].receiver.phone=2"]]),
    Case(
      testDescription: "bare values in an outer array are records", text: #"["a", "b", -1.5e3]"#,
      records: [["[]=a"], ["[]=b"], ["[]=-1.5e3"]]),
    Case(
      testDescription: "an array in an array", text: "[[1, 2], [3]]",
      records: [["[]=1", "[]=2"], ["[]=3"]]),
    Case(
      testDescription: "a text a line, each a record with all it holds",
      text: "{\"a\": [{\"b\": 1}, {\"b\": 2}]}\n{\"a\": []}\n\n{\"c\": 3}\n",
      records: [["a[].b=1", "a[].b=2"], [], ["c=3"]]),
    Case(
      testDescription: "texts over several lines, one after the other",
      text: "{\n \"a\": 1\n}\n{\n \"a\": 2\n}",
      records: [["a=1"], ["a=2"]]),
    Case(
      testDescription: "escapes are undone, pairs of surrogates joined, single ones replaced",
      text: #"{"a\u0062": "\u5f20\u4f1f \"\\\/\b\f\n\r\t \ud83d\ude00 \ud83d!"}"#,
      records: [["ab=张伟 \"\\/\u{8}\u{c}\n\r\t 😀 \u{FFFD}!"]]),
    Case(
      testDescription: "keys that are data become values under a common path",
      text: #"{"13800138000": {"name": "张伟"}, "zhang@example.com": {"name": "李娜"}}"#,
      records: [["*=13800138000"], ["*.name=张伟"], ["*=zhang@example.com"], ["*.name=李娜"]]),
    Case(
      testDescription: "keys that begin with an at-sign are names",
      text: #"{"@timestamp": "2026-11-22", "@version": 1}"#,
      records: [["@timestamp=2026-11-22", "@version=1"]]),
    Case(
      testDescription: "a text that breaks off ends the record with a gap",
      text: #"[{"a": "1"}, {"a": "2", "b": "unfinished"#,
      records: [["a=1"], ["a=2", "b=unfinished"]], gaps: [.truncated]),
    Case(
      testDescription: "in a sequence reading goes on with the line that begins the next text",
      text: "{\"a\": 1}\n{\"a\": oops}\n{\"a\": 3}\n",
      records: [["a=1"], [], ["a=3"]], gaps: [.malformed]),
  ]

  @Test("Texts become records of paths and values", arguments: cases)
  func reads(_ example: Case) throws {
    // The broken ones are recognised by what stands before the fault.
    let sink = try #require(read(example))
    #expect(sink.pathsAndValues == example.records)
    #expect(sink.gaps.map(\.reason) == example.gaps)
  }

  @Test(
    "However the source delivers, and however small the window, the same comes out",
    arguments: cases)
  func isIndependentOfReads(_ example: Case) throws {
    for (readSize, capacity) in [(1, 64), (7, 64), (3, 128), (64, 100)] {
      let sink = try #require(read(example, readSize: readSize, capacity: capacity))
      #expect(sink.pathsAndValues == example.records)
      #expect(sink.gaps.map(\.reason) == example.gaps)
    }
  }

  private func read(_ example: Case, readSize: Int = .max, capacity: Int = 1 << 18)
    -> RecordingSink?
  {
    // What is not JSON to its end is taken for JSON only in a file longer than the sample.
    let bytes = Array(example.text.utf8)
    let isSequence = example.text.contains("}\n{")
    let recognised =
      example.gaps.contains(.malformed) ? Array(#"{"a": 1}{"a": 2}"#.utf8) : bytes
    let sample = HeadSample(
      text: recognised, isWhole: true, fileExtension: isSequence ? "jsonl" : "json")
    guard let reader = InputFormat.json.reader(sample) else { return nil }
    let sink = RecordingSink()
    let source = MemorySource(bytes, readSizeInBytes: readSize)
    reader.read(
      TextBuffer(source: source, encoding: .utf8, capacityInBytes: capacity), into: sink)
    #expect(sink.protocolErrors == [])
    return sink
  }

  @Test("A value stands where its bytes stand, escapes counted")
  func places() throws {
    let text = "{\n  \"名\": \"\\u5f20三\",\n  \"p\": 13800138000}"
    let sink = try #require(readJSON(Array(text.utf8)))
    let values = try #require(sink.records.first)
    let bytes = Array(text.utf8)
    let expected = ["\\u5f20三", "13800138000"]
    for (value, written) in zip(values, expected) {
      let (start, end) = (try #require(value.start), try #require(value.end))
      let range = Int(start.byteOffset)..<Int(end.byteOffset)
      #expect(String(decoding: bytes[range], as: UTF8.self) == written)
    }
    #expect(values[0].start?.line == 2 && values[0].start?.column == 9)
    #expect(values[1].start?.line == 3 && values[1].start?.column == 8)
  }

  @Test("The rest of a broken document is read as text")
  func readsOnAfterAFault() throws {
    let text = #"{"a": "1", "b": [1, 2}"# + "\nphone 13800138000\n"
    let sample = HeadSample(
      text: Array(#"{"a": "1"}"#.utf8), isWhole: true, fileExtension: "json")
    let reader = try #require(InputFormat.json.reader(sample))
    let sink = RecordingSink()
    reader.read(
      TextBuffer(source: MemorySource(Array(text.utf8)), encoding: .utf8), into: sink)
    #expect(sink.gaps.map(\.reason) == [.malformed])
    #expect(String(decoding: sink.text, as: UTF8.self) == "}\nphone 13800138000\n")
    #expect(sink.pathsAndValues.first == ["a=1", "b[]=1", "b[]=2"])
  }

  @Test("A line of a sequence that is no JSON is read as text, however small the window")
  func readsOddLines() throws {
    let odd = "WARN call 13800138000 " + String(repeating: "长x", count: 200) + " end\n"
    let text = "{\"a\": 1}\n{\"a\": " + odd + odd + "{\"a\": 2}\n" + odd
    let head = HeadSample(
      text: Array("{\"a\": 1}\n{\"a\": 2}\n".utf8), isWhole: true, fileExtension: "jsonl")
    let reader = try #require(InputFormat.json.reader(head))
    for capacity in [64, 100, 1 << 18] {
      let sink = RecordingSink()
      reader.read(
        TextBuffer(
          source: MemorySource(Array(text.utf8), readSizeInBytes: 33), encoding: .utf8,
          capacityInBytes: capacity), into: sink)
      #expect(String(decoding: sink.text, as: UTF8.self) == odd + odd + odd)
      #expect(sink.values.joined().compactMap(\.self) == ["1", "2"])
      #expect(sink.gaps.map(\.reason) == [.malformed, .malformed])
    }
  }

  @Test("Nesting beyond ten thousand levels is a gap, and what follows is read as text")
  func nesting() throws {
    let depth = 100_000
    let text = String(repeating: "[", count: depth) + "13800138000"
    let sink = try #require(readJSON(Array(text.utf8)))
    #expect(sink.gaps.map(\.reason) == [.limit])
    #expect(String(decoding: sink.text.suffix(11), as: UTF8.self) == "13800138000")
  }

  @Test("The number of paths is bounded, and no value is lost")
  func manyKeys() throws {
    let members = (0..<20_000).map { "\"k\(String($0, radix: 36))x\": \($0)" }
    let sink = try #require(readJSON(Array("{\(members.joined(separator: ","))}".utf8)))
    #expect(try #require(sink.tables.last).columns.count <= 257)
    let values = sink.records.joined().compactMap { $0.text.flatMap { Int($0) } }
    #expect(values == Array(0..<20_000))
  }

  @Test(
    "What is not JSON to the end of the sample is not taken for it",
    arguments: [
      "[2026-11-22 10:00:00] INFO started", "[INFO] started", "{ key: 'value' }", "{{template}}",
      #"{"a": 1,}"#, "{'a': 1}", "[1, 2] and more", "(function(){})()", "\"text\"", "12",
      "{\n  // a remark\n  \"a\": 1\n}", "[main]\nkey=value",
    ])
  func others(_ text: String) {
    #expect(readJSON(Array(text.utf8)) == nil)
  }
}
