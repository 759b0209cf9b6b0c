import ArgumentParser
import Detectors
import Findings
import Inputs
import Policies
import Regex
import Reports
import Rulesets
import Scanner

/// One scan or audit from its arguments to its exit status.
struct Session {
  private let arguments: ReportArguments
  private let sources: any SessionSources
  private let limits: [Limit]?
  private let language: RunDescription.Language

  /// - Parameter limits: the user's limits of an audit, none of which means the policy's or the tool's;
  ///   nil for a scan.
  init(
    _ arguments: ReportArguments, of sources: any SessionSources, auditLimits limits: [Limit]? = nil
  ) {
    self.arguments = arguments
    self.sources = sources
    self.limits = limits
    language = arguments.lang?.language ?? Terminal.localeLanguage()
  }

  /// Runs, reports, and tells the exit status; every error becomes a sentence on standard error.
  func run() -> Int32 {
    do {
      return try scan()
    } catch {
      return Explain.report(error, language: language).rawValue
    }
  }

  private func scan() throws -> Int32 {
    let rulebook = try Rulebook(
      running: arguments.policy.items, ruleDirectory: arguments.rules,
      policyFiles: arguments.policyFile)
    let ruleSet = try rulebook.rules.compile(only: chosenTypes(rulebook))
    let judge = try Judge(
      policies: try rulebook.policies(named: arguments.policy.items),
      library: rulebook.policies, types: ruleSet.types)
    try checkLimits(rulebook)
    let key = try KeyFile.key(arguments.keyFile)
    let asOf = arguments.asOf ?? Clock.todayInShanghai()
    if arguments.reveal { warnOfRevealing() }

    let everyRule =
      arguments.types == nil && arguments.excludeTypes == nil
      ? nil : try rulebook.rules.compile()
    let earlier = try arguments.update.map { try self.earlier($0, .inventory) }
    let earlierRecord = try arguments.ropa.flatMap { path in
      FileIdentity.of(path: path) == nil ? nil : try self.earlier(path, .record)
    }
    let directory: ReportDirectory?
    do throws(OutputError) {
      directory = try reportDirectory()
    } catch {
      // The name of what stands there already may hold a value.
      let names = WorkbenchOptions(
        ruleSet: everyRule ?? ruleSet, key: key, asOf: asOf, minimumLevel: .possible,
        reveals: false, findingsLimit: 0)
      let path = PrintableName.masking(Array(error.path.utf8), names)
      throw OutputError(path: String(decoding: path, as: UTF8.self), errno: error.errno)
    }
    let run = description(rulebook, ruleSet, judge, asOf, key)
    let standardOutput =
      arguments.quiet && arguments.format == .text ? nil : StandardOutput()
    let reports = try ReportSet(
      run: run, display: display, directory: directory, standardOutput: standardOutput,
      format: arguments.format.rawValue, earlier: earlier,
      record: try recordFiles(earlierRecord, asOf))
    let encoder = arguments.findings.limit == 0 ? nil : reports.encoder
    let progress = Progress()
    let output = ScanReports(
      reports, judge: judge, types: ruleSet.types, standardOutput: standardOutput,
      onGap: complain(of:because:),
      onReaderGone: { if arguments.report == nil { progress.cancel() } })
    let options = WorkbenchOptions(
      ruleSet: ruleSet, key: key, asOf: asOf, minimumLevel: arguments.minConfidence.level,
      reveals: arguments.reveal, findingsLimit: encoder == nil ? 0 : arguments.findings.limit,
      maskingRules: everyRule, archiveLimits: sources.archiveLimits)
    let interrupted: Bool
    do {
      interrupted = try scan(options, output, encoder, progress)
    } catch {
      reports.abandon()
      throw error
    }
    let status = try Conclusion(limits: limits, judge: judge).end(
      reports, output, isInterrupted: interrupted)
    // A run that was for its reader alone ends as SIGPIPE would have ended it.
    let isForNobody = arguments.report == nil && standardOutput?.readerIsGone == true
    return isForNobody ? ExitStatus.brokenPipe.rawValue : status
  }

  private func earlier(
    _ path: String, _ layout: SheetLayout
  ) throws(UnusableInventory) -> EarlierInventory {
    do throws(EarlierInventoryError) {
      return try EarlierInventory(
        InventorySheet(path: path), layout: layout, roots: sources.directories)
    } catch {
      throw UnusableInventory(path: path, cause: error)
    }
  }

