/// Where a text copied out of the window with its escapes undone stands in the window.
///
/// A reusable list of points at which copy and window diverge: from `copyOffset` up to the next
/// point the copy is the window's bytes from `windowIndex`, unchanged. Before the first point copy
/// and window run together from the index given to `TextBuffer.pushing(at:escapes:)`. An empty map
/// means a verbatim text.
package struct EscapeMap {
  package struct Point: Equatable {
    package let copyOffset: Int
    package let windowIndex: Int
  }

  package private(set) var points: [Point] = []

  package init() {}

  package var isEmpty: Bool { points.isEmpty }

  /// States that byte `copyOffset` of the copy is the byte at `windowIndex`.
  ///
  /// Offsets and indices rise from call to call. Amortised O(1); memory is kept by `removeAll`.
  package mutating func append(copyOffset: Int, windowIndex: Int) {
    points.append(Point(copyOffset: copyOffset, windowIndex: windowIndex))
  }

  /// Forgets all points and keeps their memory for the next text.
  package mutating func removeAll() {
    points.removeAll(keepingCapacity: true)
  }

  /// Moves every point by `distance` window bytes, as the window moves when it is filled.
  package mutating func shiftWindow(by distance: Int) {
    for index in points.indices {
      let point = points[index]
      points[index] = Point(
        copyOffset: point.copyOffset, windowIndex: point.windowIndex + distance)
    }
  }

  /// Takes over the points of `other` without giving up memory of its own.
  mutating func replace(with other: borrowing EscapeMap) {
    points.removeAll(keepingCapacity: true)
    points.append(contentsOf: other.points)
  }

  /// The window index of byte `offset` of a copy that starts at window index `start`. O(log n).
  func windowIndex(of offset: Int, start: Int) -> Int {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].copyOffset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return start + offset }
    return points[low - 1].windowIndex + offset - points[low - 1].copyOffset
  }
}
