import Findings
import Testing

@testable import Detectors

/// Check digits against vectors of standards and of python-stdnum 2.2.
@Suite struct CheckDigitTests {
  static let noTables: FactTables = FactTables { _ in [] }

  static func passes(_ type: any Check.Type, _ number: String) -> Bool {
    var facts = Facts(asOf: BuiltinRules.asOf)
    return type.init(noTables).test(Array(number.utf8).span, &facts) == .pass
  }

  /// GB 11643-1999, 4.3; the permits of people from Hong Kong, Macao and Taiwan; the example of
  /// python-stdnum; and 40 invented numbers whose check characters its `stdnum.cn.ric` gave.
  static let citizens: [String] = [
    "11010519491231002X", "810000199001010019", "820000199001010010", "830000199001010012",
    "360426199101010071",
    "330106202008066414", "320524199901056313", "110101193606306436", "110101199905241756",
    "820000200805137354", "330106201804276469", "510104199501014083", "110103197612037202",
    "82000020221105928X", "650102198009291402", "810000200003109616", "830000199603197080",
    "830000200804232298", "830000197912042243", "330106201901067861", "510104200206106853",
    "310101194010204609", "820000199110171913", "810000196209293042", "510104200008251881",
    "110103195212204340", "820000196902130841", "650102199012044167", "110103195401064690",
    "110103199502018149", "540102199602029391", "540102193211062170", "32052420071022165X",
    "510104195412114316", "510104194702047858", "540102195110241873", "510104201708192143",
    "110103201309282431", "110103196009034125", "440305195801061405", "320524201512053282",
    "310101194403236759", "510104200612150796", "51010419700105088X", "540102195104032493",
  ]

  /// ISO/IEC 7812-1 and 3GPP TS 23.003 specimens, published test cards, and numbers of every length
  /// whose digits `stdnum.luhn` of python-stdnum gave.
  static let luhnNumbers: [String] = [
    "79927398713", "490154203237518", "4111111111111111", "5555555555554444", "378282246310005",
    "6011111111111117", "3530111333300000", "356938035643809",
    "3973592960376", "51966407353705", "388636999069894", "290040061034059", "477303879507665",
    "805747207378830", "6907531031455749", "4596598471510565", "3381891928638373",
    "8401700111350339", "59747824230615707", "830622888886946405", "7023177594829377302",
    "8504584422232367485", "4788403856921429175", "4768631129727561252",
  ]

  @Test("Citizen numbers with their check characters pass MOD 11-2", arguments: citizens)
  func citizen(_ number: String) { #expect(Self.passes(MOD112Check.self, number)) }

  @Test("Every change of a single character of a citizen number is refused", arguments: citizens)
  func changedCitizen(_ number: String) {
    for changed in Self.changes(number, lastMayBeX: true) {
      #expect(!Self.passes(MOD112Check.self, changed), "\(changed)")
    }
  }

  @Test("MOD 11-2 refuses neighbours exchanged", arguments: citizens)
  func exchangedCitizen(_ number: String) {
    for changed in Self.exchanges(number) {
      #expect(!Self.passes(MOD112Check.self, changed), "\(changed)")
    }
  }

  @Test("Numbers with their Luhn digit pass", arguments: luhnNumbers)
  func luhn(_ number: String) { #expect(Self.passes(LuhnCheck.self, number)) }

  @Test("Every change of a single digit of a Luhn number is refused", arguments: luhnNumbers)
  func changedLuhn(_ number: String) {
    for changed in Self.changes(number, lastMayBeX: false) {
      #expect(!Self.passes(LuhnCheck.self, changed), "\(changed)")
    }
  }

  @Test(
    "Luhn refuses neighbours exchanged, but for 0 and 9, which it cannot tell",
    arguments: luhnNumbers)
  func exchangedLuhn(_ number: String) {
    for changed in Self.exchanges(number) {
      let isBlindSpot = zip(number, changed).filter { $0 != $1 }.map { Set([$0, $1]) }
        .contains(["0", "9"])
      #expect(Self.passes(LuhnCheck.self, changed) == isBlindSpot, "\(changed)")
    }
  }

  @Test("One look-alike in eleven passes MOD 11-2, one in ten Luhn")
  func chance() {
    let seed: UInt64 = 0xC4EC_0001
    var random = SeededGenerator(seed: seed)
    var (mod, luhn) = (0, 0)
    for _ in 0..<20_000 {
      let digits = String((0..<18).map { _ in "0123456789".randomElement(using: &random) ?? "0" })
      if Self.passes(MOD112Check.self, digits) { mod += 1 }
      if Self.passes(LuhnCheck.self, digits) { luhn += 1 }
    }
    // Four standard deviations of 20,000 trials; a last digit of X is not among the digits.
    #expect(abs(Double(mod) - 20_000.0 / 11) < 4 * 40.7, "seed \(seed)")
    #expect(abs(Double(luhn) - 20_000.0 / 10) < 4 * 42.4, "seed \(seed)")
  }

  @Test(
    "What is no number of 18 characters is refused by MOD 11-2",
    arguments: [
      "", "X", "11010519491231002", "11010519491231002x", "1101051949123100X2",
      "11010519491231002X0",
    ])
  func shapes(_ text: String) { #expect(!Self.passes(MOD112Check.self, text)) }

  @Test("Luhn refuses what is no digit")
  func letters() { #expect(!Self.passes(LuhnCheck.self, "411111111111111X")) }

  /// The number with each character replaced by each other one.
  static func changes(_ number: String, lastMayBeX: Bool) -> [String] {
    let characters = Array(number)
    return characters.indices.flatMap { i -> [String] in
      let others = lastMayBeX && i == characters.count - 1 ? "0123456789X" : "0123456789"
      return others.filter { $0 != characters[i] }.map { other in
        var changed = characters
        changed[i] = other
        return String(changed)
      }
    }
  }

  /// The number with each pair of unequal neighbours exchanged, an X only at its end.
  static func exchanges(_ number: String) -> [String] {
    let characters = Array(number)
    return characters.indices.dropLast().compactMap { i in
      guard characters[i] != characters[i + 1], characters[i + 1] != "X" else { return nil }
      var changed = characters
      changed.swapAt(i, i + 1)
      return String(changed)
    }
  }
}
