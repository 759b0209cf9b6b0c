/// The matchers of many patterns, one worker's, in one block of memory: a match costs no retain of any.
@safe
package final class MatcherBank {
  private let matchers: [Matcher]
  private let states: UnsafeMutablePointer<Matcher.State>

  package init(_ patterns: [Pattern]) {
    matchers = patterns.map { Matcher($0) }
    unsafe states = .allocate(capacity: max(1, matchers.count))
    for (i, matcher) in matchers.enumerated() {
      unsafe (states + i).initialize(to: matcher.state)
    }
  }

  deinit { unsafe states.deallocate() }

  /// What `Matcher.match` of the pattern at `index` gives.
  package func match(_ index: Int, _ subject: Span<UInt8>, at offset: Int) -> Matcher.Outcome {
    precondition(index >= 0 && index < matchers.count, "there is no such pattern")
    return unsafe states[index].match(subject, at: offset)
  }

  /// What `Matcher.range` of the pattern at `index` gives.
  package func range(_ index: Int) -> Range<Int>? {
    precondition(index >= 0 && index < matchers.count, "there is no such pattern")
    return unsafe states[index].range(of: 0)
  }
}
