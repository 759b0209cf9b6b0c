import BuiltinRulesets
import RulesetSource
import Testing

/// The fact tables as they are embedded.
@Suite struct TableTests {
  /// A table, read by a reader of the tests' own.
  struct Table {
    let columns: [String]
    let rows: [[String]]

    init(_ name: String) throws {
      let text = try #require(
        BuiltinRulesets.tables.first { $0.name.description == name }, "no table \(name)"
      ).text.description
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      #expect(lines.popLast() == [""])
      columns = lines.removeFirst()
      rows = lines
    }

    func column(_ name: String) throws -> [String] {
      let index = try #require(columns.firstIndex(of: name))
      return rows.map { $0[index] }
    }
  }

  /// Name, columns, how many of them are the key, least number of rows.
  static let shapes: [(String, [String], Int, Int)] = [
    ("address_terms", ["level", "term", "role", "weight"], 2, 600),
    ("area_codes", ["area_code", "province", "city", "local_length", "status"], 1, 324),
    ("bank_bins", ["prefix", "length", "bank", "card_type"], 4, 2_200),
    ("card_schemes", ["scheme", "prefix_from", "prefix_to", "lengths"], 2, 28),
    ("column_codes", ["type", "code"], 2, 300),
    ("column_words", ["role", "word"], 2, 350),
    ("context_terms", ["kind", "form", "weight", "term"], 4, 5_400),
    ("countries", ["numeric", "alpha3", "alpha2", "name"], 1, 249),
    ("given_name_chars", ["char", "rank", "freq_ppm", "male_share"], 1, 2_000),
    ("imei_reporting_bodies", ["rbi", "body", "origin", "status"], 1, 26),
    ("mobile_networks", ["mcc", "mnc", "country", "operator", "status"], 2, 340),
    ("mobile_segments", ["prefix", "operator", "kind", "length"], 1, 105),
    ("name_characters", ["char", "traditional", "surname", "given"], 1, 2_700),
    ("name_like_words", ["word"], 1, 1_600),
    (
      "regions", ["code", "name", "level", "kind", "first_year", "last_year_max"], 5, 7_900
    ),
    ("surnames", ["surname", "traditional", "kind", "rank", "share_percent"], 1, 1_084),
    ("test_data", ["type", "form", "value", "source"], 3, 90),
    ("tlds", ["tld", "unicode"], 1, 1_440),
    ("townships", ["county", "name"], 2, 43_000),
    (
      "weights",
      ["rule", "surrounding", "signal", "decibans", "real", "look_alikes", "corpus"], 3, 10
    ),
  ]

  @Test(
    "A table has its columns, and rows in the order of bytes with no key twice", arguments: shapes)
  func shape(name: String, columns: [String], keyWidth: Int, leastRows: Int) throws {
    let table = try Table(name)
    #expect(table.columns == columns)
    #expect(table.rows.count >= leastRows)
    #expect(table.rows.allSatisfy { $0.count == columns.count })
    #expect(Set(table.rows.map { $0.prefix(keyWidth) }).count == table.rows.count)
    let sorted = zip(table.rows, table.rows.dropFirst()).allSatisfy { a, b in
      a.joined(separator: "\t").utf8.lexicographicallyPrecedes(b.joined(separator: "\t").utf8)
    }
    #expect(sorted)
    let blanks = table.rows.joined().filter { $0.first == " " || $0.last == " " }
    #expect(blanks.isEmpty, "cells with blanks at their ends")
  }

  /// Columns whose cells all match an expression.
  @Test(
    "The cells of a column are what the column is for",
    arguments: [
      ("address_terms", "role", "suffix|name|modifier|label"),
      ("address_terms", "weight", "strong|weak"),
      ("area_codes", "area_code", "010|02[0-9]|0[3-9][0-9]{2}"),
      ("area_codes", "local_length", "7|8|7,8"),
      ("area_codes", "status", "current|historic"),
      ("bank_bins", "prefix", "[1-9][0-9]{2,9}"),
      ("bank_bins", "length", "(1[3-9])?"),
      ("bank_bins", "card_type", "(debit|credit|semi-credit|prepaid)?"),
      ("card_schemes", "lengths", "[0-9]{2}((-|,)[0-9]{2})*"),
      ("column_codes", "type", "any|[a-z]+(-[a-z]+)*"),
      ("column_words", "role", "flag|guardian|number|qualifier|storage|thing"),
      ("context_terms", "kind", "[a-z]+(-[a-z]+)*"),
      ("context_terms", "form", "zh-Hans|zh-Hant|en|column"),
      ("context_terms", "weight", "strong|weak"),
      ("context_terms", "term", ".+"),
      ("countries", "numeric", "[0-9]{3}"),
      ("countries", "alpha2", "[A-Z]{2}"),
      ("given_name_chars", "male_share", "[01]\\.[0-9]{3}"),
      ("imei_reporting_bodies", "rbi", "[0-9]{2}"),
      ("imei_reporting_bodies", "status", "active|historic|test|reserved"),
      ("mobile_networks", "mcc", "[0-9]{3}"),
      ("mobile_networks", "mnc", "([0-9]{2,3})?"),
      ("mobile_segments", "prefix", "1[0-9]{2,4}"),
      ("mobile_segments", "length", "11|13"),
      (
        "mobile_segments", "kind",
        "ordinary|mvno|data-card|iot|satellite|emergency|unconfirmed|unassigned"
      ),
      ("name_characters", "char", "[\\u{4E00}-\\u{9FFF}]"),
      ("name_characters", "surname", "(-?[0-9]{1,2})?"),
      ("name_characters", "given", "-?[0-9]{1,2}"),
      ("name_like_words", "word", "[\\u{4E00}-\\u{9FFF}]{2,3}"),
      ("regions", "code", "[1-8][0-9]{5}"),
      ("regions", "level", "province|prefecture|county"),
      ("regions", "kind", "division|collective|statistical|unofficial|permit"),
      ("regions", "first_year", "(19[89][0-9]|20[0-2][0-9])?"),
      ("regions", "last_year_max", "(19[89][0-9]|20[0-2][0-9])?"),
      ("surnames", "kind", "single|compound"),
      ("test_data", "form", "value|begins|ends|holds"),
      ("test_data", "source", ".+"),
      ("tlds", "tld", "[a-z]{2,}|xn--[a-z0-9-]+"),
      ("townships", "county", "[1-8][0-9]{5}"),
      ("townships", "name", "[^A-Za-z0-9（）()\\-]{2,20}"),
      ("weights", "rule", "\\*|[a-z0-9]+(-[a-z0-9]+)*"),
      ("weights", "surrounding", "text|cell"),
      ("weights", "decibans", "-?1?[0-9]|-?20"),
      ("weights", "real", "([0-9]+/[0-9]+)?"),
      ("weights", "look_alikes", "([0-9]+/[0-9]+)?"),
    ])
  func cells(table: String, column: String, expression: String) throws {
    let regex = try Regex(expression)
    let odd = try Table(table).column(column).filter { $0.wholeMatch(of: regex) == nil }
    #expect(odd.isEmpty)
  }

  @Test("A region's level is what its code says, and no period ends before it begins")
  func regionPeriods() throws {
    for row in try Table("regions").rows {
      let code = row[0]
      let level =
        code.hasSuffix("0000") ? "province" : code.hasSuffix("00") ? "prefecture" : "county"
      #expect(row[2] == level, "\(code)")
      #expect(row[5].isEmpty || row[4] <= row[5], "\(code)")
    }
  }

  @Test("Every township lies in a county of the table of regions")
  func townshipsHaveCounties() throws {
    let counties = Set(try Table("regions").column("code"))
    #expect(Set(try Table("townships").column("county")).subtracting(counties).isEmpty)
  }

  @Test("The ends of a card range have as many digits as each other and are in order")
  func cardRanges() throws {
    for row in try Table("card_schemes").rows {
      #expect(row[1].utf8.count == row[2].utf8.count)
      #expect(row[1] <= row[2])
    }
  }

  @Test("The kinds of terms are types of the contract, or one of three without a type")
  func termKinds() throws {
    // contract.md, "Types"
    let types = """
      resident-id mobile-phone landline-phone bank-card address imei imsi email person-name \
      birth-date age passport travel-permit foreigner-id hong-kong-id taiwan-id driver-license \
      military-id student-number social-security medical-insurance vehicle-plate vin uscc iccid \
      mac-address ip-address android-id idfa oaid wechat-id qq alipay-id coordinates gender \
      ethnicity religion marital-status political medical biometric education occupation employer \
      job-title income credit account-password nickname avatar browsing-log communication \
      whereabouts guardian school grade-class
      """.split(separator: " ").map(String.init)
    let kinds = Set(try Table("context_terms").column("kind"))
    #expect(kinds.symmetricDifference(types) == ["identity-document", "disability", "thing-name"])
  }

  /// Facts looked up elsewhere: GB/T 2260 as printed in GB 11643's and the statistics office's
  /// examples, MIIT's numbering, banks' own pages, ITU and ISO lists.
  @Test(
    "Well-known facts stand in the tables",
    arguments: [
      ("regions", ["110105", "朝阳区", "county", "division", "1980", ""]),
      ("regions", ["310000", "上海市", "province", "division"]),
      ("regions", ["440300", "深圳市", "prefecture", "division"]),
      ("regions", ["500000", "重庆市", "province"]),
      ("area_codes", ["010", "北京", "北京", "8", "current"]),
      ("area_codes", ["0571", "浙江", "杭州", "8", "current"]),
      ("area_codes", ["0755", "广东", "深圳", "8", "current"]),
      ("bank_bins", ["622848", "19", "中国农业银行", "debit"]),
      ("bank_bins", ["622202", "19", "中国工商银行", "debit"]),
      ("mobile_segments", ["135", "中国移动", "ordinary", "11"]),
      ("mobile_segments", ["186", "中国联通", "ordinary", "11"]),
      ("mobile_segments", ["154", "", "unassigned"]),
      ("mobile_networks", ["460", "01", "CN", "中国联通"]),
      ("mobile_networks", ["310", "", "US"]),
      ("imei_reporting_bodies", ["86"]),
      ("tlds", ["xn--fiqs8s", "中国"]),
      ("countries", ["156", "CHN", "CN", "China"]),
      ("countries", ["124", "CAN", "CA", "Canada"]),
      ("surnames", ["欧阳", "歐陽", "compound"]),
      ("surnames", ["王", "", "single", "1"]),
      ("townships", ["110108", "中关村街道"]),
      ("townships", ["330106", "西溪街道"]),
      ("townships", ["320505", "东渚街道"]),
      ("context_terms", ["resident-id", "zh-Hans", "strong", "身份证号"]),
      ("context_terms", ["mobile-phone", "column", "strong", "mobile"]),
      ("context_terms", ["hong-kong-id", "zh-Hans", "strong", "香港身份证"]),
      ("context_terms", ["iccid", "column", "strong", "iccid"]),
    ])
  func facts(name: String, beginning: [String]) throws {
    #expect(try Table(name).rows.contains { $0.starts(with: beginning) })
  }

  @Test(
    "The three networks that carry nearly all of China's phones are all there, and 460-30 is not")
  func networks() throws {
    let mainland = try Table("mobile_networks").rows.filter { $0[0] == "460" }.map { $0[1] }
    #expect(
      Set(mainland).isSuperset(of: ["00", "01", "02", "03", "06", "07", "08", "11", "15"]))
    #expect(!mainland.contains("30"))
  }
}
