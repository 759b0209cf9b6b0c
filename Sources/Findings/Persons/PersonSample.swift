/// The identifiers with the smallest fingerprints of a set: a sample by which two sets are compared.
///
/// Fingerprints are uniform, so the smallest `capacity` of each side tell how much two sets share (the
/// bottom-k sketch of Cohen and Kaplan 2007). Up to `capacity` identifiers the sample is the whole
/// set. It depends on the set alone, so samples of parts merge in any order.
package struct PersonSample: Sendable {
  /// 2 KiB a table. With 128 a share of one half is told to within 5 in 100 (one standard error).
  package static let capacity = 128

  /// Rising, without duplicates.
  package private(set) var smallest: ContiguousArray<Fingerprint> = []
  /// A fingerprint was left out.
  package private(set) var isPartial = false
  /// No fingerprint whose higher half is above this changes the sample any more.
  private var border = UInt64.max

  package init() {}

  package init(smallest: ContiguousArray<Fingerprint>, isPartial: Bool) {
    self.smallest = smallest
    self.isPartial = isPartial
    settleBorder()
  }

  /// Whether `insert` may change the sample: nearly never, once it is full. Cost: a comparison.
  package func mayTake(_ fingerprint: Fingerprint) -> Bool { fingerprint.high <= border }

  package mutating func insert(_ fingerprint: Fingerprint) {
    guard mayTake(fingerprint) else { return }
    place(fingerprint)
    settleBorder()
  }

  private mutating func settleBorder() {
    if isPartial, smallest.count == Self.capacity, let last = smallest.last { border = last.high }
  }

  private mutating func place(_ fingerprint: Fingerprint) {
    if smallest.count == Self.capacity, let last = smallest.last {
      if fingerprint == last { return }
      if last < fingerprint {
        isPartial = true
        return
      }
    }
    let place = firstIndex(notBelow: fingerprint)
    if place < smallest.count, smallest[place] == fingerprint { return }
    smallest.insert(fingerprint, at: place)
    if smallest.count > Self.capacity {
      smallest.removeLast()
      isPartial = true
    }
  }

  package mutating func merge(_ other: PersonSample) {
    for fingerprint in other.smallest { insert(fingerprint) }
    isPartial = isPartial || other.isPartial
    settleBorder()
  }

  /// How many identifiers the sets of two samples share.
  ///
  /// Exact where both samples are whole sets.
  package static func shared(
    _ a: PersonSample, _ b: PersonSample
  ) -> (count: UInt64, isExact: Bool) {
    let border = [a, b].filter(\.isPartial).compactMap(\.smallest.last).min()
    var common = 0
    var (i, j) = (0, 0)
    while i < a.smallest.count, j < b.smallest.count {
      let (left, right) = (a.smallest[i], b.smallest[j])
      if let border, min(left, right) > border { break }
      if left == right { common += 1 }
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    guard let border else { return (UInt64(common), true) }
    let share = (Double(border.high) + 1) / 0x1p64
    return (UInt64((Double(common) / share).rounded()), false)
  }

  private func firstIndex(notBelow fingerprint: Fingerprint) -> Int {
    var (low, high) = (0, smallest.count)
    while low < high {
      let middle = (low + high) / 2
      if smallest[middle] < fingerprint { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
