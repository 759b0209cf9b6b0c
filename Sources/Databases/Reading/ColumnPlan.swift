import Findings

/// A column as it is read.
struct ColumnPlan {
  var shape: ColumnShape
  var content: Content

  /// What its values are, for the statement that asks for them.
  enum Content {
    /// Never longer than some tens of KiB.
    case short
    /// Text of any length.
    case text
    /// Bytes of any length.
    case bytes
    /// Of any length, and text only in its type's own notation.
    case other
  }

  var isLong: Bool {
    if case .short = content { false } else { true }
  }
}

/// How much of a row is asked for, so that memory is bounded whatever the row.
enum RowBudget {
  /// Bytes of a row's long values that are read.
  static let limitInBytes = 16 << 20
  private static let leastInBytes = 4096

  /// The longest value that is read whole, in bytes, where a row has so many long ones.
  static func limitInBytes(longColumns: Int) -> Int {
    max(leastInBytes, limitInBytes / max(1, longColumns))
  }
}
