/// Something that was not read, and what that means for the run.
///
/// It is an `Error` so that a read that fails can throw it; what catches it keeps it as a value.
package struct Gap: Error, Equatable {
  package let reason: GapReason
  /// Bytes of the source that were not scanned because of it; nil when it cannot be known.
  package let bytes: UInt64?
  /// Offset in the source where reading stopped or resumed; nil for the whole source.
  package let byteOffset: UInt64?
  /// The system's error number, where one is the cause.
  package let errno: Int32?

  package init(
    _ reason: GapReason, bytes: UInt64? = nil, at byteOffset: UInt64? = nil, errno: Int32? = nil
  ) {
    self.reason = reason
    self.bytes = bytes
    self.byteOffset = byteOffset
    self.errno = errno
  }
}

/// The words of `coverage.csv`, each with its fixed effect on the exit status.
package enum GapReason: UInt8, Sendable, CaseIterable {
  // Without effect.
  case excluded
  case symlink
  case special
  case noText
  // These make a run incomplete.
  case unreadable
  case changed
  case truncated
  case encrypted
  case limit
  case unknownEncoding
  case malformed
  case matchLimit
  case recordTooLong
  case unsupportedData
  case interrupted

  package var name: String {
    switch self {
    case .excluded: "excluded"
    case .symlink: "symlink"
    case .special: "special"
    case .noText: "no-text"
    case .unreadable: "unreadable"
    case .changed: "changed"
    case .truncated: "truncated"
    case .encrypted: "encrypted"
    case .limit: "limit"
    case .unknownEncoding: "unknown-encoding"
    case .malformed: "malformed"
    case .matchLimit: "match-limit"
    case .recordTooLong: "record-too-long"
    case .unsupportedData: "unsupported-data"
    case .interrupted: "interrupted"
    }
  }

  /// Whether a run with such a gap is incomplete (exit status 2).
  package var makesIncomplete: Bool {
    switch self {
    case .excluded, .symlink, .special, .noText: false
    case .unreadable, .changed, .truncated, .encrypted, .limit, .unknownEncoding, .malformed,
      .matchLimit, .recordTooLong, .unsupportedData, .interrupted:
      true
    }
  }
}
