import Detectors

/// How often each signal was met with real values of a type and with others that its patterns match, in
/// one corpus.
struct SignalTally {
  struct Count {
    var real = 0
    var other = 0

    static func += (a: inout Count, b: Count) {
      a.real += b.real
      a.other += b.other
    }

    mutating func add(isReal: Bool) {
      if isReal { real += 1 } else { other += 1 }
    }
  }

  struct Population: Hashable {
    let rule: String
    /// `text` or `cell`.
    let surrounding: String
  }

  let corpus: String
  let isOurs: Bool
  /// Matches, and among them those with a signal; a match without any counts as `nil`.
  private(set) var all: [Population: Count] = [:]
  private(set) var with: [Population: [Signal?: Count]] = [:]

  init(corpus: String, isOurs: Bool) {
    self.corpus = corpus
    self.isOurs = isOurs
  }

  /// Counts one match. In a cell it counts among the cells, and where the cell holds more than the
  /// value, hence may hold a label, among text too.
  mutating func count(_ signals: Set<Signal>, of rule: String, isInCell: Bool, isReal: Bool) {
    if isInCell {
      add(signals, Population(rule: rule, surrounding: "cell"), isReal)
    }
    if !signals.contains(.wholeValue) {
      add(signals, Population(rule: rule, surrounding: "text"), isReal)
    }
  }

  private mutating func add(_ signals: Set<Signal>, _ population: Population, _ isReal: Bool) {
    all[population, default: Count()].add(isReal: isReal)
    let own = signals.filter { $0.surrounding == population.surrounding }
    for signal in own {
      with[population, default: [:]][signal, default: Count()].add(isReal: isReal)
    }
    if own.isEmpty { with[population, default: [:]][nil, default: Count()].add(isReal: isReal) }
  }

  /// Takes in another corpus of the same origin.
  mutating func add(_ other: SignalTally) {
    for (population, count) in other.all { all[population, default: Count()] += count }
    for (population, counts) in other.with {
      for (signal, count) in counts {
        with[population, default: [:]][signal, default: Count()] += count
      }
    }
  }
}
