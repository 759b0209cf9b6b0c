package import Findings

/// The sources with the most findings: a list of fixed length, whatever the number of sources.
package struct TopSources: Sendable {
  package struct Entry: Sendable {
    package let identity: SourceIdentity
    package let findings: UInt64
    /// Those the first policy calls sensitive.
    package let sensitive: UInt64
    package let under14: UInt64
  }

  package static let limit = 10

  /// Most findings first; of equals, the earlier in path order.
  package private(set) var entries: [Entry] = []

  package init() {}

  /// Sources come in path order. O(limit): at ten entries a heap would only be longer.
  mutating func add(_ entry: Entry) {
    if entry.findings == 0 { return }
    if let last = entries.last, entries.count == Self.limit, last.findings >= entry.findings {
      return
    }
    let index = entries.firstIndex { $0.findings < entry.findings } ?? entries.endIndex
    entries.insert(entry, at: index)
    if entries.count > Self.limit { entries.removeLast() }
  }
}
