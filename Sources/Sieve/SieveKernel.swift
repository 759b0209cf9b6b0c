internal import CSieve

/// The instructions that the sieve is made of. All mark the same; the best that the processor can run is
/// taken.
package enum SieveKernel: CaseIterable, Sendable {
  case avx512
  case avx2
  case sse2
  case neon
  /// Eight bytes in a word: what runs everywhere.
  case plain

  /// Whether this processor has them.
  package var isAvailable: Bool { csieve_can_run(code) != 0 }

  /// The widest there is.
  package static let best = allCases.first { $0.isAvailable } ?? .plain

  var code: csieve_kernel {
    switch self {
    case .avx512: CSIEVE_AVX512
    case .avx2: CSIEVE_AVX2
    case .sse2: CSIEVE_SSE2
    case .neon: CSIEVE_NEON
    case .plain: CSIEVE_PLAIN
    }
  }
}
