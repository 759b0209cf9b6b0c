import Findings
import Foundation
import Inputs
import TestSupport
import Testing

@Suite("Binary documents of MongoDB")
struct BSONTests {
  /// Two documents that `bson.encode` of PyMongo 4 wrote: one with every type, and `{"k": "v"}`.
  static let sample = Array(
    Data(
      base64Encoded:
        """
        IwIAAAdfaWQAZLfwocLT5PWmt8jZAuWnk+WQjQAHAAAA5byg5LyfAAJlbXB0eQABAAAAABBpAPv///8SbAAQZY02AwAAAAFmAA\
        AAgChrtAlCAWcAAAAAAAAA9D8Eb3JkZXJzAFEAAAADMAArAAAAA3JlY2VpdmVyABwAAAACcGhvbmUADAAAADEzOTAwMTM5MDAw\
        AAAAAzEAGwAAAANyZWNlaXZlcgAMAAAACnBob25lAAAAAAlib3JuAPpEAWGVAAAACW9sZACIpDza/v7//wV1ABAAAAAEEjRWeB\
        I0VngSNFZ4EjRWeAVyYXcABgAAAADnlLXor50FYmluAAMAAAAAAAH/BGQAsAAAABMwAJYAAAAAAAAAAAAAAAAAPDATMQB7AAAA\
        AAAAAAAAAAAAAECwEzIAAQAAAAAAAAAAAAAAAABUMBMzAAEAAAAAAAAAAAAAAAAANDATNAABAAAAAAAAAAAAAAAAADIwEzUA//\
        ///2OOjTfAh62+Ce3/XxM2AAAAAAAAAAAAAAAAAAAAAHwTNwAAAAAAAAAAAAAAAAAAAAD4EzgAAAAAAAAAAAAAAAAAAAA6MAAL\
        cmUAYS4qYgBpAA1jb2RlAAQAAABmKCkAD3Njb3BlZAAaAAAABAAAAGcoKQAOAAAAAngAAgAAAHkAABF0cwABAAAAABBeX/9tbg\
        AIYgABAzEzODAwMTM4MDAxAA4AAAACdgACAAAAdwAAAA4AAAACawACAAAAdgAA
        """) ?? Data())

  /// The values of the sample as PyMongo gives them back.
  static let values = [
    "users: _id=64b7f0a1c2d3e4f5a6b7c8d9 | 姓名=张伟 | empty=∅ | i=-5 | l=13800138000 | f=13800138000"
      + " | g=1.25 | orders[].receiver.phone=13900139000 | orders[].receiver.phone=∅"
      + " | born=1990-05-01T16:00:00.250Z | old=1935-01-02T03:04:05Z"
      + " | u=12345678-1234-5678-1234-567812345678 | raw=电话 | bin=0001ff"
      + " | d[]=1.50 | d[]=-123 | d[]=1E+10 | d[]=0.000001 | d[]=1E-7"
      + " | d[]=9.999999999999999999999999999999999E+6144 | d[]=NaN | d[]=-Infinity | d[]=0.000"
      + " | re=a.*b | re=i | code=f() | scoped=g() | scoped.x=y | ts=2020-09-13T12:26:40Z"
      + " | mn=∅ | b=true | *=13800138001 | *.v=w",
    "users: k=v",
  ]

  static func read(
    _ bytes: [UInt8], name: String = "users.bson", folder: TemporaryFolder
  ) throws -> (sink: DumpSink, format: String) {
    let source = try SourceFile.open(path: try folder.write(name, bytes))
    let sink = DumpSink()
    let outcome = source.read(into: sink, capacityInBytes: 4096)
    #expect(outcome.gaps.isEmpty)
    #expect(faults(of: sink) == [])
    return (sink, source.recognition.format)
  }

  /// A column is made known when its first value is met, within the record.
  private static func faults(of sink: DumpSink) -> [String] {
    sink.faults.filter { $0 != "a table within a record" }
  }

  /// An archive as `mongodump --archive` writes it (mongo-tools, common/archive/README): documents of
  /// two collections in turn.
  static func archive() -> [UInt8] {
    func string(_ key: String, _ value: String) -> [UInt8] {
      [2] + Array(key.utf8) + [0] + number(value.utf8.count + 1) + Array(value.utf8) + [0]
    }
    func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
    func document(_ elements: [UInt8]) -> [UInt8] { number(elements.count + 5) + elements + [0] }
    func header(_ collection: String, isEnd: Bool) -> [UInt8] {
      document(
        string("db", "shop") + string("collection", collection) + [8] + Array("EOF".utf8)
          + [0, isEnd ? 1 : 0])
    }
    let end: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
    var bytes: [UInt8] = [0x6D, 0xE2, 0x99, 0x81] + document(string("version", "0.1"))
    for name in ["users", "pets"] {
      bytes += document(
        string("db", "shop") + string("collection", name)
          + string("metadata", String(repeating: "x", count: 3000)))
    }
    bytes += end
    for round in 0..<3 {
      bytes += header("users", isEnd: false) + document(string("phone", "1380013800\(round)")) + end
      bytes += header("pets", isEnd: false) + document(string("name", "cat\(round)"))
      bytes += document(string("name", "dog\(round)")) + end
    }
    for name in ["users", "pets"] { bytes += header(name, isEnd: true) + end }
    return bytes
  }

