import Findings
import Foundation
import Testing

@testable import Detectors

/// Checks that rest on the fact tables, against published numbering plans and phonenumbers 9.0.43.
@Suite struct TableCheckTests {
  static func outcome(_ type: any Check.Type, _ text: String, birth: String? = nil) throws
    -> CheckOutcome
  {
    var facts = Facts(asOf: BuiltinRules.asOf)
    facts.birth = birth.flatMap { CivilDate(iso: $0) }
    return type.init(try BuiltinRules.tables()).test(Array(text.utf8).span, &facts)
  }

  /// Changes of county-level divisions as the State Council announced them: Yanshan became part of
  /// Fangshan in 1986, Chongwen of Dongcheng in 2010, Luwan of Huangpu in 2011, Nanhui of Pudong in
  /// 2009; the county of Wu became a city in 1995; Jiangjin became a district in 2006.
  @Test(
    "A region code is possible up to the year in which it was abolished",
    arguments: [
      ("110105", "1949-12-31", true), ("110105", "2026-01-01", true),
      ("440305", "1960-01-01", true),
      ("110110", "1986-06-01", true), ("110110", "1987-01-01", false),
      ("110103", "1976-01-01", true), ("110103", "2010-06-30", true),
      ("110103", "2011-01-01", false),
      ("310103", "2011-01-01", true), ("310103", "2012-01-01", false),
      ("310119", "2009-01-01", true), ("310119", "2010-01-01", false),
      ("320524", "1960-01-01", true), ("320524", "1996-01-01", false),
      ("500381", "2006-01-01", true), ("500381", "2007-01-01", false),
      ("810000", "1990-01-01", true), ("820000", "1990-01-01", true),
      ("830000", "1990-01-01", true),
      ("000000", "1990-01-01", false), ("100000", "1990-01-01", false),
      ("119999", "1990-01-01", false),
      ("160101", "1990-01-01", false), ("990101", "1990-01-01", false),
    ])
  func regions(_ code: String, _ birth: String, _ isPossible: Bool) throws {
    let number = code + "199001010010"
    #expect(
      try Self.outcome(RegionOfBirthCheck.self, number, birth: birth)
        == (isPossible ? .pass : .fail))
  }

  @Test("Without a birth date an abolished region code is possible")
  func regionAlone() throws {
    #expect(try Self.outcome(RegionOfBirthCheck.self, "110103") == .pass)
    #expect(try Self.outcome(RegionOfBirthCheck.self, "11010") == .fail)
    #expect(try Self.outcome(RegionOfBirthCheck.self, "11010X") == .fail)
  }

  /// Codes and lengths that phonenumbers 9.0.43 accepts for 40 numbers of each and refuses for 40 of
  /// the other length.
  static let areaCodes: [(String, Int)] = [
    ("010", 8), ("020", 8), ("021", 8), ("0310", 7), ("0411", 8), ("0512", 8), ("0571", 8),
    ("0755", 8), ("0871", 8), ("0891", 7), ("0898", 8), ("0931", 7), ("0951", 7), ("0971", 7),
    ("0991", 7), ("0998", 7),
  ]

  @Test("A landline number has the length that is used in its area", arguments: areaCodes)
  func areas(_ code: String, _ length: Int) throws {
    for digits in 6...9 {
      for first in 0...9 {
        let number = code + "\(first)" + "1234567890".prefix(digits - 1)
        // A longer code may begin with a shorter one, so only the expected length must pass.
        let expected: CheckOutcome =
          switch first {
          case 2...8 where digits == length: .pass
          case 1 where digits == length, 9 where digits == length: .unknown
          default: .fail
          }
        #expect(try Self.outcome(AreaCodeCheck.self, number) == expected, "\(number)")
      }
    }
  }

  @Test("Both lengths pass where both are used, and numbers without an area code say little")
  func areaEdges() throws {
    #expect(try Self.outcome(AreaCodeCheck.self, "08512345678") == .pass)
    #expect(try Self.outcome(AreaCodeCheck.self, "085123456789") == .pass)
    for (number, expected) in [
      ("62751234", CheckOutcome.unknown), ("2751234", .unknown), ("12751234", .fail),
      ("92751234", .fail), ("275123", .fail), ("01962751234", .fail), ("03001234567", .fail),
      ("010", .fail), ("0571", .fail), ("0100000000", .fail),
    ] {
      #expect(try Self.outcome(AreaCodeCheck.self, number) == expected, "\(number)")
    }
  }

  /// The ministry's list of March 2023, by three digits; 134 to 1348 and 1349, 170, 174 below.
  static let assigned: [Int] = [
    130, 131, 132, 133, 135, 136, 137, 138, 139, 145, 147, 149, 150, 151, 152, 153, 155, 156, 157,
    158, 159, 162, 165, 166, 167, 170, 171, 172, 173, 175, 176, 177, 178, 180, 181, 182, 183, 184,
    185, 186, 187, 188, 189, 190, 191, 192, 193, 195, 196, 197, 198, 199,
  ]
  static let unassigned: [Int] = [142, 143, 154, 160, 163, 164, 168, 169, 179, 194]

  @Test("Every assigned mobile segment passes", arguments: assigned)
  func assignedSegments(_ segment: Int) throws {
    for fourth in 0...9 {
      #expect(try Self.outcome(MobileSegmentCheck.self, "\(segment)\(fourth)2345678") == .pass)
    }
  }

  @Test("A segment that nobody has is refused", arguments: unassigned)
  func unassignedSegments(_ segment: Int) throws {
    for fourth in 0...9 {
      #expect(try Self.outcome(MobileSegmentCheck.self, "\(segment)\(fourth)2345678") == .fail)
    }
  }

  @Test(
    "Segments of the fourth digit, of machines, and wrong lengths",
    arguments: [
      ("13412345678", CheckOutcome.pass), ("13481234567", .pass), ("13491234567", .pass),
      ("17401234567", .pass), ("14012345678", .fail), ("1400123456789", .fail),
      ("14412345678", .fail), ("12012345678", .fail), ("10012345678", .fail),
      ("1381234567", .fail), ("138123456789", .fail), ("", .fail),
    ])
  func segmentEdges(_ number: String, _ expected: CheckOutcome) throws {
    #expect(try Self.outcome(MobileSegmentCheck.self, number) == expected)
  }

  /// ITU-T E.212, the list of codes of the Operational Bulletin: 460 is mainland China.
  @Test("Networks of mainland China pass, others do not")
  func networks() throws {
    let known: Set<String> = [
      "00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "11", "15", "20",
    ]
    for network in 0..<100 {
      let code = (network < 10 ? "0" : "") + String(network)
      #expect(
        try Self.outcome(MobileNetworkCheck.self, "460\(code)1234567890")
          == (known.contains(code) ? .pass : .fail), "\(code)")
    }
    for number in ["454001234567890", "466011234567890", "310150123456789", "46", ""] {
      #expect(try Self.outcome(MobileNetworkCheck.self, number) == .fail, "\(number)")
    }
  }

  /// Prefixes that the banks publish: Agricultural Bank 622848, ICBC 622202, China Construction Bank
  /// 621700, Bank of China 621661, all with 19 digits; China Merchants Bank 622588 with 16.
  @Test(
    "The issuer's prefix passes with its length only, and a scheme alone says nothing",
    arguments: [
      ("6228480402564890018", CheckOutcome.pass), ("6222021234567890128", .pass),
      ("6217001234567890123", .pass), ("6216611234567890123", .pass), ("6225881234567890", .pass),
      ("6228480402564890", .unknown), ("4111111111111111", .unknown),
      ("5555555555554444", .unknown), ("378282246310005", .unknown), ("3530111333300000", .unknown),
      ("411111111111111", .fail), ("37828224631000", .fail), ("7777777777777777", .fail),
      ("0000000000000000", .fail), ("2720999999999999", .unknown), ("2721999999999999", .fail),
    ])
  func cards(_ number: String, _ expected: CheckOutcome) throws {
    #expect(try Self.outcome(CardNumberPrefixCheck.self, number) == expected)
  }

  /// GSMA TS.06, annex A: 35 is BABT's, 86 TAF's, 01 PTCRB's, 49 was the German BZT's.
  @Test(
    "Reporting bodies pass while they give numbers out",
    arguments: [
      ("356938035643809", CheckOutcome.pass), ("862345039876543", .pass),
      ("011234567890123", .pass),
      ("490154203237518", .unknown), ("001234567890123", .unknown), ("201234567890123", .fail),
      ("771234567890123", .fail),
    ])
  func reportingBodies(_ number: String, _ expected: CheckOutcome) throws {
    #expect(try Self.outcome(ReportingBodyCheck.self, number) == expected)
  }

  /// IANA's root zone; names of files and versions end otherwise.
  @Test(
    "The last label of a domain is a top-level domain or not",
    arguments: [
      ("a@example.com", true), ("a@example.cn", true), ("a@mail.example.com.cn", true),
      ("a@example.museum", true), ("a@example.xn--fiqs8s", true), ("a@example.org", true),
      ("logo@2x.png", false), ("a@b.local", false), ("a@b.localhost", false), ("a@com", true),
      ("a@b.jpg", false), ("a@b.c", false), ("a@b.", false), ("", false),
    ])
  func domains(_ address: String, _ isTopLevel: Bool) throws {
    #expect(
      try Self.outcome(TopLevelDomainCheck.self, address) == (isTopLevel ? .pass : .fail))
  }

  @Test("Every check of the folder is in the list, under a name of its own")
  func list() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Detectors/Checks")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("Check.swift") && $0 != "Check.swift" }
    #expect(files.map { String($0.dropLast(6)) }.sorted() == CheckList.all.map { "\($0)" }.sorted())
    #expect(Set(CheckList.names).count == CheckList.all.count)
    for check in CheckList.all { #expect(CheckList.type(named: check.name) == check) }
    #expect(CheckList.type(named: "no-such-check") == nil)
  }
}
