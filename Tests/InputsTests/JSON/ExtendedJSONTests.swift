import Findings
import Inputs
import Testing

@Suite("JSON of other programs")
struct ExtendedJSONTests {
  /// Records as `table: path=value | …`.
  private static func lines(_ text: String, name: String = "a.json") throws -> [String] {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let source = try SourceFile.open(path: try folder.write(name, text))
    #expect(source.recognition.format == "json")
    let sink = DumpSink()
    let outcome = source.read(into: sink)
    #expect(outcome.gaps.isEmpty && sink.gaps.isEmpty)
    return sink.lines
  }

  /// What `bson.json_util.dumps` of PyMongo 4 writes for one document, canonical and legacy.
  @Test(
    "of MongoDB has the value's own column for what names its type",
    arguments: [
      #"""
      {"_id": {"$oid": "64b7f0a1c2d3e4f5a6b7c8d9"}, "phone": {"$numberLong": "13800138000"}, "n": \#
      {"$numberInt": "7"}, "d": {"$numberDouble": "1.5"}, "m": {"$numberDecimal": "1.50"}, "born": \#
      {"$date": {"$numberLong": "641577600250"}}, "old": {"$date": {"$numberLong": \#
      "-1104526555000"}}, "a": [{"$numberInt": "1"}, {"$numberInt": "2"}]}

      """#,
      #"""
      {"_id": {"$oid": "64b7f0a1c2d3e4f5a6b7c8d9"}, "phone": 13800138000, "n": 7, "d": 1.5, "m": \#
      {"$numberDecimal": "1.50"}, "born": {"$date": 641577600250}, "old": \#
      {"$date": -1104526555000}, "a": [1, 2]}

      """#,
    ])
  func wrappers(text: String) throws {
    #expect(
      try Self.lines(text, name: "a.jsonl") == [
        ": _id=64b7f0a1c2d3e4f5a6b7c8d9 | phone=13800138000 | n=7 | d=1.5 | m=1.50"
          + " | born=1990-05-01T16:00:00.250Z | old=1935-01-01T03:04:05Z | a[]=1 | a[]=2"
      ])
  }

  @Test("keeps a member for a member where others stand before it, or it is no type")
  func noWrappers() throws {
    #expect(
      try Self.lines(#"{"a": {"x": 1, "$oid": "y"}, "b": {"$ref": "z"}, "c": {"$date": "soon"}}"#)
        == [": a.x=1 | a.$oid=y | b.$ref=z | c=soon"])
  }

  @Test("of elasticdump belongs to the index that each line names")
  func elasticdump() throws {
    let text = """
      {"_index":"users","_type":"_doc","_id":"1","_source":{"phone":"13800138000"}}
      {"_index":"users","_type":"_doc","_id":"2","_source":{"phone":"13800138001"}}
      {"_index":"订单","_type":"_doc","_id":"3","_source":{"tel":"1"}}

      """
    #expect(
      try Self.lines(text) == [
        "users: _index=users | _type=_doc | _id=1 | _source.phone=13800138000",
        "users: _index=users | _type=_doc | _id=2 | _source.phone=13800138001",
        "订单: _index=订单 | _type=_doc | _id=3 | _source.tel=1",
      ])
  }

  @Test("of bulk requests belongs to the index that the line before it names")
  func bulk() throws {
    let text = """
      {"index":{"_id":"1","_index":"users"}}
      {"phone":"13800138000"}
      {"delete":{"_index":"users","_id":"2"}}
      {"create":{"_index":"pets"}}
      {"phone":"cat"}
      {"phone":"no index"}

      """
    #expect(
      try Self.lines(text) == [
        "users: index._id=1 | index._index=users", "users: phone=13800138000",
        "users: delete._index=users | delete._id=2", "pets: create._index=pets",
        "pets: phone=cat", ": phone=no index",
      ])
  }
}
