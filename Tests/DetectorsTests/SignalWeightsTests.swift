import Detectors
import Findings
import Testing

@Suite struct SignalWeightsTests {
  private func rule(_ id: String, _ context: ContextWeights? = nil) -> Rule {
    Rule(
      info: TypeInfo(id: TypeID(rawValue: id), titleInChinese: id, titleInEnglish: id),
      standard: "", forms: [], context: context ?? ContextWeights(kinds: []),
      mask: .ends(first: 0, last: 0), canonical: .digits,
      examples: Examples(positive: [], negative: []))
  }

  private func weights(_ rules: [Rule], _ rows: String...) -> SignalWeights {
    let header = "rule\tsurrounding\tsignal\tdecibans\treal\tlook_alikes\tcorpus\n"
    let text =
      header
      + rows.map { $0.split(separator: " ").joined(separator: "\t") + "\t\t\t\n" }
      .joined()
    return SignalWeights(
      rules: rules, tables: FactTables { $0 == "weights" ? Array(text.utf8) : [] })
  }

  @Test("A rule's own row stands before that of every rule, a later row before an earlier one")
  func order() {
    let bound = weights(
      [rule("imei"), rule("imsi")], "* text label-strong 7", "imsi text label-strong 9",
      "imsi text label-strong 11", "* cell whole-value -3")
    #expect(bound[.labelStrong, ofRule: 0] == 7)
    #expect(bound[.labelStrong, ofRule: 1] == 11)
    #expect(bound[.wholeValue, ofRule: 0] == -3)
    #expect(bound[.columnStrong, ofRule: 1] == 0)
  }

  @Test("What a rule states wins over the table, a stated nought too")
  func stated() {
    let own = ContextWeights(kinds: [], strong: 15, near: 0, against: -9)
    let bound = weights(
      [rule("imei", own)], "imei text label-strong 7", "imei text label-weak 6",
      "imei text near 5", "imei cell column-against -30")
    #expect(bound[.labelStrong, ofRule: 0] == 15)
    #expect(bound[.columnStrong, ofRule: 0] == 15)
    #expect(bound[.labelWeak, ofRule: 0] == 6)
    #expect(bound[.near, ofRule: 0] == 0)
    #expect(bound[.columnAgainst, ofRule: 0] == -9)
    #expect(bound[.againstWeak, ofRule: 0] == -4)
  }

  @Test("A weight beyond the limits is cut, a row that makes no sense says nothing")
  func limits() {
    let bound = weights(
      [rule("imei")], "* text label-strong 99", "* text against -99", "* cell near 5",
      "* text near much", "* text nearby 5")
    #expect(bound[.labelStrong, ofRule: 0] == 20)
    #expect(bound[.against, ofRule: 0] == -40)
    #expect(bound[.near, ofRule: 0] == 0)
  }

  @Test("Every signal has a name of its own")
  func names() {
    #expect(Set(Signal.allCases.map(\.name)).count == Signal.allCases.count)
    for signal in Signal.allCases {
      #expect(Signal(name: signal.name) == signal)
      #expect(Signal.allCases[signal.rawValue] == signal)
    }
    #expect(Signal(name: "label") == nil)
  }
}
