/// Marks as lists that can be compared: what the reference gives, and for tests.
package struct MarkLists: Equatable, Sendable {
  package var numbers: [Int32] = []
  package var atSigns: [Int32] = []
  package var places: [Int32] = []
  package var labels: [Int32] = []

  package init() {}

  /// A copy of `marks`.
  package init(_ marks: Marks) {
    numbers = unsafe list(marks.numberOffsets, marks.numberCount)
    atSigns = unsafe list(marks.atSignOffsets, marks.atSignCount)
    places = unsafe list(marks.placeOffsets, marks.placeCount)
    labels = unsafe list(marks.labelOffsets, marks.labelCount)
  }

  private func list(_ offsets: UnsafePointer<Int32>, _ count: Int) -> [Int32] {
    unsafe Array(UnsafeBufferPointer(start: offsets, count: count))
  }
}
