import CPCRE2

/// A compiled regular expression: PCRE2, anchored at the offset a match is asked for, with JIT.
///
/// Compiling costs some 50 µs, with JIT about twice that; patterns are compiled once a run and
/// shared by all workers (PCRE2 documents compiled code as read-only and thread-safe).
@safe
package final class Pattern: @unchecked Sendable {
  // @unchecked: `code` is never written after `init`; each worker has its own `Matcher`.
  fileprivate let code: OpaquePointer

  package enum Mode: Sendable {
    /// The subject is bytes. `[路街]` would be a set of bytes, so only for ASCII patterns.
    case bytes
    /// The subject is UTF-8 that may hold invalid sequences, which match nothing.
    case unicode
  }

  /// Compiles `source` in free-spacing form (white space and `#` comments are ignored).
  ///
  /// - Throws: `PatternError` with the position and PCRE2's own message.
  package init(_ source: String, mode: Mode) throws(PatternError) {
    // Anchoring belongs to compile time: as a match option it is ignored by JIT code and switches
    // the JIT off in `pcre2_match` (690 µs a candidate against 0.03 µs).
    var options = UInt32(PCRE2_ANCHORED) | UInt32(PCRE2_EXTENDED)
    if mode == .unicode {
      options |= UInt32(PCRE2_UTF) | UInt32(PCRE2_MATCH_INVALID_UTF)
    }
    var errorCode: Int32 = 0
    var errorOffset = 0
    var text = source
    let compiled = text.withUTF8 { bytes in
      unsafe pcre2_compile_8(
        bytes.baseAddress, bytes.count, options, &errorCode, &errorOffset, nil)
    }
    guard let compiled = unsafe compiled else {
      throw PatternError(offset: errorOffset, message: Self.message(of: errorCode))
    }
    unsafe code = compiled
    // Without JIT (a kernel that forbids executable memory) the interpreter gives the same matches.
    unsafe isJITCompiled = pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE)) == 0
  }

  deinit { unsafe pcre2_code_free_8(code) }

  package let isJITCompiled: Bool

  /// The number of the named group, or nil if the pattern has none of that name.
  package func group(named name: String) -> Int? {
    let number = unsafe pcre2_substring_number_from_name_8(code, name)
    return number > 0 ? Int(number) : nil
  }

  fileprivate func makeMatchData() -> OpaquePointer {
    guard let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil) else {
      preconditionFailure("out of memory for match data")
    }
    return unsafe data
  }

  private static func message(of errorCode: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe pcre2_get_error_message_8(errorCode, $0.baseAddress, $0.count)
    }
    return String(decoding: buffer.prefix(Int(max(0, count))), as: UTF8.self)
  }
}

/// What a pattern's text did to the compiler.
package struct PatternError: Error, Equatable, Sendable {
  /// Bytes from the start of the pattern.
  package let offset: Int
  package let message: String
}

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
  }

  package enum Outcome: Equatable, Sendable {
    case match
    case none
    /// The match limit was reached: the answer is not known, which is a gap.
    case limit
  }

  /// - Parameter matchLimit: bounds the work of a call (PCRE2's match limit; the JIT counts
  ///   backtracking points). 100,000 is a few milliseconds.
  package init(_ pattern: Pattern, matchLimit: UInt32 = 100_000) {
    self.pattern = pattern
    guard let context = unsafe pcre2_match_context_create_8(nil) else {
      preconditionFailure("out of memory for a match context")
    }
    unsafe pcre2_set_match_limit_8(context, matchLimit)
    unsafe state = State(
      code: pattern.code, usesJIT: pattern.isJITCompiled, data: pattern.makeMatchData(),
      context: context)
  }

  deinit {
    unsafe pcre2_match_data_free_8(state.data)
    unsafe pcre2_match_context_free_8(state.context)
  }

  /// Matches at exactly `offset` of `subject`. Bytes before `offset` are seen by look-behinds.
  package func match(_ subject: Span<UInt8>, at offset: Int) -> Outcome {
    state.match(subject, at: offset)
  }

  /// The range of the last match (group 0) or of a group; nil for a group that took no part.
  package func range(of group: Int = 0) -> Range<Int>? { state.range(of: group) }
}

extension Matcher.State {
  @inline(__always)
  func match(_ subject: Span<UInt8>, at offset: Int) -> Matcher.Outcome {
    // `pcre2_jit_match` leaves out the checks of arguments that hold here (15 ns against 22 ns).
    let result = unsafe subject.withUnsafeBufferPointer { bytes in
      usesJIT
        ? unsafe pcre2_jit_match_8(
          code, bytes.baseAddress, bytes.count, offset, 0, data, context)
        : unsafe pcre2_match_8(code, bytes.baseAddress, bytes.count, offset, 0, data, context)
    }
    if result > 0 { return .match }
    return result == PCRE2_ERROR_NOMATCH || result == PCRE2_ERROR_PARTIAL ? .none : .limit
  }

  @inline(__always)
  func range(of group: Int) -> Range<Int>? {
    guard let offsets = unsafe pcre2_get_ovector_pointer_8(data),
      case let count = unsafe Int(pcre2_get_ovector_count_8(data)), group < count
    else { return nil }
    let start = unsafe offsets[2 * group]
    let end = unsafe offsets[2 * group + 1]
    // PCRE2_UNSET, all bits one, is -1 as an Int.
    guard start >= 0, start <= end else { return nil }
    return start..<end
  }
}
