/// Holds findings against expectations.
///
/// A finding is right when the types are equal and the spans overlap by at least 80 % of both. Each
/// expected value is found once; a second finding of it is a false alarm.
struct FindingComparison {
  /// Types that the corpus plants everywhere they occur. Others are counted and not judged.
  static let judged: Set<String> = [
    "resident-id", "mobile-phone", "landline-phone", "bank-card", "address", "imei", "imsi",
    "email", "birth-date",
  ]

  /// What became of an expected value.
  struct Outcome {
    var isFound = false
    var isExact = false
    /// Facts of the right finding that differ: `age_band`, `kind`, `table`, `field`, `record`.
    var wrongFacts: [String] = []
  }

  /// A finding where nothing of its type was planted.
  struct FalseAlarm {
    let path: String
    let type: String
    let start: Int
    let end: Int
    let surrounding: String
    let reason: String
  }

  /// Right and wrong findings of one level.
  struct Tally {
    var right = 0
    var wrong = 0
  }

  let expected: [ExpectedItem]
  private let types: Set<String>
  /// By level, then type: how often findings were right.
  private(set) var tallies: [String: [String: Tally]] = [:]
  private(set) var outcomes: [Outcome]
  private(set) var falseAlarms: [FalseAlarm] = []
  private(set) var otherTypes = 0
  private(set) var belowLevel = 0
  private(set) var inExpectations = 0
  /// Indices into `expected`, in the order of their offsets.
  private var byPath: [String: [Int]] = [:]
  private var inNames: [Int] = []

  /// `types` are the ones that are judged.
  init(expected: [ExpectedItem], types: Set<String> = FindingComparison.judged) {
    self.expected = expected
    self.types = types
    outcomes = Array(repeating: Outcome(), count: expected.count)
    for (index, item) in expected.enumerated() {
      if item.start == nil {
        inNames.append(index)
      } else {
        byPath[item.path, default: []].append(index)
      }
    }
    for path in byPath.keys {
      byPath[path]?.sort { (expected[$0].start ?? 0) < (expected[$1].start ?? 0) }
    }
  }

  var factErrors: Int { outcomes.reduce(0) { $0 + $1.wrongFacts.count } }

  mutating func take(_ finding: ReportedFinding, root: String, weakestLevel: Int) {
    let path = relative(finding.path, root: root)
    if path.hasSuffix("expected.jsonl") || path.hasSuffix("expected-inventory.jsonl") {
      inExpectations += 1
      return
    }
    guard types.contains(finding.type) else {
      otherTypes += 1
      return
    }
    guard (ReportedFinding.levels.firstIndex(of: finding.level) ?? 0) >= weakestLevel else {
      belowLevel += 1
      return
    }
    if takeName(finding, path: path) { return tally(finding, isRight: true) }
    let items = byPath[path] ?? []
    let touched = overlapping(finding, in: items)
    guard
      let index = touched.first(where: {
        expected[$0].type == finding.type && covers(finding, expected[$0])
      })
    else {
      // Where finding a value is left open, so is what it is called.
      if touched.contains(where: { !expected[$0].isAsked && covers(finding, expected[$0]) }) {
        return
      }
      let reason = touched.first.map {
        expected[$0].type == finding.type ? "span" : expected[$0].type
      }
      return raise(finding, path, touched.first ?? nearest(finding, in: items), reason ?? "decoy")
    }
    if outcomes[index].isFound { return raise(finding, path, index, "twice") }
    outcomes[index].isFound = true
    // What may be found and need not be tells nothing of the level's promise.
    if expected[index].isAsked { tally(finding, isRight: true) }
    outcomes[index].isExact =
      finding.start == expected[index].start && finding.end == expected[index].end
    outcomes[index].wrongFacts = wrongFacts(finding, expected[index])
  }

  /// The path below the corpus folder.
  private func relative(_ path: String, root: String) -> String {
    var text = Substring(path)
    while text.hasPrefix("./") { text = text.dropFirst(2) }
    var base = Substring(root)
    while base.hasPrefix("./") { base = base.dropFirst(2) }
    while base.hasSuffix("/") { base = base.dropLast() }
    if !base.isEmpty, text.hasPrefix(base + "/") { return String(text.dropFirst(base.count + 1)) }
    var rest = text
    while true {
      if byPath[String(rest)] != nil { return String(rest) }
      guard let slash = rest.firstIndex(of: "/") else { return String(text) }
      rest = rest[rest.index(after: slash)...]
    }
  }

  /// A value in a file's name: reports mask it there, so the rest of the name decides.
  private mutating func takeName(_ finding: ReportedFinding, path: String) -> Bool {
    for index in inNames where expected[index].type == finding.type && !outcomes[index].isFound {
      let part = expected[index].path.split(separator: expected[index].value, maxSplits: 1)
      guard part.count == 2, path.hasPrefix(part[0]) || path.contains("/" + part[0]),
        path.hasSuffix(part[1])
      else { continue }
      outcomes[index].isFound = true
      outcomes[index].isExact = true
      return true
    }
    return false
  }

  private func overlapping(_ finding: ReportedFinding, in items: [Int]) -> [Int] {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if (expected[items[middle]].end ?? 0) <= finding.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Int] = []
    while low < items.count, (expected[items[low]].start ?? 0) < finding.end {
      found.append(items[low])
      low += 1
    }
    return found
  }

  private func covers(_ finding: ReportedFinding, _ item: ExpectedItem) -> Bool {
    guard let start = item.start, let end = item.end else { return false }
    let common = min(end, finding.end) - max(start, finding.start)
    return common * 10 >= (end - start) * 8 && common * 10 >= (finding.end - finding.start) * 8
  }

  private func nearest(_ finding: ReportedFinding, in items: [Int]) -> Int? {
    items.min {
      abs((expected[$0].start ?? 0) - finding.start)
        < abs((expected[$1].start ?? 0) - finding.start)
    }
  }

  private mutating func raise(
    _ finding: ReportedFinding, _ path: String, _ neighbour: Int?, _ reason: String
  ) {
    tally(finding, isRight: false)
    let folder = path.split(separator: "/").first.map(String.init) ?? path
    falseAlarms.append(
      FalseAlarm(
        path: path, type: finding.type, start: finding.start, end: finding.end,
        surrounding: neighbour.map { expected[$0].surrounding } ?? folder, reason: reason))
  }

  private mutating func tally(_ finding: ReportedFinding, isRight: Bool) {
    if isRight {
      tallies[finding.level, default: [:]][finding.type, default: Tally()].right += 1
    } else {
      tallies[finding.level, default: [:]][finding.type, default: Tally()].wrong += 1
    }
  }

  private func wrongFacts(_ finding: ReportedFinding, _ item: ExpectedItem) -> [String] {
    var wrong: [String] = []
    if finding.ageBand != item.ageBand { wrong.append("age_band") }
    if finding.kind != item.kind { wrong.append("kind") }
    guard let table = item.table else { return wrong }
    let found = finding.table ?? ""
    if found != table, !found.hasSuffix("." + table), !table.hasSuffix("." + found) {
      wrong.append("table")
    }
    if finding.field != item.field { wrong.append("field") }
    if finding.record != item.record { wrong.append("record") }
    return wrong
  }
}
