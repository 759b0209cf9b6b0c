import Regex

/// Parts of addresses that were met before, so that the pattern is asked for new ones only: 河口区, 807号, 19栋.
///
/// What the pattern makes of the next part depends on the characters that it looks at. It is asked for a part
/// of a text that is cut behind the next few characters, with PCRE2's hard partial matching: an answer that
/// would look further is none, and a longer cut is tried. So what is kept holds whatever follows. Characters
/// that the pattern cannot tell apart are one (`AddressStepPatterns.code`): all digits, and most characters.
///
/// The key is a hash of 64 bits, begun with a secret of the run, beside the place in the table.
/// One worker's, 1 MiB. Cost: some 70 ns for a known part, 1 µs for a new one; the whole pattern 3 µs.
final class AddressStepMemo {
  private struct Capture {
    var part: UInt8 = 0
    /// In bytes from the beginning of the part that was asked for.
    var start: Int16 = 0
    var end: Int16 = 0
  }

  private enum Answer: UInt8 {
    /// Not asked yet.
    case unknown
    case part
    case none
    /// More characters must be known.
    case more
    /// More than fits in here: ask the whole pattern.
    case whole
  }

  private struct Entry {
    var key: UInt64 = 0
    var length: UInt16 = 0
    var answer = Answer.unknown
    /// It is a part with a number.
    var isNumbered = false
    var count: UInt8 = 0
    var captures = InlineArray<3, Capture>(repeating: Capture())
  }

  /// Characters behind the beginning of a part that are known at first, and if that is too few.
  private static let windows: InlineArray<4, Int> = [5, 8, 12, 18]
  private static let longestInBytes = 240
  private static let slotCount = 1 << 15
  /// What look-behinds of the pattern see at the beginning of a part.
  private static let charactersBefore = 2
  private static let start: UInt64 = 1
  private static let end: UInt64 = 2
  private static let addressesAtOnce = 1 << 13

  private let patterns: AddressStepPatterns
  private let matchers: (plain: Matcher, behindNumber: Matcher)
  private let groups: AddressParts.Groups
  private let numberGroup: Int
  private let seed: UInt64
  private let entries: Scratch<Entry>
  private let codes = Scratch<UInt16>(capacity: 128)
  /// Byte offset of each character, and of the end.
  private let offsets = Scratch<UInt16>(capacity: 128)
  /// Whether it is worth asking: of what is always new nothing is known.
  private(set) var isUseful = true
  private var addressCount = 0
  private var newCount = 0
  private var isReviewed = false

  /// - Parameter seed: a secret of the run.
  init(_ patterns: AddressStepPatterns, seed: UInt64) {
    self.patterns = patterns
    matchers = (Matcher(patterns.plain), Matcher(patterns.behindNumber))
    groups = AddressParts.Groups(of: patterns.plain)
    numberGroup = patterns.plain.group(named: "tail") ?? Int.max
    self.seed = seed
    entries = Scratch(capacity: Self.slotCount)
    for _ in 0..<Self.slotCount { entries.append(Entry()) }
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ code: UInt64) -> UInt64 {
    let mixed = (hash ^ code) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed &>> 32
  }

  /// What the pattern matches at the beginning of `text`; nil where it must be asked itself.
  func parts(of text: Span<UInt8>) -> AddressParts? {
    guard read(text) else { return nil }
    addressCount += 1
    if addressCount == Self.addressesAtOnce { review() }
    var parts = AddressParts(from: 0)
    var (at, isNumbered) = (0, false)
    while true {
      guard let slot = slot(text, at: at, isNumbered) else { return nil }
      let offset = Int(offsets[at])
      guard case .part = entries[slot].answer else { break }
      let entry = entries[slot]
      for i in 0..<Int(entry.count) {
        let capture = entry.captures[i]
        parts.set(
          Int(capture.part), from: offset + Int(capture.start), to: offset + Int(capture.end))
      }
      isNumbered = isNumbered || entry.isNumbered
      let end = offset + Int(entry.length)
      parts.extend(to: end)
      // A part without a character is the last one.
      if entry.length == 0 { break }
      while Int(offsets[at]) < end { at += 1 }
    }
    // What has no part may be an address of another sort.
    return at > 0 ? parts : nil
  }

