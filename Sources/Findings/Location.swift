/// A place in a source, as a reader of the report finds it again.
package struct Location: Equatable, Sendable {
  /// Bytes from the start of the source as stored (before decoding), 0-based.
  package var byteOffset: UInt64
  /// 1-based, counted from the start of the *part* that is being read; the ledger adds the lines
  /// of the parts before it.
  package var line: UInt64
  /// 1-based, in Unicode scalars from the start of the line.
  package var column: UInt64

  package init(byteOffset: UInt64, line: UInt64, column: UInt64) {
    self.byteOffset = byteOffset
    self.line = line
    self.column = column
  }
}

/// Turns an offset of the text that is being pushed into a place in the source.
///
/// A reader conforms and is asked only for hits, during the push call itself; so nothing is
/// computed for text in which nothing is found.
package protocol Locator: AnyObject {
  /// Where byte `offset` (0...count, in the span of the current push) stands in the source.
  /// Amortised O(1) for offsets asked in rising order.
  func locate(_ offset: Int) -> Location
}
