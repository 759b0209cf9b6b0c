import Detectors
import Findings
import Inputs
import Scanner
import Synchronization

/// Runs a scan and keeps its findings instead of reporting them.
final class SightingRecorder: FindingEncoder, ScanOutput {
  private let names: [String]
  private let sightings = Mutex<[Sighting]>([])

  private init(_ ruleSet: RuleSet) { names = Array(ruleSet.evidenceNames) }

  /// The findings of every level in a folder, but for those in names of files and columns.
  static func sightings(
    in directory: String, by ruleSet: RuleSet, asOf: CivilDate
  ) throws(OutputError) -> [Sighting] {
    let recorder = SightingRecorder(ruleSet)
    let key = FingerprintKey(
      master: [UInt8](repeating: 0, count: FingerprintKey.masterKeySizeInBytes))
    let options = WorkbenchOptions(
      ruleSet: ruleSet, key: key, asOf: asOf, minimumLevel: .possible, reveals: false,
      findingsLimit: .max)
    let walk = DirectoryWalk(roots: [Array(directory.utf8)], options: WalkOptions())
    try Scan(options, workers: 2).run(
      SourceQueue(includesStandardInput: false, walk: walk), output: recorder, encoder: recorder,
      progress: Progress())
    return recorder.sightings.withLock { $0 }
  }

  func encode(
    _ batch: borrowing FindingBatch, _ range: Range<Int>, of part: PartContext,
    into out: inout [UInt8]
  ) {
    let path = String(decoding: part.source.path, as: UTF8.self)
    for finding in batch.findings[range]
    where !finding.labels.contains(.inName) && finding.basis == .value {
      let evidence = batch.evidence[
        Int(finding.evidence.lowerBound)..<Int(finding.evidence.upperBound)]
      let sighting = Sighting(
        path: path, rule: Int(finding.type), range: Int(finding.start)..<Int(finding.end),
        isInCell: finding.table >= 0, decibans: Int(finding.decibans),
        evidence: evidence.map { (names[Int($0.name)], Int($0.decibans)) })
      sightings.withLock { $0.append(sighting) }
    }
  }

  func write(findings bytes: [UInt8]) throws(OutputError) {}

  func finished(_ report: SourceReport) throws(OutputError) {}
}