  /// What people wrote in the record is kept; an assessment of the same day stays as it is.
  private func recordFiles(_ earlier: EarlierInventory?, _ asOf: CivilDate) throws -> RecordFiles? {
    guard let path = arguments.ropa else { return nil }
    let beside = RecordFiles.assessmentPath(of: path, asOf: asOf.iso)
    let isThere = FileIdentity.of(path: beside) != nil
    if isThere { Terminal.complain(Explain(language: language).keptAssessment(beside)) }
    return RecordFiles(
      sheet: try LooseFile(path: path), assessment: isThere ? nil : try LooseFile(path: beside),
      earlier: earlier)
  }

  private func reportDirectory() throws(OutputError) -> ReportDirectory? {
    guard let path = arguments.report else { return nil }
    return try ReportDirectory(path: path, force: arguments.force)
  }

  /// True when the run was interrupted.
  private func scan(
    _ options: WorkbenchOptions, _ output: ScanReports, _ encoder: FindingsJSONLines?,
    _ progress: Progress
  ) throws(OutputError) -> Bool {
    let interrupt = Interrupt { progress.cancel() }
    let ownOutput = arguments.report.flatMap(FileIdentity.of(path:))
    let queue = sources.queue(leavingOut: ownOutput) { progress.isCancelled }
    let bar =
      showsProgress
      ? ProgressBar(progress, counting: sources.counting(leavingOut: ownOutput)) : nil
    defer {
      bar?.end()
      sources.end()
    }
    try Scan(options, workers: sources.workers).run(
      queue, output: output, encoder: encoder, progress: progress)
    return interrupt.isRequested
  }

  // MARK: - What the arguments ask for

  private func chosenTypes(_ rulebook: Rulebook) throws -> Set<TypeID>? {
    let excluded = try rulebook.ruleTypes(named: arguments.excludeTypes?.items ?? [])
    guard arguments.types != nil || !excluded.isEmpty else { return nil }
    let included = try arguments.types.map { try rulebook.ruleTypes(named: $0.items) }
    return (included ?? Set(rulebook.rules.types.map(\.id))).subtracting(excluded)
  }

  /// A limit on a type that no rule finds would always be kept.
  private func checkLimits(_ rulebook: Rulebook) throws(UnknownName) {
    for case .type(let id) in (limits ?? []).map(\.subject) {
      _ = try rulebook.ruleTypes(named: [id.rawValue])
    }
  }

  private func description(
    _ rulebook: Rulebook, _ ruleSet: RuleSet, _ judge: Judge, _ asOf: CivilDate,
    _ key: FingerprintKey
  ) -> RunDescription {
    RunDescription(
      programVersion: Version.program, rulesetHash: rulebook.hash,
      pcre2Version: Library.version, asOf: asOf, language: language, types: ruleSet.types,
      evidenceNames: ruleSet.evidenceNames, judge: judge,
      minimumLevel: arguments.minConfidence.level, reveals: arguments.reveal,
      keyKind: arguments.keyFile == nil ? .random : .file, isStrict: arguments.strict,
      origin: RunOrigin(
        key: key.check, roots: key.fingerprint(of: sources.roots),
        shares: [sources.share.index], shareCount: sources.share.count,
        findings: arguments.findings.defaultValueDescription, auditLimits: limits))
  }

  private var display: Display {
    Display(
      useColor: Terminal.usesColor(arguments.color),
      widthInColumns: min(120, Terminal.width(of: 1)), reportDirectory: arguments.report)
  }

  private var showsProgress: Bool {
    !arguments.quiet && arguments.progress.applies(isTerminal: Terminal.isTerminal(2))
  }

  /// The summary lists gaps; where there is none, or more is asked for, standard error does.
  private func complain(of report: SourceReport, because reason: GapReason) {
    let isRoot = sources.areNamed(report.identity.path)
    let hasSummary = arguments.format == .text && !arguments.quiet
    guard reason != .interrupted else { return }
    guard arguments.verbose || !hasSummary || (isRoot && reason == .unreadable) else { return }
    let number = report.gaps.first { $0.reason == reason }?.errno
    let cause = number.map { " (" + Terminal.systemMessage($0) + ")" } ?? ""
    let member = report.identity.member.map { "!" + Terminal.printable(Array($0.utf8)) } ?? ""
    Terminal.complain(
      "pii-scan: \(Terminal.printable(report.identity.path))\(member): \(reason.name)\(cause)\n")
  }

  private func warnOfRevealing() {
    Terminal.complain(
      language == .chinese
        ? "警告：已使用 --reveal，发现结果中含有未脱敏的原值，请妥善保管。\n"
        : "warning: --reveal is on; findings hold unmasked values. Keep them safe.\n")
  }
}
