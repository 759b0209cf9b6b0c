import Findings

/// One value has one type.
extension Finder {
  /// Among look-alikes that overlap the heaviest evidence wins, then the longer, then the earlier;
  /// what starts in `core` becomes a hit.
  func settle(_ text: Span<UInt8>, _ core: Range<Int>) {
    if lookAlikes.count > 1 { sortLookAlikes() }
    var first = 0
    while first < lookAlikes.count {
      var end = first + 1
      var reach = lookAlikes[first].range.upperBound
      while end < lookAlikes.count, lookAlikes[end].range.lowerBound < reach {
        reach = max(reach, lookAlikes[end].range.upperBound)
        end += 1
      }
      if end == first + 1 {
        emit(lookAlikes[first], text, core)
      } else {
        for winner in winners(among: first..<end) { emit(lookAlikes[winner], text, core) }
      }
      first = end
    }
  }

  /// Those of a cell are few, and mostly in order; those of a long text may be tens of thousands.
  private static let fewLookAlikes = 32

  private func sortLookAlikes() {
    guard lookAlikes.count <= Self.fewLookAlikes else { return sortManyLookAlikes() }
    for i in 1..<lookAlikes.count {
      let moved = lookAlikes[i]
      var k = i
      while k > 0, Self.comesBefore(moved, lookAlikes[k - 1]) {
        lookAlikes[k] = lookAlikes[k - 1]
        k -= 1
      }
      if k < i { lookAlikes[k] = moved }
    }
  }

  private func sortManyLookAlikes() {
    let order = lookAlikes.indices.sorted { a, b in
      if Self.comesBefore(lookAlikes[a], lookAlikes[b]) { return true }
      return a < b && !Self.comesBefore(lookAlikes[b], lookAlikes[a])
    }
    let sorted = order.map { lookAlikes[$0] }
    for (i, lookAlike) in sorted.enumerated() { lookAlikes[i] = lookAlike }
  }

  private static func comesBefore(_ a: borrowing LookAlike, _ b: borrowing LookAlike) -> Bool {
    (a.range.lowerBound, b.range.upperBound, a.form)
      < (b.range.lowerBound, a.range.upperBound, b.form)
  }

  private func winners(among cluster: Range<Int>) -> [Int] {
    let byWeight = cluster.sorted {
      let (a, b) = (lookAlikes[$0], lookAlikes[$1])
      return (b.decibans, b.range.count, $0) < (a.decibans, a.range.count, $1)
    }
    var taken: [Int] = []
    for candidate in byWeight
    where !taken.contains(where: { lookAlikes[$0].range.overlaps(lookAlikes[candidate].range) }) {
      taken.append(candidate)
    }
    return taken.sorted()
  }

  private func emit(_ lookAlike: LookAlike, _ text: Span<UInt8>, _ core: Range<Int>) {
    guard core.contains(lookAlike.range.lowerBound) else { return }
    let index = lookAlike.told ?? traits[lookAlike.form].rule
    let maskedStart = arena.count
    if isRead(index) { mask(lookAlike, text, masks[index]) }
    var labels = lookAlike.facts.labels
    let values = canonical
    if published.contains(
      values.span.extracting(lookAlike.canonical), ofRule: index)
    {
      labels.insert(.testData)
    }
    found.append(
      Hit(
        rule: UInt16(index), basis: lookAlike.basis, kind: lookAlike.kind,
        role: lookAlike.role,
        labels: labels, concealment: lookAlike.concealment,
        decibans: Int16(clamping: lookAlike.decibans), range: lookAlike.range,
        birth: lookAlike.facts.birth, ageInYears: lookAlike.facts.ageInYears,
        fingerprint: fingerprint(of: index, lookAlike.canonical),
        masked: maskedStart..<arena.count, evidence: lookAlike.evidence))
  }

  /// Whether somebody may read the masked forms of a rule's hits.
  @inline(__always)
  func isRead(_ rule: Int) -> Bool { unread == 0 || rule > 63 || unread >> UInt64(rule) & 1 == 0 }

  /// Appends the masked form of a look-alike.
  private func mask(_ lookAlike: LookAlike, _ text: Span<UInt8>, _ mask: MaskStyle) {
    let isConcealed: Bool
    if case .none = lookAlike.concealment { isConcealed = false } else { isConcealed = true }
    if isConcealed {
      Masker.append(text.extracting(lookAlike.range), .hidden, keepingBytes: 0, to: &arena)
    } else if case .name = mask {
      let value = text.extracting(lookAlike.range)
      Masker.append(value, mask, keepingBytes: surnameInBytes(value), to: &arena)
    } else if case .address = mask {
      Masker.append(
        text.extracting(lookAlike.range), mask, keepingBytes: lookAlike.visiblePrefix,
        to: &arena)
    } else if Self.isASCII(text, lookAlike.range) {
      Masker.append(text.extracting(lookAlike.range), mask, keepingBytes: 0, to: &arena)
    } else {
      // Full-width digits are digits to the mask too.
      folding.fold(text, lookAlike.range)
      let folded = folding.bytes
      Masker.append(folded.span, mask, keepingBytes: 0, to: &arena)
    }
  }

  private static func isASCII(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var bits: UInt8 = 0
    for i in range { bits |= text[i] }
    return bits < 0x80
  }

  /// What a masked name shows: its surname, or the first character of another.
  private func surnameInBytes(_ value: Span<UInt8>) -> Int {
    guard value[0] >= 0x80 else { return 1 }
    return 3 * (ruleSet.names?.surnameLength(value) ?? 1)
  }

  /// Over the type's id, a zero byte and the canonical form.
  func fingerprint(of rule: Int, _ value: Range<Int>) -> Fingerprint {
    let (input, values, names) = (fingerprinted, canonical, typeNames)
    input.removeAll()
    input.append(contentsOf: names.span.extracting(typeNameRanges[rule]))
    input.append(contentsOf: values.span.extracting(value))
    return key.fingerprint(input.span)
  }
}
