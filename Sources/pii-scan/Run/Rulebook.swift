import BuiltinRulesets
import Detectors
import Dispatch
import Findings
import Policies
import RulesetSource
import Rulesets

/// Everything a command knows of rules and policies: the built-in ones and the user's, loaded and free
/// of faults.
struct Rulebook {
  let rules: LoadedRules
  /// Built-in policies and the user's, in the byte order of their ids; of a run only those that it judges by,
  /// and what these extend.
  let policies: [Policy]
  /// The ids of all policies that there are, loaded or not.
  private let policyIDs: [String]
  /// Every type that a policy may name: those of the contract, then those of the user's rules.
  let types: [TypeInfo]

  /// What names the state of all rulesets in reports.
  var hash: String { rules.hash }

  static let embedded = EmbeddedRulesets(
    detectors: BuiltinRulesets.detectors, policies: BuiltinRulesets.policies,
    tables: BuiltinRulesets.tables, hash: BuiltinRulesets.hash)
  private static let loader = RulesetLoader(embedded)

  /// Begins to read, on another thread, what a run needs whatever its arguments are: these take as long to be
  /// read.
  static func readAhead() {
    let tables = loader.builtinTables
    DispatchQueue.global().async { tables.readAhead() }
  }

  /// - Parameters:
  ///   - ruleDirectory: the argument of `--rules`.
  ///   - policyFiles: the arguments of `--policy-file`.
  /// - Throws: `RulesetError` with all faults of all files; `InputError` for what cannot be read.
  init(ruleDirectory: String?, policyFiles: [String]) throws {
    let files = try ruleDirectory.map(RulesetFiles.read(directory:)) ?? []
    rules = try Self.loader.load(user: files)
    types = Self.types(rules)
    policies = try Self.policies(policyFiles.map(RulesetFiles.read(file:)), types)
    policyIDs = policies.map(\.id)
  }

  /// What a run needs, which starts in a few milliseconds: rules without their examples, and where the user has
  /// no policies of his own, of the built-in ones those that it judges by.
  ///
  /// - Parameter ids: of the policies; one that there is not is refused by `policies(named:)`.
  init(running ids: [String], ruleDirectory: String?, policyFiles: [String]) throws {
    let files = try ruleDirectory.map(RulesetFiles.read(directory:)) ?? []
    rules = try Self.loader.load(user: files, withExamples: false)
    types = Self.types(rules)
    guard policyFiles.isEmpty else {
      policies = try Self.policies(
        policyFiles.map(RulesetFiles.read(file:)), types, provesBuiltin: false)
      policyIDs = policies.map(\.id)
      return
    }
    policies = try Self.builtinPolicies(ids, types)
    policyIDs = Self.embedded.policies.map { PolicyLoader.id(of: $0.file.description) }
  }

  private static func types(_ rules: LoadedRules) -> [TypeInfo] {
    let table = rules.tables.table("types")
    let (id, zh, en) = (table.column("id"), table.column("zh"), table.column("en"))
    var types: [TypeInfo] = []
    table.forEachRow { cells in
      types.append(
        TypeInfo(
          id: TypeID(rawValue: table.text(cells[id])), titleInChinese: table.text(cells[zh]),
          titleInEnglish: table.text(cells[en])))
    }
    let known = Set(types.map(\.id))
    return types + rules.types.filter { !known.contains($0.id) }
  }

  /// The built-in policies with these ids, and those that they extend.
  private static func builtinPolicies(
    _ ids: [String], _ types: [TypeInfo]
  ) throws(RulesetError) -> [Policy] {
    let diagnostics = DiagnosticCollector()
    let loader = PolicyLoader(types: types.map(\.id), diagnostics: diagnostics)
    var policies: [Policy] = []
    var wanted = ids
    while let id = wanted.popLast() {
      guard !policies.contains(where: { $0.id == id }) else { continue }
      let files = embedded.policies.filter { PolicyLoader.id(of: $0.file.description) == id }
      let loaded = loader.load(
        EmbeddedRulesets.nodes(of: files).map { PolicyLoader.File(name: $0.file, root: $0.node) },
        areProven: true)
      policies += loaded
      wanted += loaded.flatMap { $0.fallbacks.map(\.policy) }
    }
    guard diagnostics.isEmpty else { throw RulesetError(diagnostics: diagnostics.sorted) }
    return policies.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// - Parameter provesBuiltin: what the tests prove of the built-in ones is looked for once more.
  private static func policies(
    _ files: [RulesetFile], _ types: [TypeInfo], provesBuiltin: Bool = true
  ) throws(RulesetError) -> [Policy] {
    let diagnostics = DiagnosticCollector()
    let ids = types.map(\.id)
    let builtin = PolicyLoader(types: ids, diagnostics: diagnostics).load(
      EmbeddedRulesets.nodes(of: embedded.policies).map {
        PolicyLoader.File(name: $0.file, root: $0.node)
      }, areProven: !provesBuiltin)
    var own: [PolicyLoader.File] = []
    for file in files {
      do {
        own.append(
          PolicyLoader.File(name: file.path, root: try YAML.parse(file.bytes, file: file.path)))
      } catch {
        diagnostics.report(Diagnostic(error))
      }
    }
    let users = PolicyLoader(types: ids, library: builtin, diagnostics: diagnostics).load(own)
    guard diagnostics.isEmpty else { throw RulesetError(diagnostics: diagnostics.sorted) }
    return (builtin + users).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// The policies with these ids, in the order given; the first unknown id is thrown.
  func policies(named ids: [String]) throws(UnknownName) -> [Policy] {
    var chosen: [Policy] = []
    for id in ids {
      guard let policy = policies.first(where: { $0.id == id }) else {
        throw UnknownName(kind: .policy, name: id, known: policyIDs)
      }
      chosen.append(policy)
    }
    return chosen
  }

  /// The types with these ids; the first that no rule finds is thrown.
  func ruleTypes(named ids: [String]) throws(UnknownName) -> Set<TypeID> {
    for id in ids where !rules.types.contains(where: { $0.id.rawValue == id }) {
      throw UnknownName(kind: .type, name: id, known: rules.types.map(\.id.rawValue))
    }
    return Set(ids.map { TypeID(rawValue: $0) })
  }
}

/// A name on the command line that stands for nothing (exit status 64).
struct UnknownName: Error {
  enum Kind {
    case policy
    case type
    case rule
  }

  let kind: Kind
  let name: String
  let known: [String]
}
