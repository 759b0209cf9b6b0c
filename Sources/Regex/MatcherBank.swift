/// The matchers of many patterns, one worker's, in one block of memory: a match costs no retain of any.
///
/// A matcher is made when its pattern is first asked for.
@safe
package final class MatcherBank {
  private let patterns: [Pattern]
  private var matchers: [Matcher] = []
  private let states: UnsafeMutablePointer<Matcher.State?>

  package init(_ patterns: [Pattern]) {
    self.patterns = patterns
    unsafe states = .allocate(capacity: max(1, patterns.count))
    unsafe states.initialize(repeating: nil, count: patterns.count)
  }

  deinit { unsafe states.deallocate() }

  /// What `Matcher.match` of the pattern at `index` gives.
  package func match(_ index: Int, _ subject: Span<UInt8>, at offset: Int) -> Matcher.Outcome {
    precondition(index >= 0 && index < patterns.count, "there is no such pattern")
    guard let state = unsafe states[index] else {
      return makeState(index).match(subject, at: offset)
    }
    return state.match(subject, at: offset)
  }

  /// What `Matcher.range` of the pattern at `index` gives; nil before its first match.
  package func range(_ index: Int) -> Range<Int>? {
    precondition(index >= 0 && index < patterns.count, "there is no such pattern")
    return unsafe states[index]?.range(of: 0)
  }

  @inline(never)
  private func makeState(_ index: Int) -> Matcher.State {
    let matcher = Matcher(patterns[index])
    matchers.append(matcher)
    unsafe states[index] = matcher.state
    return matcher.state
  }
}
