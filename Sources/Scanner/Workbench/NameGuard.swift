import Detectors
import Findings

/// Scans the names of files, tables and columns: a value in one is a finding, and is printed masked.
final class NameGuard {
  private let finder: Finder
  /// Finds what is masked besides: types that this run does not look for.
  private let masker: Finder?
  private let options: WorkbenchOptions
  /// A directory, with its slash, that was guarded last: many files follow one another in one.
  private var directory: [UInt8] = []
  private var guardedDirectory = GuardedName(text: [])

  init(_ options: WorkbenchOptions) {
    self.options = options
    finder = Finder(options.ruleSet, key: options.key, asOf: options.asOf)
    masker = options.maskingRules.map { Finder($0, key: options.key, asOf: options.asOf) }
  }

  /// Masks `name` and lists what was in it. Each value becomes its masked form, `~` and eight
  /// hexadecimal digits of its fingerprint, so that two names stay two names.
  ///
  /// The parts of a path are names of their own: what stands in one is no context for the next, and
  /// `13912345678/11010119…` is no fraction.
  func guarded(_ name: [UInt8]) -> GuardedName {
    let slash = UInt8(ascii: "/")
    let length = (name.lastIndex(of: slash) ?? -1) + 1
    if directory.count != length || !name.starts(with: directory) {
      directory = Array(name[..<length])
      guardedDirectory = GuardedName(text: [])
      for part in directory.split(separator: slash, omittingEmptySubsequences: false) {
        if part.startIndex > 0 { guardedDirectory.text.append(slash) }
        add(Array(part), to: &guardedDirectory)
      }
    }
    var guarded = guardedDirectory
    add(Array(name[length...]), to: &guarded)
    return guarded
  }

  /// Adds a part of a path to the parts before it.
  private func add(_ bytes: [UInt8], to guarded: inout GuardedName) {
    guard !bytes.isEmpty else { return }
    guarded.text += masked(bytes, by: masker ?? finder)
    if masker != nil { finder.find(in: bytes.span, core: 0..<bytes.count, column: nil) }
    guarded.hits += finder.hits.map { hit in
      GuardedName.Hit(
        hit: hit, masked: Array(finder.arena[hit.masked]),
        evidence: Array(finder.evidence[hit.evidence]),
        value: options.reveals ? Array(bytes[hit.range]) : [])
    }
  }

  private func masked(_ name: [UInt8], by finder: Finder) -> [UInt8] {
    finder.find(in: name.span, core: 0..<name.count, column: nil)
    guard finder.hitCount > 0 else { return name }
    var text: [UInt8] = []
    var end = 0
    for hit in finder.hits {
      text += name[end..<hit.range.lowerBound]
      text += finder.arena[hit.masked]
      text += Array("~".utf8) + hit.fingerprint.hex.utf8.prefix(8)
      end = hit.range.upperBound
    }
    return text + name[end...]
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
