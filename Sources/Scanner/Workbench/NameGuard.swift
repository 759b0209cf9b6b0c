import Detectors
import Findings

/// Scans the names of files, tables and columns: a value in one is a finding, and is printed masked.
final class NameGuard {
  private let finder: Finder
  private let options: WorkbenchOptions

  init(_ options: WorkbenchOptions) {
    self.options = options
    finder = Finder(options.ruleSet, key: options.key, asOf: options.asOf)
  }

  /// Masks `name` and lists what was in it. Each value becomes its masked form, `~` and eight
  /// hexadecimal digits of its fingerprint, so that two names stay two names.
  func guarded(_ name: [UInt8]) -> GuardedName {
    finder.find(in: name.span, core: 0..<name.count, column: nil)
    guard !finder.hits.isEmpty else { return GuardedName(text: name) }
    var guarded = GuardedName(text: [])
    var end = 0
    for hit in finder.hits {
      guarded.text += name[end..<hit.range.lowerBound]
      guarded.text += finder.arena[hit.masked]
      guarded.text += Array("~".utf8) + hit.fingerprint.hex.utf8.prefix(8)
      end = hit.range.upperBound
      guarded.hits.append(
        GuardedName.Hit(
          hit: hit, masked: Array(finder.arena[hit.masked]),
          evidence: Array(finder.evidence[hit.evidence]),
          value: options.reveals ? Array(name[hit.range]) : []))
    }
    guarded.text += name[end...]
    return guarded
  }
}

/// A name that may be printed, and the values that stood in it.
struct GuardedName {
  struct Hit {
    let hit: Detectors.Hit
    let masked: [UInt8]
    let evidence: [Evidence]
    /// Empty unless values are revealed.
    let value: [UInt8]
  }

  var text: [UInt8]
  var hits: [Hit] = []
}
