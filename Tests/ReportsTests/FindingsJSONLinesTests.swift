import Findings
import Foundation
import Policies
import TestSupport
import Testing

@testable import Reports

@Suite struct FindingsJSONLinesTests {
  /// One finding with its bytes in a batch of its own.
  private func batch(
    _ finding: FindingRecord, masked: [UInt8], value: [UInt8] = [], evidence: [Evidence] = []
  ) -> FindingBatch {
    var batch = FindingBatch()
    var finding = finding
    batch.arena = ContiguousArray(masked + value)
    finding.masked = 0..<UInt32(masked.count)
    finding.value = UInt32(masked.count)..<UInt32(masked.count + value.count)
    finding.evidence = 0..<UInt32(evidence.count)
    batch.evidence = ContiguousArray(evidence)
    batch.findings = [finding]
    return batch
  }

  private func line(
    _ batch: FindingBatch, run: RunDescription = Example.run(), path: [UInt8] = Array("a.txt".utf8),
    member: String? = nil, tables: [SourceTally.Table] = [], lineBase: UInt64 = 0,
    recordBases: [UInt64] = []
  ) -> String {
    var out: [UInt8] = []
    FindingsJSONLines(run: run).encode(
      batch, batch.findings.indices,
      of: PartContext(
        source: SourceIdentity(path: path, member: member), tables: tables, lineBase: lineBase,
        recordBases: recordBases), into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test("A finding in a table is written with all members in the order of the contract")
  func inTable() {
    var finding = Example.finding(
      type: Example.residentID, labels: [.testData, .masked], age: Age(years: 14), decibans: 30,
      table: 0, field: 1)
    finding.fingerprint = Fingerprint(high: 0xFEDC_BA98_7654_3210, low: 0x0F)
    let text = line(
      batch(
        finding, masked: Array("110105********002X".utf8),
        evidence: [Evidence(name: 0, decibans: 10), Evidence(name: 1, decibans: -20)]),
      path: Array("in/客户.sql".utf8), member: "dump.sql",
      tables: [Example.table("crm.people", ["name", "id_no"])], lineBase: 40, recordBases: [1000])
    #expect(
      text == """
        {"path":"in/客户.sql","member":"dump.sql","type":"resident-id","kind":null,"start":10,\
        "end":28,"line":42,"column":11,"table":"crm.people","field":"id_no","record":1003,\
        "class":"sensitive","classes":{"law":{"class":"sensitive","clause":"28(1)",\
        "basis":"assessment"},"shop":{"class":"personal","clause":"1.1@L20",\
        "basis":"own definition"}},"confidence":0.999,"level":"certain",\
        "evidence":[["mod-11-2",10],["label:身份证",-20]],"basis":"value",\
        "labels":["test-data","masked"],"age_band":"14-17","masked":"110105********002X",\
        "fingerprint":"fedcba9876543210000000000000000f"}

        """)
  }

  @Test("A finding in a name has neither line nor record, and one outside tables no field")
  func inName() {
    var finding = Example.finding(
      type: Example.address, kind: .home, level: .likely, labels: .inName, age: Age(years: 9),
      decibans: 10)
    finding.start = 0
    finding.end = 0
    finding.line = 0
    finding.column = 0
    finding.basis = .name
    let text = line(batch(finding, masked: []), run: Example.run(policies: [Example.shop]))
    #expect(
      text == """
        {"path":"a.txt","member":null,"type":"address","kind":"home","start":0,"end":0,\
        "line":null,"column":null,"table":null,"field":null,"record":null,"class":"sensitive",\
        "classes":{"shop":{"class":"sensitive","clause":"1.2@L22","basis":"listed"}},\
        "confidence":0.909,"level":"likely","evidence":[],"basis":"name","labels":["in-name"],\
        "age_band":"under-14","masked":"","fingerprint":"9e3779b97f4a7c150000000000000001"}

        """)
  }

  @Test("The age of the record's person decides the class, but not that of a guardian's field")
  func ages() {
    let child = Example.finding(type: Example.mobilePhone, age: Age(years: 13))
    let guardian = Example.finding(type: Example.mobilePhone, age: Age(years: 13), role: .guardian)
    #expect(line(batch(child, masked: [])).contains(#""class":"sensitive","classes":{"law":"#))
    #expect(line(batch(guardian, masked: [])).contains(#""class":"personal","classes":{"law":"#))
  }

  @Test("A column without a name, and one beyond the table's columns, is numbered from 1")
  func numberedFields() {
    for (field, name) in [(0, "#1"), (1, "phone"), (7, "#8")] {
      let finding = Example.finding(type: 1, table: 0, field: Int32(field))
      let text = line(batch(finding, masked: []), tables: [Example.table("", ["", "phone"])])
      #expect(text.contains("\"table\":\"\",\"field\":\"\(name)\",\"record\":3,"))
    }
    let ofTable = Example.finding(type: 1, table: 0)
    let text = line(batch(ofTable, masked: []), tables: [Example.table("t", ["phone"])])
    #expect(text.contains(#""table":"t","field":null,"#))
  }

