import Findings

/// A file of another report, read from its beginning to its end.
final class InputFile {
  let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var place = 0
  private static let chunkInBytes = 64 * 1024

  init(path: String) throws(MergeError) {
    self.path = path
    do {
      descriptor = try SystemCalls.openFile(path)
    } catch {
      throw .unreadable(path: path, errno: error.errno)
    }
  }

  deinit {
    do { try SystemCalls.close(descriptor) } catch {}
  }

  /// The next bytes, at most `count` of them; none at the end of the file.
  func read(upTo count: Int) throws(MergeError) -> [UInt8] {
    if place == buffer.count {
      do {
        buffer = try SystemCalls.read(descriptor, upTo: Self.chunkInBytes)
      } catch {
        throw .unreadable(path: path, errno: error.errno)
      }
      place = 0
    }
    let end = min(buffer.count, place + count)
    defer { place = end }
    return Array(buffer[place..<end])
  }

  /// Just so many bytes, given piece by piece, so that a length that lies costs no memory.
  func read(
    exactly count: Int, _ take: ([UInt8]) throws(MergeError) -> Void
  ) throws(MergeError) {
    var left = count
    while left > 0 {
      let bytes = try read(upTo: left)
      guard !bytes.isEmpty else { throw .malformed(path: path) }
      left -= bytes.count
      try take(bytes)
    }
  }

  func read(exactly count: Int) throws(MergeError) -> [UInt8] {
    var all: [UInt8] = []
    try read(exactly: count) { bytes throws(MergeError) in all += bytes }
    return all
  }
}
