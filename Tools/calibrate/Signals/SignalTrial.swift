import Detectors
import Findings
import Rulesets

/// Finds every value that a rule's patterns match, whatever speaks against it, and what is said of it.
///
/// The finder runs as always, with other numbers: priors so high that every match becomes a finding,
/// checks that refuse nothing, and for each signal a weight of its own by which it is known again in the
/// list of evidence. Each rule is tried alone, so that none takes another's matches.
struct SignalTrial {
  private let rules: [Rule]
  private let tables: FactTables
  private let asOf: CivilDate

  /// Above all that any evidence can take away.
  private static let priorDecibans = 10_000

  init(asOf: CivilDate) throws {
    let loaded = try BuiltinRules.load()
    rules = loaded.rules.map(\.rule)
    tables = loaded.tables
    self.asOf = asOf
  }

  /// What every rule meets in a corpus.
  func run(_ corpus: LabelledCorpus) throws -> SignalTally {
    var tally = SignalTally(corpus: corpus.name, isOurs: corpus.isOurs)
    let signalTable = Self.signalTable
    let tables = tables
    let marked = FactTables { name in
      name == "weights" ? signalTable : tables.table(name).bytes
    }
    for rule in rules where corpus.types.contains(rule.id.rawValue) && !Self.needsLabel(rule) {
      let ruleSet = try RuleSet(rules: [Self.open(rule)], tables: marked)
      let sightings = try SightingRecorder.sightings(
        in: corpus.directory, by: ruleSet, asOf: asOf)
      for sighting in sightings {
        let truth = corpus.truth(
          of: rule.id.rawValue, path: sighting.path, range: sighting.range)
        if truth != .unclear {
          tally.count(
            Self.signals(of: sighting), of: rule.id.rawValue, isInCell: sighting.isInCell,
            isReal: truth == .real)
        }
      }
    }
    return tally
  }

  /// Whether the rule looks behind labels only, so that a label tells its matches from no others.
  private static func needsLabel(_ rule: Rule) -> Bool {
    rule.forms.contains { $0.prefilter == .label || $0.prefilter == .labelledWord }
  }

  /// The rule with every match a finding.
  private static func open(_ rule: Rule) -> Rule {
    var rule = rule
    rule.context = ContextWeights(kinds: rule.context.kinds)
    for i in rule.forms.indices {
      rule.forms[i].prior = Prior(text: priorDecibans, cell: priorDecibans)
      rule.forms[i].needsContext = false
      rule.forms[i].checks = rule.forms[i].checks.map {
        CheckUse(name: $0.name, pass: 0, fail: 0)
      }
    }
    return rule
  }

  /// A table of weights in which each signal has a weight of its own: 1 and up, or -1 and down for one
  /// that speaks against.
  private static var signalTable: [UInt8] {
    let rows = Signal.allCases.map { signal in
      let mark = (signal.rawValue + 1) * (signal.speaksAgainst ? -1 : 1)
      return "*\t\(signal.surrounding)\t\(signal.name)\t\(mark)\n"
    }
    return Array(("rule\tsurrounding\tsignal\tdecibans\n" + rows.joined()).utf8)
  }

  private static func signals(of sighting: Sighting) -> Set<Signal> {
    var signals: Set<Signal> = []
    for item in sighting.evidence {
      // Named for the word that was met; its weight tells which signal it is.
      if ["label:", "column:", "beside:"].contains(where: item.name.hasPrefix) {
        let index = Int(item.decibans.magnitude) - 1
        if Signal.allCases.indices.contains(index) { signals.insert(Signal.allCases[index]) }
      } else if let signal = Signal(name: item.name) {
        signals.insert(signal)
      }
    }
    return signals
  }
}
