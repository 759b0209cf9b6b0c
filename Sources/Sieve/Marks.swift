/// The bytes of interest of a text, by sort, as offsets in rising order, and the outline of the text.
///
/// Plain memory that is kept from text to text, so that whoever walks a list pays for nothing else and
/// most texts cost no allocation. Texts are blocks of less than 2^31 bytes.
@safe
package final class Marks {
  private(set) var numbers: UnsafeMutablePointer<Int32>
  private(set) var atSigns: UnsafeMutablePointer<Int32>
  private(set) var places: UnsafeMutablePointer<Int32>
  private(set) var labels: UnsafeMutablePointer<Int32>
  private(set) var outlines: UnsafeMutablePointer<UInt64>
  /// The numbers of a text that was marked without listing them, a bit a byte.
  private(set) var firsts: UnsafeMutablePointer<UInt64>
  /// Bytes of text that there is room for.
  private var capacity: Int

  /// How many numbers are marked: digits of either width that begin a run of digits, but for ASCII digits
  /// from which only ASCII letters lead back to another one.
  package internal(set) var numberCount = 0
  /// How many `@` and `＠`.
  package internal(set) var atSignCount = 0
  /// How many characters of the place alphabet (路, 号, 區 …).
  package internal(set) var placeCount = 0
  /// How many places where a value that a label announces may begin, or the colon before it: see `Sieve`.
  package internal(set) var labelCount = 0
  /// The text has a `*`.
  package internal(set) var hasStars = false

  /// The marks of no text.
  package init() {
    capacity = 4096
    unsafe numbers = .allocate(capacity: Self.halfCapacity(capacity))
    unsafe atSigns = .allocate(capacity: capacity)
    unsafe places = .allocate(capacity: Self.halfCapacity(capacity))
    unsafe labels = .allocate(capacity: capacity)
    unsafe outlines = .allocate(capacity: Self.outlineCapacity(capacity))
    unsafe outlines.initialize(repeating: 0, count: Self.outlineCapacity(0))
    unsafe firsts = .allocate(capacity: (capacity + 63) / 64)
  }

  deinit { release() }

  // The offsets, valid until the next text is marked.
  package var numberOffsets: UnsafePointer<Int32> { unsafe UnsafePointer(numbers) }
  package var atSignOffsets: UnsafePointer<Int32> { unsafe UnsafePointer(atSigns) }
  package var placeOffsets: UnsafePointer<Int32> { unsafe UnsafePointer(places) }
  package var labelOffsets: UnsafePointer<Int32> { unsafe UnsafePointer(labels) }

  /// Nothing is listed.
  package var isEmpty: Bool {
    numberCount == 0 && atSignCount == 0 && placeCount == 0 && labelCount == 0
  }

  /// Four words for each block of 64 bytes of the text, a bit a byte: ASCII digits; letters and digits; these
  /// with `_` and `-`; what may stand between the groups of a number. Before it is a block of zeros, and behind
  /// it are two. Valid until the next text is marked.
  package var outline: UnsafePointer<UInt64> { unsafe UnsafePointer(outlines) }

  /// Makes room for the marks of a text; what was marked is lost.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    precondition(count < 1 << 31, "a text is a block of less than 2 GiB")
    release()
    capacity = count
    unsafe numbers = .allocate(capacity: Self.halfCapacity(capacity))
    unsafe atSigns = .allocate(capacity: capacity)
    unsafe places = .allocate(capacity: Self.halfCapacity(capacity))
    unsafe labels = .allocate(capacity: capacity)
    unsafe outlines = .allocate(capacity: Self.outlineCapacity(capacity))
    unsafe firsts = .allocate(capacity: (capacity + 63) / 64)
  }

  private func release() {
    unsafe numbers.deallocate()
    unsafe atSigns.deallocate()
    unsafe places.deallocate()
    unsafe labels.deallocate()
    unsafe outlines.deallocate()
    unsafe firsts.deallocate()
  }

  /// Numbers have another byte between them, and one slot is written before it is known to be needed.
  private static func halfCapacity(_ count: Int) -> Int { count / 2 + 2 }

  /// A block before the text and two behind it.
  private static func outlineCapacity(_ count: Int) -> Int { 4 * ((count + 63) / 64 + 3) }
}
