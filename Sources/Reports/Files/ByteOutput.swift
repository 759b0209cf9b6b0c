package import Findings

/// Where the bytes of a report go.
package protocol ByteOutput: AnyObject {
  /// Writes all of `bytes` before it returns.
  func write(_ bytes: [UInt8]) throws(OutputError)
}
