import Detectors
import Findings
import Rulesets
import Testing

@testable import calibrate

/// What is counted is held against what the standards say.
@Suite struct ChanceTests {
  private func chances(_ id: String, _ form: String, samples: Int) throws -> [CheckChance] {
    let loaded = try BuiltinRules.load()
    let rule = try #require(loaded.rules.first { $0.rule.id.rawValue == id }).rule
    let shape = try #require(rule.forms.first { $0.name == form })
    let asOf = try #require(CivilDate(iso: "2026-11-22"))
    return try ChanceTrial(rule, shape, tables: loaded.tables, asOf: asOf)
      .chances(samples: samples)
  }

  @Test("A check digit of Luhn passes once in ten times, one of MOD 11-2 once in eleven")
  func checkDigits() throws {
    let luhn = try #require(try chances("imei", "fifteen-digits", samples: 6000).first?.counted)
    #expect(abs(Double(luhn.passed) / Double(luhn.tried) - 1.0 / 10) < 0.02)
    // The last character is a digit or an X in either case: 12 to draw from, one of which is right; X is
    // right twice as often as drawn.
    let mod = try #require(
      try chances("resident-id", "eighteen-digits", samples: 6000).first?.counted)
    #expect(abs(Double(mod.passed) / Double(mod.tried) - 1.0 / 11) < 0.02)
  }

  @Test("Of 100 network codes under 460, those of the table pass")
  func networks() throws {
    let tables = try BuiltinRules.load().tables
    let table = tables.table("mobile_networks")
    let (mcc, mnc) = (table.column("mcc"), table.column("mnc"))
    var codes: Set<String> = []
    table.forEachRow { cells in
      if table.text(cells[mcc]) == "460", cells[mnc].count == 2 {
        codes.insert(table.text(cells[mnc]))
      }
    }
    let counted = try #require(
      try chances("imsi", "fifteen-digits", samples: 6000).first?.counted)
    #expect(
      abs(Double(counted.passed) / Double(counted.tried) - Double(codes.count) / 100) < 0.025)
  }

  @Test("What differs from the count by more than a deciban is told")
  func tolerance() {
    var chance = CheckChance(check: "luhn", stated: 10)
    chance.counts[15] = CheckChance.Count(passed: 100, failed: 900, tried: 1000)
    #expect(chance.isRight)
    chance.counts[16] = CheckChance.Count(passed: 130, failed: 870, tried: 1000)
    #expect(!chance.isRight)
    chance.counts = [7: CheckChance.Count(passed: 0, failed: 0, tried: 1000)]
    #expect(chance.isRight, "a check that says nothing of any value has no weight to state")
    chance.counts = [7: CheckChance.Count(passed: 0, failed: 1000, tried: 1000)]
    #expect(!chance.isRight)
  }
}
