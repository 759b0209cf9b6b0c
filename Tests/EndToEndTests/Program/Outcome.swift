import Foundation

/// What a run of a program left behind.
struct Outcome: Sendable {
  /// The exit status, or 128 + the number of the signal that ended it.
  let status: Int32
  let output: [UInt8]
  let error: [UInt8]
  /// The most memory it held, as the kernel counted it; 0 where it was too quick to be asked.
  let peakMemoryInBytes: Int
  let hasTimedOut: Bool

  var text: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: error, as: UTF8.self) }
}
