package import Findings

/// Makes bytes out of others piece by piece: the text of an archive, for one.
package protocol ByteProducer: AnyObject {
  /// Appends the next bytes to `output`, some 64 KiB at most.
  ///
  /// - Returns: false at the end; true otherwise, even if nothing was appended this time.
  /// - Throws: the gap that covers the rest.
  func produce(into output: inout [UInt8]) throws(Gap) -> Bool

  /// Bytes of what it is made from that were read so far.
  var bytesConsumed: UInt64 { get }

  /// What could not be made, where it went on behind it.
  var gaps: [Gap] { get }
}
