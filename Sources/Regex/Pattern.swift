import Synchronization

/// A compiled regular expression: PCRE2, anchored at the offset a match is asked for, with JIT.
///
/// Compiling costs some 10 µs, with machine code four times that. It is done when the first match is asked for,
/// once a run, and shared by all workers (PCRE2 documents compiled code as read-only and thread-safe): most runs
/// meet few of the patterns that there are.
package final class Pattern: Sendable {
  private let source: String
  private let mode: Mode
  /// It is matched at texts that go on (`Matcher.match(_:at:readsOn:)`).
  private let readsOn: Bool
  private let compiled = AtomicLazyReference<PatternCode>()

  package enum Mode: Sendable {
    /// The subject is bytes. `[路街]` would be a set of bytes, so only for ASCII patterns.
    case bytes
    /// The subject is UTF-8 that may hold invalid sequences, which match nothing.
    case unicode
  }

  /// A pattern in free-spacing form (white space and `#` comments are ignored), which is compiled once to see
  /// that it is sound.
  ///
  /// - Throws: `PatternError` with the position and PCRE2's own message.
  package convenience init(_ source: String, mode: Mode) throws(PatternError) {
    _ = try PatternCode(source, mode: mode, isTranslated: false)
    self.init(proven: source, mode: mode)
  }

  /// A pattern that is known to compile.
  ///
  /// - Parameter readsOn: it will be matched at texts that go on, for which there is machine code of its own.
  package init(proven source: String, mode: Mode, readsOn: Bool = false) {
    self.source = source
    self.mode = mode
    self.readsOn = readsOn
  }

  /// Whether matches run as machine code.
  package var isJITCompiled: Bool { code.isTranslated }

  /// The number of the named group, or nil if the pattern has none of that name.
  package func group(named name: String) -> Int? { code.group(named: name) }

  /// Workers that ask at the same moment may each compile; all use what the first of them has stored.
  var code: PatternCode {
    if let code = compiled.load() { return code }
    do {
      return compiled.storeIfNil(
        try PatternCode(source, mode: mode, isTranslated: true, readsOn: readsOn))
    } catch {
      preconditionFailure("a pattern that was proven does not compile: \(error.message)")
    }
  }
}

/// What a pattern's text did to the compiler.
package struct PatternError: Error, Equatable, Sendable {
  /// Bytes from the start of the pattern.
  package let offset: Int
  package let message: String
}