  /// Reads the characters of `text`; false where it is too long, or has bytes that are none of the first plane.
  private func read(_ text: Span<UInt8>) -> Bool {
    guard text.count <= Self.longestInBytes else { return false }
    codes.removeAll()
    offsets.removeAll()
    var i = 0
    while i < text.count {
      let scalar = PlaceScalar(in: text, at: i)
      guard scalar.value >= 0x20, scalar.value < 0x10000 else { return false }
      if i == 0, patterns.refused.contains(scalar.value) { return false }
      codes.append(patterns.code(of: scalar.value))
      offsets.append(UInt16(truncatingIfNeeded: i))
      i += scalar.length
    }
    offsets.append(UInt16(truncatingIfNeeded: i))
    return true
  }

  /// Where the answer for the part at the character `at` stands; nil for the whole pattern.
  @inline(__always)
  private func slot(_ text: Span<UInt8>, at: Int, _ isNumbered: Bool) -> Int? {
    var hash = Self.mix(seed, isNumbered ? 1 : 0)
    for i in at - Self.charactersBefore..<at {
      hash = Self.mix(hash, i < 0 ? Self.start : UInt64(codes[i]))
    }
    var known = at
    for window in 0..<Self.windows.count {
      let reach = at + Self.windows[window]
      let isWhole = reach >= codes.count
      while known < min(reach, codes.count) {
        hash = Self.mix(hash, UInt64(codes[known]))
        known += 1
      }
      let key = isWhole ? Self.mix(hash, Self.end) : hash
      let slot = Int(truncatingIfNeeded: key &>> 20) & (Self.slotCount - 1)
      if entries[slot].key != key || entries[slot].answer == .unknown {
        ask(text, at, upTo: isWhole ? nil : reach, isNumbered, key, slot)
      }
      switch entries[slot].answer {
      case .part, .none: return slot
      case .more: continue
      case .whole, .unknown: return nil
      }
    }
    return nil
  }

  /// Asks the pattern for the part at the character `at` and keeps the answer.
  ///
  /// - Parameter limit: the first character that is not to be known; nil for the whole text.
  @inline(never)
  private func ask(
    _ text: Span<UInt8>, _ at: Int, upTo limit: Int?, _ isNumbered: Bool, _ key: UInt64,
    _ slot: Int
  ) {
    newCount += 1
    let matcher = isNumbered ? matchers.behindNumber : matchers.plain
    let start = Int(offsets[at])
    let cut = limit.map { Int(offsets[$0]) } ?? text.count
    var entry = Entry(key: key)
    switch matcher.match(text.extracting(0..<cut), at: start, readsOn: limit != nil) {
    case .none: entry.answer = .none
    case .more: entry.answer = .more
    case .limit: entry.answer = .whole
    case .match: keep(matcher, from: start, in: &entry)
    }
    entries[slot] = entry
  }

  private func keep(_ matcher: Matcher, from start: Int, in entry: inout Entry) {
    entry.answer = .whole
    guard let whole = matcher.range() else { return }
    entry.length = UInt16(whole.upperBound - start)
    entry.isNumbered = matcher.range(of: numberGroup) != nil
    for part in 0..<groups.count {
      guard let range = groups.range(ofPart: part, in: matcher) else { continue }
      guard Int(entry.count) < entry.captures.count else { return }
      entry.captures[Int(entry.count)] = Capture(
        part: UInt8(part), start: Int16(range.lowerBound - start),
        end: Int16(range.upperBound - start))
      entry.count += 1
    }
    entry.answer = .part
  }

  /// Gives up where more than one part of an address is new; of the first addresses, three.
  private func review() {
    isUseful = newCount < (isReviewed ? 1 : 3) * addressCount
    isReviewed = true
    (addressCount, newCount) = (0, 0)
  }
}
