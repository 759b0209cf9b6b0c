/// What became of a row of the inventory since the one that it updates.
enum RowStatus: String {
  /// In both.
  case present
  /// Not in the earlier one.
  case new
  /// Its source was read, or is no longer there, and the datum is not found in it.
  case gone
  /// Not looked for: another path or type, a source that was not read whole, an interrupted run.
  case notScanned = "not-scanned"
  /// A further row of people's own about the same place and type.
  case duplicate
}
