import Detectors

/// Which columns have a memory of their values.
extension Workbench {
  /// Columns beyond these have none.
  private static let memoLimit = 256

  /// The memo of a column whose verdicts are frozen, that of the table's last block if there was one; nil where
  /// it is not worth asking.
  @inline(__always)
  func memo(of state: ColumnState, at column: Int) -> CellMemo? {
    if !state.isMemoDecided { decideMemo(of: state, at: column) }
    guard let memo = state.memo else { return nil }
    if memo.isUseful { return memo }
    // It will not be asked again.
    state.memo = nil
    return nil
  }

  @inline(never)
  private func decideMemo(of state: ColumnState, at column: Int) {
    state.isMemoDecided = true
    guard column < Self.memoLimit else { return }
    while memos.count <= column { memos.append(nil) }
    if let known = memos[column], known.column === state.context {
      state.memo = known
    } else {
      let memo = CellMemo(state.context, memoBudget)
      memos[column] = memo
      state.memo = memo
    }
  }
}
