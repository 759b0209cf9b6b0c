import Findings
import Policies

/// Encodes what the page says of the run as a whole, and the dictionaries of its sources.
struct PageRun {
  let run: RunDescription
  let sources: PageSources
  private let texts: [Policy]

  init(run: RunDescription, sources: PageSources) {
    self.run = run
    self.sources = sources
    texts = run.judge.texts
  }

  /// One JSON object; its members are read by `read.js`.
  func encoded(_ totals: RunTotals, _ outcome: RunOutcome) -> [UInt8] {
    var document = JSONDocument()
    document.object {
      appendRun(to: &$0)
      appendTotals(totals, outcome, to: &$0)
      VerdictJSON.append(outcome.verdict, to: &$0)
      appendPersons(totals, to: &$0)
      appendLinks(totals.links, to: &$0)
      appendPolicies(to: &$0)
      appendCombinations(to: &$0)
      PageDeclared(run).append(totals.found, to: &$0)
      appendTypes(to: &$0)
      appendCases(to: &$0)
      appendWords(to: &$0)
    }
    document.end()
    return document.bytes
  }

  private func appendRun(to document: inout JSONDocument) {
    document.text("version", run.programVersion)
    document.text("ruleset", run.rulesetHash)
    document.text("asOf", run.asOf.iso)
    document.text("lang", run.language.rawValue)
    document.text("minimumLevel", run.minimumLevel.name)
    document.number("rows", UInt64(sources.rows))
    document.number("rowsLeftOut", UInt64(sources.rowsLeftOut))
    document.number("gapsLeftOut", UInt64(sources.gapsLeftOut))
  }

  private func appendTotals(
    _ totals: RunTotals, _ outcome: RunOutcome, to document: inout JSONDocument
  ) {
    document.object("totals") {
      $0.number("sources", totals.sources)
      $0.number("files", totals.files)
      $0.number("bytes", totals.bytes)
      $0.number("bytesScanned", totals.bytesScanned)
      $0.number("records", totals.records)
      for status in [Coverage.Status.scanned, .partly, .skipped, .excluded] {
        $0.number(status.name, totals.sources(status))
      }
      $0.number("possible", totals.types.reduce(0) { $0 + $1.possible })
      $0.boolean("complete", totals.isComplete && !outcome.isInterrupted)
      $0.boolean("interrupted", outcome.isInterrupted)
    }
    document.array("reasons") {
      for reason in GapReason.allCases {
        let chinese = GapWords(reason, .chinese)
        let english = GapWords(reason, .english)
        $0.object {
          $0.text("name", reason.name)
          $0.boolean("counts", reason.makesIncomplete)
          $0.array("zh") {
            $0.text(nil, chinese.meaning)
            $0.text(nil, chinese.advice)
          }
          $0.array("en") {
            $0.text(nil, english.meaning)
            $0.text(nil, english.advice)
          }
        }
      }
    }
  }

  /// Persons, and the lines of law that turn on their number.
  private func appendPersons(_ totals: RunTotals, to document: inout JSONDocument) {
    document.object("persons") { append(totals.persons, to: &$0) }
    document.array("minors") {
      for band in PersonTally.minorBands {
        $0.object { append(totals.people.persons(band), to: &$0) }
      }
    }
    let counts = totals.legalCounts
    document.array("lines") {
      for line in LegalLine.all {
        $0.object {
          $0.text("id", line.id)
          $0.text("source", line.source)
          $0.text("zh", line.consequenceInChinese)
          $0.text("en", line.consequenceInEnglish)
          $0.number("number", line.border.number)
          $0.text("subject", Self.name(of: line.subject))
          $0.text("standing", line.standing(counts).rawValue)
          append(counts.count(of: line.subject), to: &$0)
        }
      }
    }
  }

  private func append(_ count: PersonCount, to document: inout JSONDocument) {
    document.number("count", count.count)
    document.number("lower", count.lower)
    document.number("upper", count.upper)
  }

  private static func name(of subject: LegalLine.Subject) -> String {
    switch subject {
    case .persons: "persons"
    case .sensitivePersons: "sensitive-persons"
    case .items: "items"
    }
  }

  /// Which assets hold the same persons.
  private func appendLinks(_ links: AssetLinks, to document: inout JSONDocument) {
    let found = links.links
    document.object("links") {
      $0.number("leftOut", links.leftOut)
      $0.array("assets") {
        for asset in links.assets {
          $0.object {
            $0.text("path", asset.identity.path)
            $0.text("member", asset.identity.member)
            $0.text("table", asset.table)
            append(asset.persons, to: &$0)
          }
        }
      }
      $0.array("pairs") {
        for link in found {
          $0.object {
            $0.number("first", UInt64(link.first))
            $0.number("second", UInt64(link.second))
            $0.number("shared", link.shared)
            $0.boolean("exact", link.isExact)
          }
        }
      }
    }
  }

