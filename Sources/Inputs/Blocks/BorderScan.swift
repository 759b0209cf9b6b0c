/// Looks for borders of records, faster than reading them: what one format knows for `BlockCutter`.
protocol BorderScan {
  /// Goes on from window index `index`.
  ///
  /// - Parameters:
  ///   - index: moved to where it stopped. It begins, the first time, at a border.
  ///   - border: the last border that was found.
  ///   - isAtEnd: the window holds all there is.
  /// - Returns: whether to go on when more of the text is there; false where no more records of this
  ///   kind follow the border, or none that the scan is sure of.
  mutating func advance(
    _ bytes: borrowing Span<UInt8>, from index: inout Int, border: inout Int, isAtEnd: Bool
  ) -> Bool
}
