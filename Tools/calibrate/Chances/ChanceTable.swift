import Detectors
import Findings
import Foundation
import Rulesets

/// Holds what each check of each built-in rule is said to be worth against what chance passes.
struct ChanceTable {
  private let samples: Int
  private let rules: [Rule]
  private let tables: FactTables
  private let asOf: CivilDate

  /// - Parameter ids: the rules to look at; nil for all.
  init(samples: Int, rules ids: Set<String>?, asOf: CivilDate) throws {
    let loaded = try BuiltinRules.load()
    self.samples = samples
    self.asOf = asOf
    tables = loaded.tables
    rules = loaded.rules.map(\.rule).filter { ids?.contains($0.id.rawValue) ?? true }
  }

  /// Prints a line per check, stated beside counted; false where one is not what it is said to be.
  func printed() throws -> Bool {
    print(
      "rule/form check                                          stated  counted  one in     by length"
    )
    var isRight = true
    for rule in rules {
      for form in rule.forms where !form.checks.isEmpty {
        let name = rule.id.rawValue + "/" + form.name
        guard Self.hasLookAlikes(form) else {
          print(name + ": no look-alikes to draw, what is stated stands")
          continue
        }
        do {
          let trial = try ChanceTrial(rule, form, tables: tables, asOf: asOf)
          for chance in try trial.chances(samples: samples) {
            print(line(name, chance))
            isRight = isRight && chance.isRight
          }
        } catch let error as PatternParser.Unknown {
          print(name + ": no look-alikes to draw (\(error.construct)), what is stated stands")
        }
      }
    }
    return isRight
  }

  /// Whether random strings are what the form is mistaken for: words, domains and places are not drawn by
  /// chance, nor are version numbers and pairs of decimals.
  private static func hasLookAlikes(_ form: Form) -> Bool {
    switch form.prefilter {
    case .number, .word, .lead: true
    default: false
    }
  }

  private func line(_ form: String, _ chance: CheckChance) -> String {
    let lengths = chance.counts.sorted { $0.key < $1.key }.map { length, count in
      count.decibans.map { String(format: "%d:%.1f", length, $0) } ?? "\(length):never"
    }
    let head = (form + " " + chance.check).padded(56) + String(chance.stated).leftPadded(7)
    if chance.isSilent { return head + "    says nothing" }
    guard let counted = chance.counted, let decibans = counted.decibans else {
      return head + "    never passed"
    }
    return head
      + String(
        format: "%9.1f%10.1f  %@%@", decibans, Double(counted.tried) / Double(counted.passed),
        lengths.joined(separator: " "), chance.isRight ? "" : "  DIFFERS")
  }
}
