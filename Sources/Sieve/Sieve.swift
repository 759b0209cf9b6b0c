internal import CSieve

/// Finds the bytes at which something may begin or stand: one pass, no false negatives.
///
/// The contract is one sentence: *every first digit of a run, but for ASCII digits from which only ASCII
/// letters lead back to another one, every at-sign and every character of the place alphabet in the text is
/// marked*, and for labels: *every `：` and `＝`, every `:` and `=` at most one character behind a byte outside
/// ASCII, and every Chinese character (U+4000–9FFF) directly behind one of `: = " ' >` and the
/// blank.* A word of letters and digits (f1878bb4) is told from its first digit; the others would be nine
/// of ten marks of a log full of hashes.
///
/// Blocks of 64 bytes are classified with vector instructions, a bit a byte, and marks told by arithmetic
/// on the bits. `ReferenceSieve` is the plain loop that tests compare every kernel with.
package final class Sieve: Sendable {
  private let places: PlaceAlphabet
  private let marksPlaces: Bool
  private let marksLabels: Bool
  private let kernel: SieveKernel

  /// - Parameters:
  ///   - places: nil when no rule asks for addresses.
  ///   - marksLabels: a rule asks for what labels announce.
  ///   - kernel: one that this processor has.
  package init(
    places: PlaceAlphabet?, marksLabels: Bool = false, kernel: SieveKernel = .best
  ) {
    precondition(kernel.isAvailable, "the processor does not have these instructions")
    self.places = places ?? PlaceAlphabet("")
    marksPlaces = places != nil
    self.marksLabels = marksLabels
    self.kernel = kernel
  }

  /// Replaces `marks` by those of `text`.
  ///
  /// - Parameter listsNumbers: false leaves them to a `NumberPass`.
  ///
  /// Cost: from 20 GB/s on ASCII without digits to 1 GB/s on Chinese prose, about 20 ns for a short text
  /// (one core, AVX-512).
  package func mark(_ text: Span<UInt8>, into marks: Marks, listsNumbers: Bool = true) {
    marks.reserve(text.count)
    var lists = unsafe csieve_marks()
    unsafe lists.numbers = marks.numbers
    unsafe lists.at_signs = marks.atSigns
    unsafe lists.places = marks.places
    unsafe lists.labels = marks.labels
    unsafe lists.firsts = marks.firsts
    unsafe lists.outlines = UnsafeMutableRawPointer(marks.outlines)
      .assumingMemoryBound(to: csieve_outline.self)
    unsafe places.withUnsafeTables { bits, buckets in
      var order = unsafe csieve_order(
        places: marksPlaces ? bits : nil, buckets: buckets,
        wide_buckets: buckets.map { unsafe $0 + PlaceAlphabet.wideTables },
        marks_labels: marksLabels ? 1 : 0,
        leaves_numbers: listsNumbers ? 0 : 1)
      unsafe text.withUnsafeBufferPointer { text in
        unsafe csieve_mark(kernel.code, text.baseAddress, text.count, &order, &lists)
      }
    }
    marks.numberCount = unsafe lists.number_count
    marks.atSignCount = unsafe lists.at_sign_count
    marks.placeCount = unsafe lists.place_count
    marks.labelCount = unsafe lists.label_count
    marks.hasStars = unsafe lists.has_stars != 0
  }
}
