import CPCRE2

/// One worker's state for matching one pattern. Not to be shared between threads.
@safe
package final class Matcher {
  /// Keeps the code alive.
  private let pattern: Pattern
  let state: State

  /// What a match needs, plain memory of the matcher.
  @safe
  struct State: BitwiseCopyable {
    fileprivate let code: OpaquePointer
    fileprivate let usesJIT: Bool
    fileprivate let data: OpaquePointer
    fileprivate let context: OpaquePointer
    /// Where the match data keeps its offsets, for as long as it lives: two for each group.
    fileprivate let offsets: UnsafeMutablePointer<Int>
    fileprivate let groupCount: Int
  }

  package enum Outcome: Equatable, Sendable {
    case match
    case none
    /// The match limit was reached: the answer is not known, which is a gap.
    case limit
    /// The answer hangs on what follows the subject; only of one that goes on.
    case more
  }

  /// - Parameter matchLimit: bounds the work of a call (PCRE2's match limit; the JIT counts
  ///   backtracking points). 100,000 is a few milliseconds.
  package init(_ pattern: Pattern, matchLimit: UInt32 = 100_000) {
    self.pattern = pattern
    guard let context = unsafe pcre2_match_context_create_8(nil) else {
      preconditionFailure("out of memory for a match context")
    }
    unsafe pcre2_set_match_limit_8(context, matchLimit)
    let code = pattern.code
    let data = unsafe code.makeMatchData()
    guard let offsets = unsafe pcre2_get_ovector_pointer_8(data) else {
      preconditionFailure("match data without offsets")
    }
    unsafe state = State(
      code: code.code, usesJIT: code.isTranslated, data: data, context: context,
      offsets: offsets, groupCount: Int(pcre2_get_ovector_count_8(data)))
  }

  deinit {
    unsafe pcre2_match_data_free_8(state.data)
    unsafe pcre2_match_context_free_8(state.context)
  }

  /// Matches at exactly `offset` of `subject`. Bytes before `offset` are seen by look-behinds.
  package func match(_ subject: Span<UInt8>, at offset: Int) -> Outcome {
    state.match(subject, at: offset)
  }

  /// The same for a subject that is the beginning of a text, if `readsOn`: a match, or none, is the same
  /// whatever follows (PCRE2's hard partial matching, pcre2partial, "Partial matching using
  /// PCRE2_PARTIAL_HARD"). The pattern is one that was made for it.
  package func match(_ subject: Span<UInt8>, at offset: Int, readsOn: Bool) -> Outcome {
    state.match(subject, at: offset, options: readsOn ? UInt32(PCRE2_PARTIAL_HARD) : 0)
  }

  /// The range of the last match (group 0) or of a group; nil for a group that took no part.
  package func range(of group: Int = 0) -> Range<Int>? { state.range(of: group) }
}

extension Matcher.State {
  @inline(__always)
  func match(
    _ subject: Span<UInt8>, at offset: Int, options: UInt32 = 0
  ) -> Matcher.Outcome {
    // `pcre2_jit_match` leaves out the checks of arguments that hold here (15 ns against 22 ns).
    let result = unsafe subject.withUnsafeBufferPointer { bytes in
      usesJIT
        ? unsafe pcre2_jit_match_8(
          code, bytes.baseAddress, bytes.count, offset, options, data, context)
        : unsafe pcre2_match_8(code, bytes.baseAddress, bytes.count, offset, options, data, context)
    }
    if result > 0 { return .match }
    if result == PCRE2_ERROR_NOMATCH { return .none }
    return result == PCRE2_ERROR_PARTIAL ? .more : .limit
  }

  @inline(__always)
  func range(of group: Int) -> Range<Int>? {
    guard group < groupCount else { return nil }
    let start = unsafe offsets[2 * group]
    let end = unsafe offsets[2 * group + 1]
    // PCRE2_UNSET, all bits one, is -1 as an Int.
    guard start >= 0, start <= end else { return nil }
    return start..<end
  }
}