  @Test("are read with every type of value, paths as columns, the file's name as the table")
  func types() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let (sink, format) = try Self.read(Self.sample, folder: folder)
    #expect(format == "bson")
    #expect(sink.gaps.isEmpty)
    #expect(sink.lines == Self.values)
    // The second value's first byte, found in the file itself.
    let name = Array("张伟".utf8)
    let place = Self.sample.indices.first { Self.sample[$0...].starts(with: name) }
    #expect(sink.records[0].values[1].place?.byteOffset == place.map { UInt64($0) })
  }

  @Test("of an archive belong to the collections that it names")
  func archives() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let (sink, format) = try Self.read(Self.archive(), name: "all", folder: folder)
    #expect(format == "mongodump-archive")
    #expect(sink.gaps.isEmpty)
    #expect(
      sink.lines
        == (0..<3).flatMap {
          [
            "shop.users: phone=1380013800\($0)", "shop.pets: name=cat\($0)",
            "shop.pets: name=dog\($0)",
          ]
        })
  }

  @Test("may have names that a file's name cannot have")
  func escapedNames() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let (sink, _) = try Self.read(Self.sample, name: "a%24b%2Fc.bson", folder: folder)
    #expect(sink.announced.first == "a$b/c")
  }

  @Test("may hold strings and bytes that no window holds")
  func longStrings() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let text = String(repeating: "长", count: 100_000) + "13800138000"
    let length = text.utf8.count + 1
    var bytes: [UInt8] = [2, 0x74, 0] + (0..<4).map { UInt8(length >> (8 * $0) & 0xFF) }
    bytes += Array(text.utf8) + [0, 0]
    bytes = (0..<4).map { UInt8((bytes.count + 4) >> (8 * $0) & 0xFF) } + bytes
    let (sink, _) = try Self.read(bytes + Self.sample, folder: folder)
    #expect(sink.gaps.isEmpty)
    #expect(sink.records[0].values.map(\.text) == [text])
    #expect(Array(sink.lines.dropFirst()) == Self.values)
    #expect(sink.longestPushInBytes < 300_000)
  }

  @Test("with a length that lies are a gap, searched as text, and the next one is read")
  func lyingLengths() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let name = Array("张伟".utf8)
    let place = try #require(Self.sample.indices.first { Self.sample[$0...].starts(with: name) })
    for length: [UInt8] in [
      [0, 0, 0, 0], [255, 255, 255, 127], [255, 255, 255, 255], [6, 0, 0, 0],
    ] {
      var bytes = Self.sample
      bytes.replaceSubrange(place - 4..<place, with: length)
      let (sink, _) = try Self.read(bytes, folder: folder)
      #expect(sink.gaps.map(\.reason) == [.malformed])
      #expect(sink.lines.last == "users: k=v")
      #expect(sink.textString.contains("13900139000"))
    }
  }

  @Test("cut off anywhere yield what stood before the cut, and a gap")
  func cuts() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    for count in stride(from: 40, to: Self.sample.count, by: Self.sample.count / 16) {
      let (sink, _) = try Self.read(Array(Self.sample.prefix(count)), folder: folder)
      #expect(sink.gaps.map(\.reason) == [.truncated], "cut at \(count)")
      #expect(sink.lines.first?.hasPrefix("users: _id=64b7f0a1c2d3e4f5a6b7c8d9") == true)
    }
  }

  @Test("damaged at random never crash or hang, and are read again behind the damage")
  func damage() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    var random = SeededGenerator(seed: TestSeed.value)
    for round in 0..<120 {
      let whole = round % 2 == 0 ? Self.sample + Self.sample : Self.archive()
      var bytes = whole
      for _ in 0..<[1, 4, 30][round % 3] {
        bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let tail = round % 2 == 0 ? Self.sample : []
      let path = try folder.write("damaged.bson", bytes + tail)
      let source = try SourceFile.open(path: path)
      let sink = DumpSink()
      _ = source.read(into: sink, capacityInBytes: 1024)
      #expect(Self.faults(of: sink) == [], "seed \(TestSeed.value), round \(round)")
    }
  }

  @Test("nested ten thousand deep are a gap")
  func depth() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    var bytes: [UInt8] = []
    let depth = 10_000
    for level in 0...depth {
      let length = 5 + (depth - level) * 8
      bytes += (0..<4).map { UInt8(length >> (8 * $0) & 0xFF) }
      if level < depth { bytes += [3, 0x61, 0] }
    }
    bytes += [UInt8](repeating: 0, count: depth + 1)
    let (sink, _) = try Self.read(bytes, folder: folder)
    #expect(sink.gaps.first?.reason == .malformed)
  }
}
