package import Findings

/// Which tables and texts hold the same persons, told from samples of their identifiers: a list of fixed
/// length, whatever the number of sources.
package struct AssetLinks: Sendable {
  /// A table, or the text of a source.
  package struct Asset: Sendable {
    package let identity: SourceIdentity
    /// Empty for a text and for separated values.
    package let table: String
    package let persons: PersonCount
    package let sample: PersonSample
  }

  package struct Link: Sendable {
    /// Indices into `assets`, the smaller first.
    package let first: Int
    package let second: Int
    /// Identifiers (ID numbers, mobile numbers, e-mail addresses) that both hold.
    package let shared: UInt64
    package let isExact: Bool
  }

  /// Assets that are compared: those with the most persons. 2 KiB each, and 33,000 pairs.
  package static let assetLimit = 256
  package static let linkLimit = 200

  /// Most persons first; of equals, the earlier in path order.
  package private(set) var assets: [Asset] = []
  /// Assets that were left out for the limit.
  package private(set) var leftOut: UInt64 = 0

  package init() {}

  /// Assets come in path order.
  mutating func add(_ asset: Asset) {
    guard !asset.sample.smallest.isEmpty else { return }
    let size = asset.persons.count
    var (low, high) = (0, assets.count)
    while low < high {
      let middle = (low + high) / 2
      if assets[middle].persons.count >= size { low = middle + 1 } else { high = middle }
    }
    if low < Self.assetLimit { assets.insert(asset, at: low) }
    if low >= Self.assetLimit || assets.count > Self.assetLimit { leftOut += 1 }
    if assets.count > Self.assetLimit { assets.removeLast() }
  }

  /// The pairs that share identifiers, those that share most first, at most `linkLimit`. Made anew at each
  /// call; cost: 33,000 merges of two lists of 128.
  package var links: [Link] {
    var links: [Link] = []
    for second in assets.indices {
      for first in 0..<second {
        let shared = PersonSample.shared(assets[first].sample, assets[second].sample)
        guard shared.count > 0 else { continue }
        links.append(
          Link(first: first, second: second, shared: shared.count, isExact: shared.isExact))
      }
    }
    links.sort { ($1.shared, $0.first, $0.second) < ($0.shared, $1.first, $1.second) }
    return Array(links.prefix(Self.linkLimit))
  }
}
