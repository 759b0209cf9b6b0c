import Findings
import Inputs
import TestSupport
import Testing

@Suite("Separated values")
struct CSVTests {
  private func read(
    _ text: String, fileExtension: String = "csv", readSize: Int = .max, capacity: Int = 1 << 18
  ) -> RecordingSink? {
    read(Array(text.utf8), fileExtension: fileExtension, readSize: readSize, capacity: capacity)
  }

  private func read(
    _ bytes: [UInt8], fileExtension: String = "csv", readSize: Int = .max, capacity: Int = 1 << 18,
    blocks: BlockLimits? = nil
  ) -> RecordingSink? {
    let head = Array(bytes.prefix(HeadSample.limitInBytes))
    let sample = HeadSample(
      text: head, isWhole: head.count == bytes.count, fileExtension: fileExtension)
    guard let reader = InputFormat.csv.reader(sample) else { return nil }
    let sink = RecordingSink()
    sink.blocks = blocks
    let source = MemorySource(bytes, readSizeInBytes: readSize)
    reader.read(
      TextBuffer(source: source, encoding: .utf8, capacityInBytes: capacity), into: sink)
    #expect(sink.protocolErrors == [])
    return sink
  }

  @Test(
    "A text without a telling name is a table while no more than one record in twenty is unlike the others",
    arguments: [(10, true), (11, false)])
  func mixed(unlike: Int, isTable: Bool) {
    for isFirst in [true, false] {
      let others = String(repeating: "remark\n", count: unlike)
      let records = String(repeating: "张伟,13800138000\n", count: 201 - unlike)
      let text = isFirst ? others + records : records + others
      #expect((read(text, fileExtension: "") != nil) == isTable)
      #expect(read(text) != nil)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let names: [String]
    let values: [[String?]]
    var gaps: [GapReason] = []
  }

  // The expected values were checked against Python's `csv` and Excel, but for the last group.
  static let cases = [
    Case(
      testDescription: "a plain table", text: "姓名,电话\n张伟,13800138000\n李娜,13900139000\n",
      names: ["姓名", "电话"],
      values: [["张伟", "13800138000"], ["李娜", "13900139000"]]),
    Case(
      testDescription: "no header", text: "张伟,13800138000\n李娜,13900139000\n", names: ["", ""],
      values: [["张伟", "13800138000"], ["李娜", "13900139000"]]),
    Case(
      testDescription: "CRLF and no line end at the end", text: "name,phone\r\na,1\r\nb,2",
      names: ["name", "phone"], values: [["a", "1"], ["b", "2"]]),
    Case(
      testDescription: "carriage returns alone", text: "name;phone\ra;1\rb;2\r",
      names: ["name", "phone"], values: [["a", "1"], ["b", "2"]]),
    Case(
      testDescription: "tabs", text: "name\tphone\na\t1\nb\t2\n", names: ["name", "phone"],
      values: [["a", "1"], ["b", "2"]]),
    Case(
      testDescription: "bars", text: "name|phone|age\na|1|30\n", names: ["name", "phone", "age"],
      values: [["a", "1", "30"]]),
    Case(
      testDescription: "quoted delimiters, line breaks and doubled quotes",
      text: "name,address,phone\n\"Wei, Zhang\",\"line 1\nline \"\"2\"\"\",1\nb,\"c\r\nd\",2\n",
      names: ["name", "address", "phone"],
      values: [["Wei, Zhang", "line 1\nline \"2\"", "1"], ["b", "c\r\nd", "2"]]),
    Case(
      testDescription: "a closing quote at the very end",
      text: "name,phone\n\"a\",\"13800138000\"", names: ["name", "phone"],
      values: [["a", "13800138000"]]),
    Case(
      testDescription: "a quoted header", text: "\"姓名\",\"联系\"\"电话\"\n\"张伟\",\"1\"\n",
      names: ["姓名", "联系\"电话"], values: [["张伟", "1"]]),
    Case(
      testDescription: "empty values, empty lines and empty quotes",
      text: "name,phone,age\n\na,,3\n\r\n,\"\",\n", names: ["name", "phone", "age"],
      values: [["a", nil, "3"], [nil, nil, nil]]),
    Case(
      testDescription: "ragged records", text: "name,phone,age\na,1,2,extra\nb\nc,3,4\n",
      names: ["name", "phone", "age"],
      values: [["a", "1", "2", "extra"], ["b", nil, nil], ["c", "3", "4"]]),
    Case(
      testDescription: "one column", text: "手机号\n13800138000\n13900139000\n", names: ["手机号"],
      values: [["13800138000"], ["13900139000"]]),
    Case(
      testDescription: "one column without a header", text: "13800138000\n13900139000\n",
      names: [""],
      values: [["13800138000"], ["13900139000"]]),
    Case(
      testDescription: "the separator stated for Excel", text: "sep=;\nname;phone\na,b;1\n",
      names: ["name", "phone"], values: [["a,b", "1"]]),
    Case(
      testDescription: "a title above the header", text: "员工信息表\n姓名,电话,年龄\n张伟,13800138000,30\n",
      names: ["姓名", "电话", "年龄"], values: [["员工信息表", nil, nil], ["张伟", "13800138000", "30"]]),
    Case(
      testDescription: "forms that keep Excel from reckoning",
      text: "name,phone\na,=\"013800138000\"\nb,'013900139000\n", names: ["name", "phone"],
      values: [["a", "=\"013800138000\""], ["b", "'013900139000"]]),
    Case(
      testDescription: "quotes escaped by a backslash",
      text: #"name,note,phone"# + "\n" + #"a,"say \"hi, you\" now",1"# + "\n" + #"b,"c:\\dir",2"#
        + "\n", names: ["name", "note", "phone"],
      values: [["a", "say \"hi, you\" now", "1"], ["b", #"c:\dir"#, "2"]]),
    Case(
      testDescription: "a backslash that ends a quoted path is no escape",
      text: #"name,path,phone"# + "\n" + #"a,"c:\dir\",1"# + "\n" + #"b,"d:\",2"# + "\n",
      names: ["name", "path", "phone"], values: [["a", #"c:\dir\"#, "1"], ["b", #"d:\"#, "2"]]),
    Case(
      testDescription: "a NUL in a value", text: "name,phone\na\0b,1\n", names: ["name", "phone"],
      values: [["a\0b", "1"]]),
    Case(
      testDescription: "a quote inside a value is a plain character",
      text: "name,size\nTV 5\",1\nb,2\n", names: ["name", "size"],
      values: [["TV 5\"", "1"], ["b", "2"]]),
    Case(
      testDescription: "spaces before a quote", text: "name, note, phone\na, \"b,c\", 1\n",
      names: ["name", " note", " phone"], values: [["a", "b,c", " 1"]]),
    Case(
      testDescription: "text after a closing quote", text: "name,note\n\"a\"b,1\n\"c\" ,2\n",
      names: ["name", "note"], values: [["ab", "1"], ["c ", "2"]]),
    Case(
      testDescription: "an English header over Chinese values",
      text: "real_name,home\n张伟,北京市海淀区\n李娜,上海市\n", names: ["real_name", "home"],
      values: [["张伟", "北京市海淀区"], ["李娜", "上海市"]]),
    Case(
      testDescription: "a quote that is never closed",
      text: "name,note,phone\na,\"b,1\nc,d,2\ne,f,3\n", names: ["name", "note", "phone"],
      values: [["a", "\"b", "1"], ["c", "d", "2"], ["e", "f", "3"]], gaps: [.malformed]),
  ]

  @Test("are read as written", arguments: cases)
  func values(item: Case) throws {
    let sink = try #require(read(item.text))
    #expect(sink.tables.map { $0.columns.map(\.name) } == [item.names])
    #expect(sink.values == item.values)
    #expect(sink.gaps.map(\.reason) == item.gaps)
    for record in sink.records { #expect(record.map(\.column) == Array(record.indices)) }
  }

  @Test("give the same values and places, whatever the window and the read size", arguments: cases)
  func cutAnywhere(item: Case) throws {
    // A quote that is never closed is found out within the window.
    let isBroken = !item.gaps.isEmpty
    let text =
      item.text
      + (isBroken ? "" : String(repeating: item.text.hasSuffix("\r") ? "g\r" : "\ng\n", count: 3))
    let expected = try #require(read(text)).records
    for capacity in [64, 65, 100, 1024, 4096] where !isBroken || capacity >= 1024 {
      for readSize in [1, 2, 3, 7, 1000] {
        let sink = try #require(read(text, readSize: readSize, capacity: capacity))
        #expect(sink.records == expected, "window \(capacity), reads of \(readSize)")
        #expect(sink.longestPushInBytes <= capacity)
      }
    }
  }

  @Test("give the same records when they are cut off in blocks of any size", arguments: cases)
  func blocks(item: Case) throws {
    let bytes = Array(String(repeating: item.text + "\n", count: 4).utf8)
    let whole = try #require(read(bytes))
    for size in [1, 10, 40, 200] {
      // Headers stand in the head of a file, which is never cut.
      for head in UInt64(item.text.utf8.count)..<UInt64(item.text.utf8.count + 60) {
        let limits = BlockLimits(headInBytes: head, blockInBytes: size, smallestInBytes: size)
        let sink = try #require(read(bytes, blocks: limits))
        #expect(sink.records == whole.records, "blocks of \(size) from \(head) on")
        #expect(sink.gaps == whole.gaps, "blocks of \(size) from \(head) on")
      }
    }
  }

  @Test("tell the place of every value in the file")
  func places() throws {
    let sink = try #require(read("姓名,note\n张伟,\"a\"\"b\"\n\"c\nd\",e\n"))
    let places = sink.records.map { $0.map { [$0.start, $0.end] } }
    func at(_ offset: UInt64, _ line: UInt64, _ column: UInt64) -> Location {
      Location(byteOffset: offset, line: line, column: column)
    }
    #expect(
      places == [
        [[at(12, 2, 1), at(18, 2, 3)], [at(20, 2, 5), at(24, 2, 9)]],
        [[at(27, 3, 2), at(30, 4, 2)], [at(32, 4, 4), at(33, 4, 5)]],
      ])
  }

  @Test("longer than the window come in pieces and are noted", arguments: [false, true])
  func longValue(isQuoted: Bool) throws {
    let value = String(repeating: isQuoted ? "张\"\"三\n" : "张三", count: 200_000)
    let quote = isQuoted ? "\"" : ""
    let text = "name,note,phone\na,b,1\nc,\(quote)\(value)\(quote),2\nd,e,3\n"
    let sink = try #require(read(text, capacity: 1 << 16))
    // A quoted value over 1 MiB ends at a line break: only its bytes are promised.
    #expect(sink.longestPushInBytes <= 1 << 16)
    #expect(sink.gaps.map(\.reason).contains(.recordTooLong))
    #expect(sink.values.last == ["d", "e", "3"])
    guard !isQuoted else { return }
    #expect(sink.values.count == 3)
    #expect(sink.values[1][1] == value)
  }

  @Test("in quotes and longer than the window, but within bounds, come whole")
  func quotedPieces() throws {
    let value = String(repeating: "一行 \"\"text\"\"\n", count: 5000)
    let text = "name,note,phone\na,b,1\nc,\"\(value)\",2\nd,e,3\n"
    for capacity in [1024, 4096, 1 << 16] {
      let sink = try #require(read(text, capacity: capacity))
      #expect(sink.values.count == 3)
      let isSame = sink.values[1][1] == value.replacingQuotes()
      #expect(isSame)
      #expect(sink.gaps.isEmpty)
      #expect(sink.records[2][0].start?.line == 5004)
    }
  }

  @Test("go on after a quote that is never closed in a large file")
  func unterminatedInLargeFile() throws {
    let rows = String(repeating: "张伟,note,13800138000\n", count: 30_000)
    let sink = try #require(read("姓名,备注,电话\n李娜,\"broken,1\n" + rows))
    #expect(sink.records.count == 30_001)
    #expect(sink.gaps.map(\.reason) == [.malformed])
    #expect(sink.gaps.first?.byteOffset == 28)
    #expect(sink.values.last == ["张伟", "note", "13800138000"])
  }

  @Test(
    "are not what has commas but no columns",
    arguments: [
      "2024-05-01 10:00:00,123 INFO main started the server on port 8080\n",
      "Dear Sir, we are glad to inform you, that all is well, and so on.\n",
      "今天天气很好，我们去公园。张伟说，他也去。\n",
      "{\"name\":\"a\",\"phone\":\"1\"}\n",
      "INSERT INTO t VALUES (1,'a',2);\n",
      "user=a, phone=1, age=2\n",
      "one line, no more",
    ])
  func textWithCommas(line: String) {
    let text = line.hasSuffix("\n") ? String(repeating: line, count: 20) : line
    #expect(read(text, fileExtension: "txt") == nil)
    #expect(read(text, fileExtension: "") == nil)
  }

  @Test("are known without the name of the file where they are plain enough")
  func unnamed() throws {
    let text = "姓名,身份证号,电话\n张伟,x,13800138000\n李娜,y,13900139000\n"
    let sink = try #require(read(text, fileExtension: "txt"))
    #expect(sink.values.count == 2)
    #expect(read(text, fileExtension: "log") == nil)
  }

  @Test("made of anything at all are read the same in any window, and nothing is lost")
  func random() throws {
    let seed = TestSeed.value
    var random = SeededGenerator(seed: seed)
    let alphabet = ["a", "b", ",", ",", "\"", "\"\"", "\n", "\r\n", "张", "1", " ", ";", "\\", "\0"]
    for _ in 0..<400 {
      let length = Int.random(in: 0..<60, using: &random)
      var text = "姓名,note,phone\n"
      for _ in 0..<length { text += alphabet.randomElement(using: &random) ?? "" }
      let whole = try #require(read(text))
      // Which quotes are never closed depends on the window.
      guard whole.gaps.isEmpty else { continue }
      for (capacity, readSize) in [(64, 1), (64, 5), (80, 3), (100, 64), (1024, 2)] {
        let sink = try #require(read(text, readSize: readSize, capacity: capacity))
        guard sink.gaps.isEmpty else { continue }
        let isSame = sink.records == whole.records
        #expect(isSame, "seed \(seed): \(text.debugDescription) in \(capacity) by \(readSize)")
      }
      // Every letter and digit comes out, be it as a value or, where the second line looks more like
      // a header than the first, as a name.
      let letters = text.dropFirst("姓名,note,phone\n".count).filter { "ab1张".contains($0) }
      let names = whole.tables.flatMap(\.columns).map(\.name).joined()
      let found = (names + whole.values.joined().compactMap { $0 }.joined())
        .filter { "ab1张".contains($0) }
      #expect(found.sorted() == letters.sorted(), "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("are a prefix where a read fails, at every read")
  func faults() throws {
    let text =
      "name,note,phone\n" + String(repeating: "张伟,\"a \"\"b\"\"\nc\",13800138000\n", count: 60)
    let whole = try #require(read(text)).records
    let reader = try #require(
      InputFormat.csv.reader(
        HeadSample(text: Array(text.utf8), isWhole: true, fileExtension: "csv")))
    for n in 1... {
      let source = FaultySource(MemorySource(text, readSizeInBytes: 97), failingRead: n)
      let sink = RecordingSink()
      let buffer = TextBuffer(source: source, encoding: .utf8, capacityInBytes: 1024)
      reader.read(buffer, into: sink)
      // The record at which reading failed may be cut; those before it are whole.
      let complete = sink.records.dropLast(2)
      #expect(whole.prefix(complete.count) == complete)
      #expect((buffer.gap != nil) == source.hasFailed)
      if !source.hasFailed {
        #expect(sink.records == whole)
        return
      }
    }
  }
}

extension String {
  fileprivate func replacingQuotes() -> String {
    split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
  }
}