  @Test("The value is written only where the run reveals it")
  func revealing() {
    let finding = batch(
      Example.finding(type: 1), masked: Array("138****8000".utf8),
      value: Array("13800138000".utf8))
    #expect(!line(finding).contains("13800138000"))
    let revealed = line(finding, run: Example.run(reveals: true))
    #expect(revealed.hasSuffix(",\"value\":\"13800138000\"}\n"))
    let named = line(
      batch(Example.finding(type: 1), masked: []), run: Example.run(reveals: true))
    #expect(named.hasSuffix(",\"value\":null}\n"))
  }

  @Test("Hostile names keep the line one line of JSON, and come back as they were")
  func hostileNames() throws {
    let names = [
      "a\"b\\c", "line\nbreak\r", "=HYPERLINK(\"http://x\")", "\u{202E}gpj.exe", "</script>",
      "\u{0}\u{1}\u{1F}\u{7F}\u{85}", "\u{2028}\u{2029}", "\u{FEFF}bom", "tab\t\u{8}\u{C}", "😀漢字",
    ]
    for name in names {
      let finding = Example.finding(type: 1, table: 0, field: 0)
      let text = line(
        batch(finding, masked: Array(name.utf8)), path: Array(name.utf8), member: name,
        tables: [Example.table(name, [name])])
      #expect(text.unicodeScalars.filter { $0.properties.isBidiControl }.isEmpty)
      #expect(text.utf8.dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x7F })
      let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let object = try #require(parsed as? [String: Any])
      for key in ["path", "member", "table", "field", "masked"] {
        let value = try #require(object[key] as? String)
        #expect(Array(value.utf8) == Array(name.utf8), "\(key) of \(name.debugDescription)")
      }
    }
  }

  @Test("A path that is not UTF-8 has its bytes beside it in base 64")
  func pathBytes() {
    let text = line(batch(Example.finding(type: 1), masked: []), path: [0x61, 0xFF, 0xC4, 0x2F])
    #expect(
      text.hasPrefix("{\"path\":\"a\u{FFFD}\u{FFFD}/\",\"path_base64\":\"Yf/ELw==\",\"member\""))
  }

  @Test("Real lines fit their schema")
  func schema() throws {
    let schema = try JSONSchema(named: "findings.schema.json")
    let tables = [Example.table("t", ["a", ""])]
    for type in Example.types.indices {
      for kind in Kind.allCases {
        for table in [-1, 0] as [Int32] {
          for reveals in [false, true] {
            var finding = Example.finding(
              type: type, kind: kind, level: .possible, labels: [.guardian, .inName], decibans: 3,
              table: table, field: table)
            if type == 0 { finding.line = 0 }
            let text = line(
              batch(
                finding, masked: [0x2A], value: [0x41],
                evidence: [Evidence(name: 2, decibans: 3)]),
              run: Example.run(reveals: reveals), path: [UInt8(0xF0 + type)], tables: tables)
            #expect(schema.faults(of: try JSONValue(text.utf8)) == [])
          }
        }
      }
    }
  }

  @Test("Ill-formed UTF-8 is replaced just as the standard library replaces it")
  func illFormed() throws {
    let seed = TestSeed.value
    var random = SplitMix(state: seed)
    let interesting: [UInt8] = [
      0x22, 0x41, 0x5C, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE4,
      0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<5000 {
      let bytes = (0..<8).map { _ in interesting[Int(random.next() % UInt64(interesting.count))] }
      var out: [UInt8] = []
      JSONText.appendQuoted(bytes, to: &out)
      let parsed = try JSONSerialization.jsonObject(
        with: Data(out), options: [.fragmentsAllowed])
      let text = try #require(parsed as? String)
      let expected = String(decoding: bytes, as: UTF8.self)
      #expect(Array(text.utf8) == Array(expected.utf8), "\(bytes), seed \(seed)")
      #expect(UTF8Sequence.isWellFormed(bytes) == (Array(expected.utf8) == bytes))
    }
  }

  @Test("Numbers of any size are written in full")
  func numbers() {
    for number in [0, 9, 10, 99, 100, 12_345, UInt64(Int64.max), .max] {
      var out: [UInt8] = []
      DecimalText.append(number, to: &out)
      #expect(String(decoding: out, as: UTF8.self) == "\(number)")
    }
    var out: [UInt8] = []
    DecimalText.append(Int.min, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "-9223372036854775808")
  }

  @Test("Confidence is the probability of the decibans, to three decimals")
  func confidence() {
    for decibans in -60...60 {
      let odds = pow(10, Double(decibans) / 10)
      let expected = String(format: "%.3f", odds / (1 + odds))
      let text = String(decoding: ConfidenceText.text(ofDecibans: decibans), as: UTF8.self)
      #expect(text == expected, "\(decibans)")
    }
  }
}

/// SplitMix64, so that a failing seed can be run again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
