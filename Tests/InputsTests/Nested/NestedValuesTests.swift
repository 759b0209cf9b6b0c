import Findings
import Foundation
import Inputs
import TestSupport
import Testing

@Suite("JSON and XML texts in cells")
struct NestedValuesTests {
  /// Reads a file as the program would.
  private static func read(_ name: String, _ text: String) throws -> DumpSink {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let source = try SourceFile.open(path: try folder.write(name, text))
    let sink = DumpSink()
    let outcome = source.read(into: sink)
    #expect(outcome.gaps.isEmpty && sink.gaps.isEmpty)
    // A column is made known when its first value is met, within the record.
    #expect(sink.faults.filter { $0 != "a table within a record" } == [])
    return sink
  }

  /// Separated values with one column of documents between two others.
  private static func table(_ cells: [String]) -> String {
    "id,payload,phone\n"
      + cells.enumerated().map { index, cell in
        "\(index),\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\",p\(index)\n"
      }.joined()
  }

  private static func lines(_ cells: String...) throws -> [String] {
    try read("a.csv", table(cells)).lines.map { line in
      // Without the columns beside it.
      line.split(separator: " | ").dropFirst().dropLast().joined(separator: " | ")
    }
  }

  @Test("have a column for each path, beside those of the table")
  func paths() throws {
    let sink = try Self.read(
      "a.csv",
      Self.table([
        #"{"receiver":{"phone":"13800138000","姓名":"张伟","x":null,"y":""},"items":[{"n":1},{"n":true}]}"#,
        "plain", #"[{"k":"a"},{"k":"b"}]"#,
      ]))
    #expect(
      sink.lines == [
        ": id=0 | payload.receiver.phone=13800138000 | payload.receiver.姓名=张伟"
          + " | payload.receiver.x=∅ | payload.receiver.y=∅ | payload.items[].n=1"
          + " | payload.items[].n=true | phone=p0",
        ": id=1 | payload=plain | phone=p1",
        ": id=2 | payload[].k=a | payload[].k=b | phone=p2",
      ])
    let columns = try #require(sink.shapes[""]).columns
    #expect(columns.prefix(3).map(\.name) == ["id", "payload", "phone"])
    #expect(columns[3].comment == "payload")
  }

  @Test("are opened within their strings, four deep")
  func depth() throws {
    var text = #"{"a":"x"}"#
    for _ in 0..<5 {
      text =
        "{\"a\":\""
        + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(
          of: "\"", with: "\\\"") + "\"}"
    }
    #expect(try Self.lines(text) == [#"payload.a.a.a.a={"a":"{\"a\":\"x\"}"}"#])
  }

  @Test(
    "stay text where they are broken, cut, or nothing but numbers",
    arguments: [
      "{", "{}", "[]", "[1, 2]", #"{"a":1"#, #"{"a":1}}"#, #"{"a" 1}"#, "{a:1}", #"{"a":"b}"#,
      #"["a",]"#, "{name}", "[INFO] done]", "<>", "<a>", "<a><b></a>", "<a>x</a> tail",
      "<p>手机号：<b>13800138000</b></p>", "<a>text <b>and</b> elements</a>", "<br/>", "a < b >",
      "<a>1</a><b>2</b>",
    ])
  func text(cell: String) throws {
    #expect(try Self.lines(cell) == ["payload=" + cell])
  }

  @Test("keep numbers of an array together, which may be a place")
  func numbers() throws {
    #expect(
      try Self.lines(#"{"type":"Point","coordinates":[116.397128, 39.916527]}"#) == [
        "payload.type=Point | payload.coordinates[]=116.397128, 39.916527"
      ])
  }

  @Test("may be XML, with attributes, references and sections")
  func xml() throws {
    #expect(
      try Self.lines(
        """
        <?xml version="1.0"?><!-- x --><order id="7&#x41;"><buyer><mobile>13800138000</mobile>\
        <memo>a &amp; b</memo><raw><![CDATA[<x>]]></raw><none/></buyer></order>
        """) == [
          "payload.order.id=7A | payload.order.buyer.mobile=13800138000"
            + " | payload.order.buyer.memo=a & b | payload.order.buyer.raw=<x>"
            + " | payload.order.buyer.none=∅"
        ])
  }

  @Test("have the places of their bytes in the file, through all escapes")
  func places() throws {
    let inner = #"{"p":"13800138000"}"#.replacingOccurrences(of: "\"", with: "\\\"")
    let text =
      "id,x\n1,\""
      + "{\"n\":\"张\\n伟\",\"s\":\"\(inner)\"}"
      .replacingOccurrences(of: "\"", with: "\"\"") + "\"\n"
    let sink = try Self.read("a.csv", text)
    let values = try #require(sink.records.first).values
    #expect(values.map(\.column) == ["id", "x.n", "x.s.p"])
    let bytes = Array(text.utf8)
    for (index, wanted) in [(1, "张"), (2, "13800138000")] {
      let start = Int(try #require(values[index].place).byteOffset)
      #expect(bytes[start...].starts(with: wanted.utf8))
    }
  }

  @Test("are opened in tables that learn of their columns later, and in rows that are too long")
  func growingTables() throws {
    let text = """
      {"a":1,"s":"{\\"k\\":\\"v\\"}"}
      {"a":2,"late":"x","s":"{\\"k\\":\\"w\\",\\"m\\":\\"y\\"}"}
      {"late":"z"}

      """
    #expect(
      try Self.read("a.jsonl", text).lines == [
        ": a=1 | s.k=v", ": a=2 | late=x | s.k=w | s.m=y", ": late=z",
      ])
    #expect(
      try Self.read("b.csv", "a,b\n\"{\"\"k\"\":\"\"v\"\"}\",1\n2,3,4\n5,6\n").lines == [
        ": a.k=v | b=1", ": a=2 | b=3 | #3=4", ": a=5 | b=6",
      ])
  }

  @Test("are looked for no more in a column whose values only begin alike")
  func givingUp() throws {
    let cells = Array(repeating: "[x]", count: 50) + [#"{"a":"b"}"#]
    #expect(try Self.read("a.csv", Self.table(cells)).lines.last?.contains("payload={") == true)
  }

  @Test("come out as Foundation wrote them, whatever they hold, and whole where damaged")
  func random() throws {
    var random = SeededGenerator(seed: TestSeed.value)
    for round in 0..<200 {
      let texts = (0..<3).map { _ in
        String(
          (0..<Int.random(in: 1..<12, using: &random)).map { _ in
            "a\"\\\n\t张😀{}[]<>,:é1".randomElement(using: &random) ?? "x"
          })
      }
      let object: [String: Any] = ["a": texts[0], "b": [texts[1], ["c": texts[2]]]]
      var bytes = [UInt8](try JSONSerialization.data(withJSONObject: object, options: .sortedKeys))
      let isDamaged = round % 2 == 1
      if isDamaged {
        bytes[Int.random(in: 1..<bytes.count, using: &random)] =
          [0x22, 0x7B, 0x5C, 0x2C]
          .randomElement(using: &random) ?? 0
      }
      let cell = String(decoding: bytes, as: UTF8.self)
      let sink = try Self.read("a.csv", Self.table([cell]))
      let values = try #require(sink.records.first).values.dropFirst().dropLast()
      if values.first?.column == "payload" {
        #expect(isDamaged && values.count == 1)
        #expect(values.first?.text == cell, "seed \(TestSeed.value), round \(round)")
      } else if !isDamaged {
        #expect(
          values.map(\.text) == texts.map { $0 as String? },
          "seed \(TestSeed.value), round \(round)")
      }
    }
  }
}
