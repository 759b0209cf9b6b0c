import Findings
import Testing

@testable import Detectors

/// Types whose numbers hold letters, among all the rules.
@Suite struct LetteredTests {
  @Test(
    "One value has one type, and its label decides where its form does not",
    arguments: [
      ("证件号码：E12345678", ["passport E12345678"]),
      ("证件号码：H12345678", ["travel-permit H12345678"]),
      ("护照号：H12345678", ["passport H12345678"]),
      ("回乡证号：H12345678", ["travel-permit H12345678"]),
      ("身份证：A123456(3)", ["hong-kong-id A123456(3)"]),
      ("身份证：A123456789", ["taiwan-id A123456789"]),
      ("身份证号：11010519491231002X", ["resident-id 11010519491231002X"]),
      ("驾驶证号：11010519491231002X", ["driver-license 11010519491231002X"]),
      ("司机：11010519491231002X", ["resident-id 11010519491231002X"]),
      ("税号：91350100M000100Y43", ["uscc 91350100M000100Y43"]),
      ("京A12345，沪B·1234挂", ["vehicle-plate 京A12345", "vehicle-plate 沪B·1234挂"]),
      ("车牌：ＷJ京1234X", ["vehicle-plate ＷJ京1234X"]),
      ("军官证军字第1234567号", ["military-id 军字第1234567号"]),
      ("税号：91 110000 600037341L", ["uscc 91 110000 600037341L"]),
      ("护照号：E 12345678", ["passport E 12345678"]),
      ("香港身份证：A-123456(3)", ["hong-kong-id A-123456(3)"]),
    ])
  func oneType(_ text: String, _ expected: [String]) throws {
    #expect(try Probe().likely(text) == expected)
  }

  @Test(
    "What is no person's number is none",
    arguments: [
      "d41d8cd98f00b204e9800998ecf8427e", "commit 3f2a9c1e7b", "e3b0c44298fc1c149afbf4c8996fb924",
      "550e8400-e29b-41d4-a716-446655440000", "VK7JG-NPHTM-C97JM-9MPGT-3V66T", "ISBN 7-302-12260-X",
      "sha1-xQlWkTR71a07XhgCOMORTRbwWBE=", "STM32F103C8T6", "SN: E12345678A",
      "AKIAIOSFODNN7EXAMPLE",
      "浙B2-20100257", "京ICP备05012345号-1", "京公网安备11010802012345号", "阿里云A10024", "北京A12345",
      "房权证军字第1234567号", "f123456(3)", "0xE12345678", "国土字第1234567号",
    ])
  func none(_ text: String) throws { #expect(try Probe().likely(text) == []) }

  /// ICAO Doc 9303-4, appendix B: the specimen of Utopia.
  @Test("The number of a machine-readable passport is told from its line")
  func machineReadable() throws {
    let line = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
    let text = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n" + line
    let found = try Probe().find(text)
    #expect(found.map(\.type) == ["passport"])
    #expect(found.map(\.value) == ["L898902C3"])
    #expect(found.map(\.level) == [.certain])
  }

  @Test(
    "Spellings of one number have one fingerprint",
    arguments: [
      ("车牌：京A12345", "车牌：京A·12345"), ("车牌：京A12345", "车牌：京Ａ１２３４５"),
      ("车牌：京A12345", "车牌：京a-12345"), ("香港身份证：A123456(3)", "香港身份证：a1234563"),
      ("香港身份证：A123456(3)", "香港身份证：Ａ１２３４５６（３）"), ("VIN：1M8GDM9AXKP042788", "VIN：1m8gdm9axkp042788"),
    ])
  func fingerprints(_ a: String, _ b: String) throws {
    let probe = try Probe()
    let (first, second) = (probe.find(a), probe.find(b))
    #expect(first.count == 1 && second.count == 1)
    #expect(first.first?.fingerprint == second.first?.fingerprint)
    #expect(first.first?.fingerprint != nil)
  }

  @Test("A masked number shows its ends and the province of a plate")
  func masks() throws {
    let probe = try Probe()
    #expect(probe.find("车牌：京A12345").map(\.masked) == ["京A****5"])
    #expect(probe.find("护照号：E12345678").map(\.masked) == ["E1******8"])
    #expect(probe.find("军官证：军字第1234567号").map(\.masked) == ["军字第1*****7号"])
  }

  /// Words are read once each; 200,000 digits between letters are no reason to read a word twice.
  @Test("A word of a million characters is passed over at once")
  func longWord() throws {
    let text = String(repeating: "a1b2c", count: 200_000)
    #expect(try Probe().likely(text) == [])
  }
}
