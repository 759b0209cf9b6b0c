/// The memory that the memos of one worker's columns may take together: their lists, as they grow, take up
/// to twice as much.
package final class CellMemoBudget {
  private var bytesLeft: Int

  package init(bytes: Int) { bytesLeft = bytes }

  /// Takes so many bytes; false where there are not as many left.
  func take(_ count: Int) -> Bool {
    guard count <= bytesLeft else { return false }
    bytesLeft -= count
    return true
  }

  func giveBack(_ count: Int) { bytesLeft += count }
}
