import Findings
import Foundation
import Inputs
import TestSupport
import Testing

@Suite("JSON objects in lines of text")
struct LineDocumentsTests {
  private static func read(_ bytes: [UInt8], capacity: Int = 256 * 1024) -> DumpSink {
    let sink = DumpSink()
    PlainText(opensDocuments: true).read(
      TextBuffer(source: MemorySource(bytes), encoding: .utf8, capacityInBytes: capacity),
      into: sink)
    #expect(sink.faults.filter { $0 != "a table within a record" } == [])
    return sink
  }

  private static func read(_ text: String) -> DumpSink { read(Array(text.utf8)) }

  /// A text as it stands in a JSON string, by another library.
  private static func quoted(_ text: String) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: [text])
    return String(String(decoding: data, as: UTF8.self).dropFirst().dropLast())
  }

  @Test("are records whose fields are paths, and what stands around them stays text")
  func paths() {
    let sink = Self.read(
      """
      10:00 INFO req {"user":{"phone":"13800138000","姓名":"张伟"},"tags":[{"k":"a"},{"k":"b"}]} 3 ms
      no object here {x} {} { }
      10:01 INFO a={"user":{"phone":"13800138001"}},b={ "n" : null, "ok":true}.

      """)
    #expect(
      sink.lines == [
        ": user.phone=13800138000 | user.姓名=张伟 | tags[].k=a | tags[].k=b",
        ": user.phone=13800138001", ": n=∅ | ok=true",
      ])
    #expect(
      sink.textString
        == "10:00 INFO req  3 ms\nno object here {x} {} { }\n10:01 INFO a=,b=.\n")
    #expect(sink.shapes[""]?.numbersColumnsAsMet == true)
  }

  @Test("are read within quoted strings, with the places of their bytes", arguments: 0...3)
  func quotedStrings(depth: Int) throws {
    var object = #"{"phone":"13800138000","memo":"a \"b\" \\ 中\n","sum":12.50,"who":"张伟"}"#
    for _ in 0..<depth { object = try Self.quoted(object) }
    let text = "x\n2024 body=" + object + " end 13900139000\n"
    let sink = Self.read(text)
    #expect(
      sink.lines == [": phone=13800138000 | memo=a \"b\" \\ 中\n | sum=12.50 | who=张伟"])
    let bytes = Array(text.utf8)
    let values = try #require(sink.records.first).values
    for value in values where value.column != "memo" {
      let start = Int(try #require(value.place).byteOffset)
      #expect(bytes[start...].starts(with: try #require(value.text).utf8))
      #expect(value.place?.line == 2)
    }
    // The quotes of the strings around it.
    let rest = sink.textString.filter { $0 != "\"" && $0 != "\\" }
    #expect(rest == "x\n2024 body= end 13900139000\n")
  }

  @Test("are opened within their own strings, under the path of the string")
  func strings() throws {
    let inner = try Self.quoted(#"{"religion":"佛教","deep":"# + Self.quoted(#"{"a":"x"}"#) + "}")
    let sink = Self.read("resp {\"code\":0,\"data\":\(inner)}\n")
    #expect(sink.lines == [": code=0 | data.religion=佛教 | data.deep.a=x"])
  }

  @Test("that break off are read up to their last whole value, at every byte of them")
  func cut() throws {
    let whole = #"{"name":"张伟","n":13800138000,"list":["ab","cd"],"last":"中文"}"#
    for object in [whole, try Self.quoted(whole)] {
      let bytes = Array("p ".utf8) + Array(object.utf8)
      for length in 0...bytes.count {
        for ending in ["", "\nnext line\n"] {
          let part = Array(bytes[..<length])
          let sink = Self.read(part + Array(ending.utf8))
          // Every value is a whole one, and every other letter of the text is still there.
          let values = sink.records.flatMap(\.values).compactMap(\.text)
          #expect(
            ["张伟", "13800138000", "ab", "cd", "中文"].starts(with: values), "\(length): \(values)")
          for word in ["张伟", "13800138000", "ab", "cd", "中文"]
          where String(decoding: part, as: UTF8.self).contains(word) {
            #expect(
              values.contains(word) || sink.textString.contains(word), "\(word) at \(length)")
          }
          #expect(sink.textString.hasSuffix(ending))
        }
      }
    }
  }

  @Test(
    "stay text where they are none",
    arguments: [
      #"{"a" 1}, more of it here"#, #"{"a":b, "c":"d"} more of it here"#, #"{"} and then nothing"#,
      #"{\"a\" = \"b\" and a long tail}"#, #"f{"x", "y", 1} and some more code"#,
      #"printf("{\"%s\": %d}\n", name, number); // x"#, "{\"\n\":1}",
    ])
  func others(text: String) {
    let sink = Self.read(text + "\n")
    #expect(sink.records.isEmpty)
    #expect(sink.textString == text + "\n")
  }

  @Test("and nothing else is lost, whatever the bytes and the window")
  func noise() {
    let pieces = [
      "{\"", "{\\\"", "\"a\":", "\\\"a\\\":", "{", "}", "[", "]", ",", "1", "\"x\"", "\\", "\"",
      "\n",
      " ", "13800138000", "中", "{\"k\":\"v\"}", "{\\\"k\\\":\\\"v\\\"}", "null",
    ]
    let seed = TestSeed.value
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      let capacity = [64, 100, 4096][Int.random(in: 0..<3, using: &random)]
      let sink = Self.read(Array(text.utf8), capacity: capacity)
      let values = sink.records.flatMap(\.values).compactMap(\.text)
      let seen = sink.textString.components(separatedBy: "13800138000").count - 1
      let told = values.map { $0.components(separatedBy: "13800138000").count - 1 }.reduce(0, +)
      let keys = sink.shapes[""]?.columns.count { $0.name.contains("13800138000") } ?? 0
      let planted = text.components(separatedBy: "13800138000").count - 1
      #expect(seen + told <= planted, "twice in \(text), seed \(seed)")
      #expect(seen + told + keys * planted >= planted, "lost in \(text), seed \(seed)")
    }
  }

  @Test("cost time in proportion to the text, however they are nested or broken")
  func hostile() {
    let size = 1 << 18
    let patterns = [
      #"{"a":"#, #"{\"a\":"#, #"{\\\"a\\\":"#, #"{""#, #"{\""#, #"{"a":1,"#, #"[{"a":[1,"#,
      #"{"a":"\u0031","#, #"{"a":x"#, #"{\"a\":x"#,
    ]
    for pattern in patterns {
      let text = Array(String(repeating: pattern, count: size / pattern.utf8.count).utf8)
      let sink = DumpSink()
      sink.isKeeping = false
      let clock = ContinuousClock()
      let time = clock.measure {
        PlainText(opensDocuments: true).read(
          TextBuffer(source: MemorySource(text), encoding: .utf8), into: sink)
      }
      #expect(time < .seconds(20), "\(pattern): \(time)")
    }
  }
}
