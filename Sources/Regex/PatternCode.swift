import CPCRE2

/// What PCRE2 makes of a pattern: code, with machine code where that is asked for and can be.
@safe
final class PatternCode: @unchecked Sendable {
  // @unchecked: `code` is never written after `init`; each worker has its own `Matcher`.
  let code: OpaquePointer
  /// There is machine code.
  let isTranslated: Bool

  /// - Throws: `PatternError` with the position and PCRE2's own message.
  init(
    _ source: String, mode: Pattern.Mode, isTranslated: Bool, readsOn: Bool = false
  ) throws(PatternError) {
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
    var sorts = UInt32(PCRE2_JIT_COMPLETE)
    if readsOn { sorts |= UInt32(PCRE2_JIT_PARTIAL_HARD) }
    unsafe self.isTranslated = isTranslated && pcre2_jit_compile_8(compiled, sorts) == 0
  }

  deinit { unsafe pcre2_code_free_8(code) }

  func group(named name: String) -> Int? {
    let number = unsafe pcre2_substring_number_from_name_8(code, name)
    return number > 0 ? Int(number) : nil
  }

  func makeMatchData() -> OpaquePointer {
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
