import Findings

/// Undoes the compression of a stream that comes in chunks, a bounded step at a time.
@safe
final class ChunkDecoder {
  /// The most bytes that one step makes.
  static let stepInBytes = 64 * 1024

  private let decoder: any StreamDecoder
  private var input: [UInt8] = []
  private var position = 0
  /// The last step filled all the room there was: there may be more to come.
  private var holdsBack = false
  /// The stream has ended with its checksum; what is fed beyond that is ignored.
  private(set) var isFinished = false

  /// - Throws: `unreadable` if there is no memory for it.
  init(_ decoder: any StreamDecoder) throws(Gap) {
    self.decoder = decoder
    try decoder.begin()
  }

  /// Begins a new stream.
  func reset() throws(Gap) {
    try decoder.begin()
    input = []
    position = 0
    holdsBack = false
    isFinished = false
  }

  /// All that was fed is used up.
  var needsInput: Bool { isFinished || position == input.count && !holdsBack }

  /// Gives the next bytes of the stream; what was given before must be used up.
  func feed(_ bytes: [UInt8]) {
    input = bytes
    position = 0
  }

  /// Appends at most `stepInBytes` to `output`.
  ///
  /// - Throws: `malformed` for bytes that are no such stream, `limit` for one that asks for too much memory.
  func decode(into output: inout [UInt8]) throws(Gap) {
    guard !needsInput else { return }
    var step = DecodedStep(consumed: 0, produced: 0, state: .going)
    let before = position
    output += unsafe [UInt8](unsafeUninitializedCapacity: Self.stepInBytes) { target, count in
      step = unsafe input.withUnsafeBytes { source in
        unsafe decoder.decode(
          UnsafeRawBufferPointer(rebasing: source[before...]),
          into: UnsafeMutableRawBufferPointer(start: target.baseAddress, count: Self.stepInBytes))
      }
      count = step.produced
    }
    position += step.consumed
    holdsBack = step.produced == Self.stepInBytes
    isFinished = step.state == .ended
    switch step.state {
    case .going, .ended: break
    case .malformed: throw Gap(.malformed)
    case .beyondLimit: throw Gap(.limit)
    }
    // Neither used up nor made: a stream that leads nowhere.
    if step.consumed == 0, step.produced == 0, position < input.count, !isFinished {
      throw Gap(.malformed)
    }
  }
}
