import Findings
import Testing

@testable import Detectors

/// Checks over letters and digits against published specimens, and numbers that other libraries gave:
/// python-stdnum 2.2 (credit codes) and vininfo 1.8 (vehicles).
@Suite struct LetteredCheckTests {
  static func outcome(_ type: any Check.Type, _ number: String) throws -> CheckOutcome {
    var facts = Facts(asOf: BuiltinRules.asOf)
    return type.init(try BuiltinRules.tables()).test(Array(number.utf8).span, &facts)
  }

  /// The worked example of GB 32100-2015, a published code, and twelve that `stdnum.cn.uscc` completed.
  static let creditCodes = [
    "91350100M000100Y43", "91110000600037341L", "9211010505296D14XN", "51330106759WC87287",
    "516501025R94N7N590", "9151010448T5LY527U", "9344030583726Q86H6", "524403050JLQ03WA7B",
    "92650102EM9N0YD818", "516501029542T84C3L", "92650102T0A959D7NQ", "12510104244DY7237M",
    "9244030540HX184K8R", "5265010214H9GBP28G",
  ]

  @Test("Credit codes with their check characters and regions pass", arguments: creditCodes)
  func creditCode(_ code: String) throws {
    #expect(try Self.outcome(MOD313Check.self, code) == .pass)
    #expect(try Self.outcome(RegionOfRegistrationCheck.self, code) == .pass)
  }

  @Test("Every change of a single character of a credit code is refused", arguments: creditCodes)
  func changedCreditCode(_ code: String) throws {
    let check = MOD313Check(try BuiltinRules.tables())
    for (i, character) in code.utf8.enumerated() {
      for other in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8 where other != character {
        var changed = Array(code.utf8)
        changed[i] = other
        var facts = Facts(asOf: BuiltinRules.asOf)
        let outcome = check.test(changed.span, &facts)
        #expect(outcome == .fail)
      }
    }
  }

  /// 49 CFR 565 and other published specimens, and twelve that `vininfo` found right.
  @Test(
    "Vehicles with their check digits pass",
    arguments: [
      "1M8GDM9AXKP042788", "5GZCZ43D13S812715", "LSVAA49J132047371", "1HGTZB6S9YDLH6091",
      "LVSS1GSA53P3U2983", "5YJ1LEJ58EJAA3431", "5YJPLLVX6GPMN6278", "LGXB03LK8JEYW9881",
      "1HGAYEWZ46W7X3027", "LVS7MDTB23Z2B8995", "5YJ301A56BMNH4031", "LSV4FPY91X0KY4516",
      "JTDFWXWM55FKW7926", "LFVDF2CS13ZT66910",
    ])
  func vehicle(_ number: String) throws {
    #expect(try Self.outcome(VINCheck.self, number) == .pass)
  }

  @Test("A wrong check digit speaks against a Chinese or American vehicle alone")
  func wrongVehicle() throws {
    #expect(try Self.outcome(VINCheck.self, "LSVAA49J132047372") == .fail)
    #expect(try Self.outcome(VINCheck.self, "1M8GDM9A1KP042788") == .fail)
    #expect(try Self.outcome(VINCheck.self, "WP0ZZZ99ZTS392124") == .unknown)
  }

  /// Published specimens of the Immigration Department's cards and of libraries.
  @Test(
    "Hong Kong identity numbers with their check digits pass",
    arguments: ["A1234563", "AB9876543", "G123456A", "L5555550", "C1234569"])
  func hongKong(_ number: String) throws {
    #expect(try Self.outcome(HongKongIDCheck.self, number) == .pass)
    for digit in "0123456789A".utf8 where digit != number.utf8.last {
      var changed = Array(number.utf8)
      changed[changed.count - 1] = digit
      let text = String(decoding: changed, as: UTF8.self)
      #expect(try Self.outcome(HongKongIDCheck.self, text) == .fail)
    }
  }

  /// Specimens of the National Immigration Agency and of public validators.
  @Test(
    "Taiwan identity numbers with their check digits pass",
    arguments: [
      "A123456789", "A800000014", "F131104093", "O158238845", "N116247806", "L122544270",
      "C180661564", "Y123456788", "AA00000009", "AB00207171", "AC03095424", "BD01300667",
      "CC00151114", "HD02717288", "TD00251124", "AD30196818",
    ])
  func taiwan(_ number: String) throws {
    #expect(try Self.outcome(TaiwanIDCheck.self, number) == .pass)
    for digit in "0123456789".utf8 where digit != number.utf8.last {
      var changed = Array(number.utf8)
      changed[9] = digit
      let text = String(decoding: changed, as: UTF8.self)
      #expect(try Self.outcome(TaiwanIDCheck.self, text) == .fail)
    }
  }

  @Test(
    "Province and country of a permanent resident are those of the tables",
    arguments: [
      ("911124198108030024", CheckOutcome.pass), ("999124198108030024", .fail),
      ("911999198108030024", .fail), ("CAN110077073001", .pass), ("CAN990077073001", .fail),
      ("XQZ110077073001", .fail), ("CAN11007707300", .fail),
    ])
  func nationality(_ number: String, _ expected: CheckOutcome) throws {
    #expect(try Self.outcome(CountryOfNationalityCheck.self, number) == expected)
  }
}
