import ArgumentParser
import Detectors
import Findings
import Policies
import Regex
import Reports
import Rulesets

/// One merging of reports, from its arguments to its exit status.
struct MergeSession {
  private let arguments: MergeArguments
  private let directories: [String]

  init(_ arguments: MergeArguments, _ directories: [String]) {
    self.arguments = arguments
    self.directories = directories
  }

  /// Merges and tells the exit status; every error becomes a sentence on standard error.
  func run() -> Int32 {
    do {
      return try merge()
    } catch {
      let language = arguments.lang?.language ?? Terminal.localeLanguage()
      return Explain.report(error, language: language).rawValue
    }
  }

  private func merge() throws -> Int32 {
    let merge = try ReportMerge(directories)
    let rulebook = try Rulebook(
      running: merge.run.policies, ruleDirectory: arguments.rules, policyFiles: arguments.policyFile
    )
    guard merge.run.programVersion == Version.program else { throw MergeRefusal.otherProgram }
    guard merge.run.rulesetHash == rulebook.hash else { throw MergeRefusal.otherRules }
    let types = try rulebook.ruleTypes(named: merge.run.types)
    let ruleSet = try rulebook.rules.compile(only: types)
    let judge = try Judge(
      policies: try rulebook.policies(named: merge.run.policies), library: rulebook.policies,
      types: ruleSet.types)
    guard ruleSet.types.map(\.id.rawValue) == merge.run.types,
      let asOf = CivilDate(iso: merge.run.asOf)
    else { throw MergeRefusal.otherRules }
    let run = RunDescription(
      programVersion: Version.program, rulesetHash: rulebook.hash,
      pcre2Version: Library.version, asOf: asOf, language: merge.run.language,
      types: ruleSet.types, evidenceNames: ruleSet.evidenceNames, judge: judge,
      minimumLevel: merge.run.minimumLevel, reveals: merge.run.reveals,
      keyKind: merge.run.keyKind, isStrict: merge.run.isStrict, origin: merge.run.origin)
    return try write(merge, run)
  }

  private func write(_ merge: ReportMerge, _ run: RunDescription) throws -> Int32 {
    let standardOutput =
      arguments.quiet && arguments.format == .text ? nil : StandardOutput()
    let directory = try arguments.report.map { path throws(OutputError) in
      try ReportDirectory(path: path, force: arguments.force)
    }
    let reports = try ReportSet(
      run: run,
      display: Display(
        useColor: Terminal.usesColor(arguments.color),
        widthInColumns: min(120, Terminal.width(of: 1)), reportDirectory: arguments.report),
      directory: directory, standardOutput: standardOutput, format: arguments.format.rawValue)
    let output = ScanReports(
      reports, judge: run.judge, types: run.types, standardOutput: standardOutput,
      onGap: { _, _ in }, onReaderGone: {})
    do {
      let isInterrupted = try merge.run(
        findings: { lines throws(OutputError) in try output.write(findings: lines) },
        finished: { source throws(OutputError) in try output.finished(source) })
      return try Conclusion(limits: run.origin.auditLimits, judge: run.judge).end(
        reports, output, isInterrupted: isInterrupted)
    } catch {
      reports.abandon()
      throw error
    }
  }
}

/// The program or the rules at hand are not those that the reports were made with.
enum MergeRefusal: Error {
  case otherProgram
  case otherRules
}