  /// The run's policies, and the texts that their clauses may come from.
  private func appendPolicies(to document: inout JSONDocument) {
    document.array("policies") {
      for policy in run.judge.policies { $0.text(nil, policy.id) }
    }
    let cited = Set(run.judge.verdicts.map { $0.reason.policy })
    let asked = Set(run.judge.policies.map(\.id))
    document.object("texts") {
      for policy in texts where cited.contains(policy.id) || asked.contains(policy.id) {
        $0.object(policy.id) {
          $0.text("zh", policy.titleInChinese)
          $0.text("en", policy.titleInEnglish)
          $0.text("since", Self.day(of: policy.status))
          $0.boolean("inForce", Self.isInForce(policy.status))
        }
      }
    }
  }

  /// What the run's policies say of data that stand beside others.
  private func appendCombinations(to document: inout JSONDocument) {
    document.array("combinations") {
      for (index, policy) in run.judge.policies.enumerated() {
        for rule in policy.combinations {
          $0.object {
            $0.number("policy", UInt64(index))
            $0.text("clause", rule.citation.clause)
            $0.text("alone", rule.classAlone.name)
            $0.text("together", rule.classTogether.name)
            $0.boolean("any", rule.data == .any)
          }
        }
      }
    }
  }

  private static func day(of status: PolicyStatus) -> String? {
    switch status {
    case .inForce(let day, _), .dated(let day, _): day.iso
    case .undated: nil
    }
  }

  private static func isInForce(_ status: PolicyStatus) -> Bool {
    if case .inForce = status { return true }
    return false
  }

  private func appendTypes(to document: inout JSONDocument) {
    document.array("types") {
      for type in run.types {
        $0.object {
          $0.text("id", type.id.rawValue)
          $0.text("zh", type.titleInChinese)
          $0.text("en", type.titleInEnglish)
          $0.text("gbt43697", GBT43697(type: type.id)?.dataClass)
        }
      }
    }
  }

  /// For each case the verdicts of the policies, which are written once each behind them.
  private func appendCases(to document: inout JSONDocument) {
    var verdicts = PageWords<Int>()
    document.array("cases") {
      for place in sources.cases.words {
        $0.object {
          $0.number("type", UInt64(place.type))
          $0.text("kind", place.kind.name)
          $0.text("age", place.age.name)
          $0.boolean("guardian", place.role == .guardian)
          $0.boolean("combined", place.isCombined)
          $0.array("verdicts") {
            for policy in run.judge.policies.indices {
              $0.number(nil, UInt64(verdicts.index(of: verdict(of: place, policy: policy))))
            }
          }
        }
      }
    }
    document.array("verdicts") {
      for index in verdicts.words {
        let verdict = run.judge.verdicts[index]
        $0.object { append(verdict, to: &$0) }
      }
    }
  }

  /// The place of a verdict among the judge's.
  private func verdict(of place: PageCase, policy: Int) -> Int {
    let together =
      place.isCombined
      ? run.judge.combinedIndex(policy: policy, type: place.type, kind: .none) : nil
    return together
      ?? run.judge.index(
        policy: policy, type: place.type, kind: place.kind, age: place.age.age, role: place.role)
  }

  private func append(_ verdict: ClassVerdict, to document: inout JSONDocument) {
    let text = texts.first { $0.id == verdict.reason.policy }
    let prefix = verdict.reason.policy + ":"
    let clause =
      verdict.clause.hasPrefix(prefix)
      ? String(verdict.clause.dropFirst(prefix.count)) : verdict.clause
    document.text("class", verdict.dataClass.name)
    document.text("clause", verdict.clause)
    document.text("heading", text?.clauses.first { $0.id == clause }?.heading)
    document.text("basis", verdict.basis.name)
    document.text("policy", verdict.reason.policy)
    document.text("cause", Self.name(of: verdict.reason.cause))
    document.text("words", verdict.reason.words)
    document.text("note", verdict.reason.note)
    document.text("namedAt", verdict.reason.namedAt)
    document.text("reasonBasis", verdict.reason.basis.name)
  }

  private static func name(of cause: ClassReason.Cause) -> String {
    switch cause {
    case .datum: "datum"
    case .definition: "definition"
    case .minor: "minor"
    case .combination: "combination"
    }
  }

  private func appendWords(to document: inout JSONDocument) {
    document.array("words") { for word in sources.words.words { $0.text(nil, word) } }
    document.array("evidence") {
      // A report that was read back may hold anything.
      for name in sources.evidence.words.map(Int.init) {
        $0.text(nil, name < run.evidenceNames.count ? run.evidenceNames[name] : "?")
      }
    }
  }
}
