import Findings
import Sieve

/// Knows the places of window indices: counts lines and columns forward from the last place asked
/// for, and remembers a place every 4 KiB for a question that goes back.
struct LocationCursor {
  private struct Place {
    var index: Int
    var location: Location
  }

  private static let markDistance = 4096

  /// The place of the last question.
  private var place: Place
  /// `marks[i]` is the place of index `i * markDistance`; `marks[0]` that of the window's start.
  private var marks: [Place]

  /// - Parameter start: where window index 0 stands in the source.
  init(start: Location) {
    place = Place(index: 0, location: start)
    marks = [place]
  }

  /// The place of `index`.
  ///
  /// - Parameter widths: for each window byte how many bytes of the source its character took (0
  ///   for the bytes after a character's first); nil when window and source are the same bytes.
  mutating func location(
    at index: Int, in window: UnsafeRawPointer, widths: UnsafeRawPointer?
  ) -> Location {
    if index < place.index { place = marks[index / Self.markDistance] }
    while marks.count <= index / Self.markDistance {
      unsafe advance(to: marks.count * Self.markDistance, in: window, widths: widths)
      marks.append(place)
    }
    unsafe advance(to: index, in: window, widths: widths)
    return place.location
  }

  /// Makes `count` the new index 0.
  mutating func drop(_ count: Int, of window: UnsafeRawPointer, widths: UnsafeRawPointer?) {
    if count < place.index { place = marks[count / Self.markDistance] }
    unsafe advance(to: count, in: window, widths: widths)
    place.index = 0
    marks.removeAll(keepingCapacity: true)
    marks.append(place)
  }

  /// Moves the start past a byte-order mark that is not part of the window.
  mutating func skip(_ count: Int) {
    place.location.byteOffset += UInt64(count)
    marks[0] = place
  }

  private mutating func advance(
    to index: Int, in window: UnsafeRawPointer, widths: UnsafeRawPointer?
  ) {
    let count = index - place.index
    guard count > 0 else { return }
    let passed = unsafe UnsafeRawBufferPointer(start: window + place.index, count: count)
    if let widths = unsafe widths {
      let passedWidths = unsafe UnsafeRawBufferPointer(start: widths + place.index, count: count)
      place.location.byteOffset += unsafe UInt64(ByteCounts.sum(of: passedWidths))
    } else {
      place.location.byteOffset += UInt64(count)
    }
    let lineFeeds = unsafe ByteCounts.lineFeeds(in: passed)
    if lineFeeds > 0 {
      place.location.line += UInt64(lineFeeds)
      var lineStart = count
      while unsafe passed[lineStart - 1] != 0x0A { lineStart -= 1 }
      let line = unsafe UnsafeRawBufferPointer(rebasing: passed[lineStart...])
      place.location.column = unsafe 1 + UInt64(ByteCounts.scalars(in: line))
    } else {
      place.location.column += unsafe UInt64(ByteCounts.scalars(in: passed))
    }
    place.index = index
  }
}
