/// The bytes of interest of a text, by sort, as offsets in rising order.
///
/// Lists of plain numbers, so that whoever walks one pays for nothing else. Texts are blocks of
/// at most 2^31 bytes.
package struct Marks: Equatable, Sendable {
  /// The first digit of each run of digits, ASCII or full-width (U+FF10–FF19).
  package var numbers: ContiguousArray<Int32> = []
  /// Each `@` or `＠`.
  package var atSigns: ContiguousArray<Int32> = []
  /// Each character of the place alphabet (路, 号, 區 …).
  package var places: ContiguousArray<Int32> = []

  /// Where a value that a label announces may begin, or the colon before it: see `Sieve`.
  package var labels: ContiguousArray<Int32> = []

  package init() {}

  package var isEmpty: Bool {
    numbers.isEmpty && atSigns.isEmpty && places.isEmpty && labels.isEmpty
  }

  package mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    atSigns.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
  }
}
