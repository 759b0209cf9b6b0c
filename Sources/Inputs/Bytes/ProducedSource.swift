package import Findings

/// Delivers what a producer makes. It holds no more than one piece.
package final class ProducedSource: ByteSource {
  package let producer: any ByteProducer
  private var piece: [UInt8] = []
  private var position = 0
  private var hasEnded = false
  /// Why nothing more comes, once what was made before is delivered.
  private var failure: Gap?

  package init(_ producer: any ByteProducer) {
    self.producer = producer
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    while position == piece.count, !hasEnded {
      if let failure { throw failure }
      piece.removeAll(keepingCapacity: true)
      position = 0
      do throws(Gap) {
        hasEnded = try !producer.produce(into: &piece)
      } catch {
        failure = error
      }
    }
    let count = min(buffer.count, piece.count - position)
    unsafe buffer.copyBytes(from: piece[position..<position + count])
    position += count
    return count
  }
}
