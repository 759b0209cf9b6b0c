package import Findings
import Regex
import Sieve

/// The rules of a run, compiled: patterns, checks with their tables, gates, terms. Shared by all
/// workers.
package final class RuleSet: Sendable {
  package let rules: [Rule]
  /// One entry per rule, in the same order: byte order of ids.
  package let types: [TypeInfo]
  package let terms: ContextTerms
  /// What `Evidence.name` refers to.
  package let evidenceNames: EvidenceNameList

  /// What words and columns are worth to each rule.
  package let weights: SignalWeights
  /// Sample values, whose findings are labelled.
  package let published: PublishedValues

  let forms: [CompiledForm]
  let places: PlaceRules?
  /// The characters of names, where a rule asks for them.
  let names: LazyNameLexicon?
  /// Types that labels tell.
  let told: ToldRules
  let sieve: Sieve
  /// `kindsOfRule[r][k]`: a term of kind `k` speaks for rule `r`.
  let kindsOfRule: [[Bool]]
  /// The same for kinds whose terms speak against a rule.
  let kindsAgainstRule: [[Bool]]
  /// Which kind of the terms is `guardian`.
  let guardianKind: Int?
  /// Per kind of the terms: the rule without forms that it tells.
  let rulesToldByName: [Int?]
  /// Per rule: one of its checks refuses what fails it.
  let refuses: [Bool]
  /// Per rule: what the checks that refuse are worth together, or where none does all of them, in its
  /// most telling form.
  package let checkDecibans: [Int]
  /// Per rule: what its values tell an age by.
  package let ageSources: [AgeSource]
  /// Per rule: what its values tell of who a person is.
  package let identifiers: [Identifier?]
  /// Per rule: its values are a weaker sign of a minor, that tells no age.
  package let hintsAtMinor: [Bool]
  let neighbours: Neighbours
  /// The evidence name of each neighbour, in the order of its cases.
  private let neighbourNames: [UInt16]
  /// Per rule: its values are told by their look and not by luck, so that the failures of others say
  /// nothing of them: mail addresses.
  let isOfOneLook: [Bool]
  package let columnVerdictName: UInt16
  /// The evidence that a finding is the whole value of its cell.
  package let wholeValueName: UInt16
  let columnWords: ColumnWords
  let declaredTypeNames: [DeclaredTypeEvidence: UInt16]
  let columnValues: ColumnValues
  let listedValueName: UInt16
  /// The forms that a label or the name of a column alone tells.
  /// What ends a label of the forms that are nothing without one.
  let contextEndings: LabelEndings
  let labelled: LabelledForms
  /// Rules whose values are recognised where they are masked or hashed: those with a look of their own, but for
  /// addresses of networks, which have wildcards, and places.
  let concealable: [Int]
  let concealedName: UInt16
  /// The form of Chinese names, which may stand beside a number of the person.
  let nameForm: Int?
  /// For texts with many numbers.
  let numberGroups: LazyTable<NumberGroups>
  /// Per rule: its numbers are a person's, and people write the name beside them.
  let marksPerson: [Bool]
  let besideName: UInt16
  private let labelNames: Int
  private let columnNames: Int

  /// Compiles `rules`.
  ///
  /// - Throws: every fault of every rule, so that a user can mend them all at once.
  package init(rules unsorted: [Rule], tables: FactTables) throws(RuleSetError) {
    let rules = unsorted.sorted { $0.id < $1.id }
    var names = EvidenceNames()
    var faults: [RuleSetError.Fault] = []
    let weights = SignalWeights(rules: rules, tables: tables)
    var made = MadeChecks(tables: tables)
    var forms: [CompiledForm] = []
    for (index, rule) in rules.enumerated() {
      for form in rule.forms {
        do throws(RuleSetError.Fault) {
          forms.append(
            try CompiledForm(
              form, of: rule, at: index, made: &made, weights: weights, names: &names))
        } catch {
          faults.append(error)
        }
      }
    }
    guard faults.isEmpty else { throw RuleSetError(faults: faults) }
    let terms = tables.contextTerms
    let needsPlaces = forms.contains { $0.form.prefilter == .place }
    let places = needsPlaces ? PlaceRules(tables: tables, names: &names) : nil
    self.rules = rules
    self.weights = weights
    published = PublishedValues(rules: rules, tables: tables)
    types = rules.map(\.info)
    self.forms = forms
    let compiled = forms
    numberGroups = LazyTable(tables) { _ in NumberGroups(compiled) }
    self.terms = terms
    self.places = places
    self.names =
      forms.lazy.flatMap(\.checks).compactMap { ($0.check as? PersonNameCheck)?.lexicon }.first
    let toldValues = ToldValues(
      rules.contains { $0.forms.isEmpty } ? tables : FactTables { _ in [] })
    told = ToldRules(
      rules, terms, toldValues, valueName: names.number(of: EvidenceNames.listedValue))
    sieve = Sieve(
      places: places?.alphabet,
      marksLabels: !told.isEmpty || forms.contains { $0.form.prefilter == .label })
    kindsOfRule = rules.map { rule in terms.kinds.map { rule.context.kinds.contains($0) } }
    kindsAgainstRule = rules.map { rule in terms.kinds.map { rule.context.opposed.contains($0) } }
    guardianKind = terms.kinds.firstIndex(of: TypeID(rawValue: "guardian"))
    rulesToldByName = terms.kinds.map { kind in
      rules.firstIndex { $0.forms.isEmpty && $0.context.kinds.contains(kind) }
    }
    labelled = LabelledForms(forms, kindsOfRule: kindsOfRule, terms: terms)
    contextEndings = Self.contextEndings(of: forms, kindsOfRule, terms)
    ageSources = rules.map(AgeSource.init)
    identifiers = rules.map { Identifier(type: $0.id) }
    hintsAtMinor = rules.map { Self.signsOfMinors.contains($0.id.rawValue) }
    neighbours = Neighbours(tables)
    neighbourNames = Neighbour.allCases.map { names.number(of: $0.name) }
    let refuses = rules.map { rule in
      rule.forms.contains { form in form.checks.contains { $0.fail == nil } }
    }
    self.refuses = refuses
    checkDecibans = zip(rules, refuses).map { rule, refuses in
      rule.forms.map { form in
        form.checks.reduce(0) { $0 + ($1.fail == nil || !refuses ? $1.pass : 0) }
      }.max() ?? 0
    }
    isOfOneLook = rules.map { rule in rule.forms.contains { $0.prefilter == .at } }
    columnVerdictName = names.number(of: EvidenceNames.columnVerdict)
    wholeValueName = names.number(of: EvidenceNames.wholeValue)
    columnWords = ColumnWords(tables)
    var declared: [DeclaredTypeEvidence: UInt16] = [:]
    for item in DeclaredTypeEvidence.allCases { declared[item] = names.number(of: item.rawValue) }
    declaredTypeNames = declared
    columnValues = ColumnValues(rules, toldValues, tables)
    listedValueName = names.number(of: EvidenceNames.listedValue)
    concealable = Self.concealable(rules)
    let checked = forms.firstIndex { $0.checks.contains { $0.check is PersonNameCheck } }
    nameForm = checked
    marksPerson = rules.map { Self.typesOfPersons.contains($0.id.rawValue) }
    besideName = names.number(of: EvidenceNames.besideNumber)
    concealedName = names.number(of: EvidenceNames.concealed)
    labelNames = names.list.count
    columnNames = labelNames + terms.terms.count
    evidenceNames = EvidenceNameList(names.list, terms: terms.terms)
  }

  private static let signsOfMinors: Set<String> = [
    "grade-class", "guardian", "school", "student-number",
  ]
  private static let typesOfPersons: Set<String> = ["mobile-phone", "resident-id"]

  /// Of the types that one word may name, 电话 or 证件号, the first of these is meant.
  private static let commonestTypes = [
    "mobile-phone", "resident-id", "bank-card", "person-name", "email", "landline-phone",
  ]

  private static func concealable(_ rules: [Rule]) -> [Int] {
    let common = commonestTypes.compactMap { type in rules.firstIndex { $0.id.rawValue == type } }
    let others = rules.indices.filter { index in
      !common.contains(index) && !neverConcealed.contains(rules[index].id.rawValue)
    }
    return (common + others).filter { !rules[$0].forms.isEmpty }
  }

  private static let neverConcealed: Set<String> = [
    "age", "coordinates", "ip-address", "mac-address",
  ]

  /// The evidence name of a term that stands before a value, or names its column.
  func evidenceName(ofTerm term: Int, inColumn: Bool) -> UInt16 {
    UInt16((inColumn ? columnNames : labelNames) + term)
  }

  /// Beside the words of the forms those that say no more than that a number follows: the word before
  /// them may be the label.
  private static func contextEndings(
    of forms: [CompiledForm], _ kindsOfRule: [[Bool]], _ terms: ContextTerms
  ) -> LabelEndings {
    var kinds = terms.manners.map(\.yieldsToParent)
    for form in forms where form.form.needsContext {
      for (kind, isOwn) in kindsOfRule[form.rule].enumerated() where isOwn { kinds[kind] = true }
    }
    return LabelEndings(of: kinds, in: terms)
  }

  /// What a neighbour of a number without label is worth.
  func evidence(of neighbour: Neighbour, forForm form: CompiledForm) -> Evidence {
    let weight =
      switch neighbour {
      case .countryCode: 2 * form.besideDecibans
      case _ where neighbour.isStrong: form.besideDecibans
      default: form.besideWeakDecibans
      }
    return Evidence(name: neighbourNames[neighbour.rawValue], decibans: Int16(weight))
  }

  /// Whether a label says that the datum is a guardian's.
  func namesGuardian(_ tail: TermTail) -> Bool {
    guard let guardianKind else { return false }
    return (0..<tail.count).contains { i in
      terms.entries(ofTerm: tail[i]).contains { Int($0.kind) == guardianKind }
    }
  }

  /// What the terms directly before a value, or in the name of its column, are worth to a rule: the
  /// longest that names its type or another number decides.
  func evidence(ofTerms tail: TermTail, forRule rule: Int, inColumn: Bool) -> Evidence? {
    let (strong, weak, against, againstWeak): (Signal, Signal, Signal, Signal) =
      inColumn
      ? (.columnStrong, .columnWeak, .columnAgainst, .columnAgainstWeak)
      : (.labelStrong, .labelWeak, .against, .againstWeak)
    for i in 0..<tail.count {
      // In a text, and most of all in a program, `dh` and `tx` are anything.
      if !inColumn, terms.isTerse(tail[i]) { continue }
      let name = evidenceName(ofTerm: tail[i], inColumn: inColumn)
      var objection = 0
      var manner = ContextTerms.Manner.name
      for entry in terms.entries(ofTerm: tail[i]) {
        if kindsAgainstRule[rule][Int(entry.kind)] {
          return Evidence(name: name, decibans: Int16(weights[against, ofRule: rule]))
        }
        if kindsOfRule[rule][Int(entry.kind)] {
          // `serial_no` names a flow as well as a device, and no word before it shall decide.
          guard entry.isStrong || !terms.isOtherNumber(tail[i]) else {
            return Evidence(name: name, decibans: 0)
          }
          return Evidence(
            name: name, decibans: Int16(weights[entry.isStrong ? strong : weak, ofRule: rule]))
        }
        if terms.namesNumber[Int(entry.kind)] {
          objection = min(objection, weights[entry.isStrong ? against : againstWeak, ofRule: rule])
        }
        if case .name = manner { manner = terms.manners[Int(entry.kind)] }
      }
      switch manner {
      case .anybodys: return nil
      case .filler: continue
      case .suffix where tail.coversName && !tail.followsChinese && i == 0: continue
      case .name, .suffix, .number: break
      }
      if objection < 0 { return Evidence(name: name, decibans: Int16(objection)) }
    }
    return nil
  }

  /// Whether one of the terms names the type of a rule by itself.
  func isStrong(_ tail: TermTail, forRule rule: Int) -> Bool {
    (0..<tail.count).contains { i in
      terms.entries(ofTerm: tail[i]).contains { $0.isStrong && kindsOfRule[rule][Int($0.kind)] }
    }
  }

  /// What the label of a value says: the word before it, or where that says little the one before
  /// that.
  func evidence(ofLabel label: Label, forRule rule: Int) -> Evidence? {
    if !label.parent.isEmpty,
      let parent = evidence(ofTerms: label.parent, forRule: rule, inColumn: false)
    {
      return parent
    }
    return evidence(ofTerms: label.direct, forRule: rule, inColumn: false)
  }

  /// Whether a term names the type of a rule, and nothing else.
  func speaks(_ term: Int, forRule rule: Int) -> Bool {
    guard !terms.isTerse(term), !terms.isOtherNumber(term) else { return false }
    return terms.entries(ofTerm: term).contains { kindsOfRule[rule][Int($0.kind)] }
  }
}

/// Gives evidence its numbers.
struct EvidenceNames {
  private(set) var list: [String] = []
  private var index: [String: UInt16] = [:]

  static let prior = "prior"
  static let wholeValue = "whole-value"
  static let columnVerdict = "column-verdict"
  static let listedValue = "listed-value"
  static let concealed = "concealed"
  static let besideNumber = "beside-number"

  mutating func number(of name: String) -> UInt16 {
    if let known = index[name] { return known }
    let next = UInt16(list.count)
    list.append(name)
    index[name] = next
    return next
  }
}

/// Faults of rules that only compiling them shows.
package struct RuleSetError: Error, Sendable {
  package struct Fault: Error, Equatable, Sendable {
    package enum Cause: Equatable, Sendable {
      /// PCRE2 refused the pattern: bytes from its start, PCRE2's message.
      case pattern(offset: Int, message: String)
      case unknownCheck(String, known: [String])
    }
    package let rule: TypeID
    package let form: String
    package let cause: Cause
  }

  package let faults: [Fault]
}
