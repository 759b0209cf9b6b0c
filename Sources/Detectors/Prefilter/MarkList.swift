import Sieve

/// The marks of one sort, valid until the next text is marked.
@safe
struct MarkList {
  let count: Int
  private let offsets: UnsafePointer<Int32>

  private init(_ offsets: UnsafePointer<Int32>, _ count: Int) {
    unsafe self.offsets = offsets
    self.count = count
  }

  static func numbers(_ marks: Marks) -> MarkList {
    unsafe MarkList(marks.numberOffsets, marks.numberCount)
  }

  static func atSigns(_ marks: Marks) -> MarkList {
    unsafe MarkList(marks.atSignOffsets, marks.atSignCount)
  }

  static func places(_ marks: Marks) -> MarkList {
    unsafe MarkList(marks.placeOffsets, marks.placeCount)
  }

  static func labels(_ marks: Marks) -> MarkList {
    unsafe MarkList(marks.labelOffsets, marks.labelCount)
  }

  /// The offset of a mark.
  @inline(__always)
  subscript(_ i: Int) -> Int {
    assert(i >= 0 && i < count, "no such mark")
    return unsafe Int(offsets[i])
  }
}
