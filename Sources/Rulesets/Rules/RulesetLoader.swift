package import Detectors
import Findings
import RulesetSource

/// Loads rules and tables: the built-in ones, then the user's (`--rules DIR`).
///
/// The user's folder holds YAML files with one rule each and TSV files. A rule whose id a built-in
/// rule has stands instead of it; with `extends` it changes what it names and keeps the rest. A
/// table of the name of a built-in one adds its rows to it and must have its columns; another name
/// is a new table. The user's files take effect in the order of their paths' bytes.
package struct RulesetLoader {
  private let embedded: EmbeddedRulesets

  /// The built-in tables: those that `load` gives where the user has none of his own, the same at each call.
  package let builtinTables: FactTables

  package init(_ embedded: EmbeddedRulesets) {
    self.embedded = embedded
    builtinTables = Self.tables(embedded.tables, adding: [:])
  }

  /// Loads the built-in rulesets and `files`.
  ///
  /// Built-in rules are read from their packed form: a millisecond for all. Tables are only pointed
  /// at here; `FactTables` reads one when a check asks for it.
  ///
  /// - Parameter withExamples: false where nothing is proved or shown: built-in rules are without their
  ///   examples then, which are most of their text. Those of the user's files are read and checked always.
  /// - Throws: all faults of all files.
  package func load(
    user files: [RulesetFile] = [], withExamples: Bool = true
  ) throws(RulesetError) -> LoadedRules {
    let diagnostics = DiagnosticCollector()
    let loader = RuleLoader(diagnostics: diagnostics)
    var rules: [TypeID: RuleSource] = [:]
    let builtin = EmbeddedRulesets.nodes(
      of: embedded.detectors, leavingOut: withExamples ? nil : "examples")
    for (file, node) in builtin {
      guard var rule = loader.rule(node, file: file, earlier: rules) else { continue }
      rule.rule.isBuiltin = true
      if let first = rules[rule.rule.id] {
        report(repeated: rule, first: first, diagnostics)
      }
      rules[rule.rule.id] = rule
    }
    let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var own: [TypeID: RuleSource] = [:]
    for file in files where !file.isTable {
      guard let node = node(file, diagnostics),
        var rule = loader.rule(node, file: file.path, earlier: rules)
      else { continue }
      rule.rule.isBuiltin = false
      if let first = own[rule.rule.id] { report(repeated: rule, first: first, diagnostics) }
      own[rule.rule.id] = rule
      rules[rule.rule.id] = rule
    }
    let added = addedTables(files.filter(\.isTable), diagnostics)
    guard diagnostics.isEmpty else { throw RulesetError(diagnostics: diagnostics.sorted) }
    return LoadedRules(
      rules: rules.keys.sorted().compactMap { rules[$0] },
      tables: added.isEmpty ? builtinTables : Self.tables(embedded.tables, adding: added),
      hash: hash(of: files))
  }

  private func report(
    repeated rule: RuleSource, first: RuleSource, _ diagnostics: DiagnosticCollector
  ) {
    diagnostics.report(
      Diagnostic(
        file: rule.file, mark: rule.mark, path: "id",
        problem: .repeated(rule.rule.id.rawValue, first: first.mark)))
  }

  private func node(_ file: RulesetFile, _ diagnostics: DiagnosticCollector) -> Node? {
    do {
      return try YAML.parse(file.bytes, file: file.path)
    } catch {
      diagnostics.report(Diagnostic(error))
      return nil
    }
  }

  // MARK: - Tables

  /// The user's tables by name: rows only, where a built-in table has the name.
  private func addedTables(
    _ files: [RulesetFile], _ diagnostics: DiagnosticCollector
  ) -> [String: [UInt8]] {
    var added: [String: [UInt8]] = [:]
    for file in files {
      do throws(RulesetSyntaxError) {
        let table = try TableText(file.bytes, file: file.path, needsRemarks: false)
        let name = file.stem
        guard let builtin = builtinText(name) else {
          added[name] = Array(table.text.utf8)
          continue
        }
        let columns = builtin.prefix { $0 != "\n" }.split(
          separator: "\t", omittingEmptySubsequences: false
        ).map(String.init)
        guard table.columns == columns else {
          let mark = Mark(line: table.headerLine, column: 1)
          throw RulesetSyntaxError(
            file: file.path, mark: mark, reason: .otherColumns(expected: columns))
        }
        added[name, default: []] += Array(table.rows.utf8)
      } catch {
        diagnostics.report(Diagnostic(error))
      }
    }
    return added
  }

  private func builtinText(_ name: String) -> String? {
    embedded.tables.first { $0.name.description == name }?.text.description
  }

  private static func tables(
    _ builtin: [(name: StaticString, text: StaticString)], adding added: [String: [UInt8]]
  ) -> FactTables {
    FactTables { name in
      let text = builtin.first { $0.name.description == name }?.text.description ?? ""
      return Array(text.utf8) + (added[name] ?? [])
    }
  }

  // MARK: - Hash

  /// What names the state of the rules in reports: the built-in SHA-256, and behind a `+` a 64-bit
  /// FNV-1a of the user's files, which only has to tell one's own states apart.
  private func hash(of files: [RulesetFile]) -> String {
    guard !files.isEmpty else { return embedded.hash.description }
    var bytes: [UInt8] = []
    for file in files {
      // Without the folder: the same files elsewhere are the same rules.
      bytes += Array(file.name.utf8)
      bytes.append(0)
      bytes += file.bytes
      bytes.append(0)
    }
    let hex = String(TermHash.of(bytes.span, 0..<bytes.count), radix: 16)
    return "\(embedded.hash)+\(String(repeating: "0", count: 16 - hex.utf8.count))\(hex)"
  }
}
