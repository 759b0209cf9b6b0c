import Testing

@testable import corpus_generator

@Suite struct ManuscriptTests {
  private static let asOf = CalendarDay(2026, 11, 22)
  private static let child = Datum(
    type: .birthDate, written: "2015-01-02", canonical: "2015-01-02",
    birth: CalendarDay(2015, 1, 2))
  private static let phone = Datum(
    type: .mobilePhone, written: "13800000000", canonical: "13800000000")

  @Test("The guardian's phone does not take the child's age")
  func guardian() {
    var file = Manuscript(path: "a.txt", surrounding: "prose", asOf: Self.asOf)
    file.line("生日\(Self.child)电话\(Self.phone)家长\(Self.phone, subject: 1)")
    #expect(file.items.map(\.ageInYears) == [11, 11, nil])
    #expect(file.items.map(\.span) == [6..<16, 22..<33, 39..<50])
  }

  @Test("An age ends with its record")
  func records() {
    var file = Manuscript(path: "a.txt", surrounding: "prose", asOf: Self.asOf)
    file.line("\(Self.child)")
    file.line("\(Self.phone)")
    #expect(file.items.map(\.ageInYears) == [11, nil])
  }

  @Test("A quoted cell counts as one value, an empty and a NULL one as none")
  func inventory() throws {
    var table = Table("", columns: [Column("生日"), Column("手机")])
    table.rows = [
      [.datum(Self.child), .datum(Self.phone)],
      [.null, .text("请\"打\"\n\(Self.phone.written(as: "+8613800000000"))")],
      [.null, .plain("")],
    ]
    var file = Manuscript(path: "a.csv", surrounding: "csv", asOf: Self.asOf)
    DelimitedText().write(table, to: &file)
    #expect(
      String(decoding: file.bytes, as: UTF8.self)
        == "生日,手机\n2015-01-02,13800000000\n,\"请\"\"打\"\"\n+8613800000000\"\n,\n")
    let rows = InventoryRow.rows(of: file)
    #expect(
      rows.map { $0.line(folder: "f") } == [
        """
        {"path":"f/a.csv","table":"","field":"生日","type":"birth-date","matches":1,"distinct":1,\
        "under_14":1,"upto_14":1,"age_14_17":0,"adult":0,"unknown_age":0,"records":3,"values":1}

        """,
        """
        {"path":"f/a.csv","table":"","field":"手机","type":"mobile-phone","matches":2,"distinct":1,\
        "under_14":1,"upto_14":1,"age_14_17":0,"adult":0,"unknown_age":1,"records":3,"values":2}

        """,
      ])
  }

  @Test("The random numbers are the published ones of SplitMix64 for seed 1234567")
  func splitMix() {
    var random = SplitMix64(seed: 1_234_567)
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    for number in published { #expect(random.next() == number) }
  }
}
