/// A list of plain values in a block of memory of its own, one worker's.
///
/// A list of Swift in a class is asked before every change whether somebody else holds it, and retained while
/// it is read; for every candidate that was a fifth of the time of a dump.
@safe
final class Scratch<Element> {
  private var block: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter capacity: the room to begin with; it doubles when it is full.
  init(capacity: Int = 16) {
    precondition(_isPOD(Element.self), "plain values have nothing to release")
    self.capacity = max(1, capacity)
    unsafe block = .allocate(capacity: self.capacity)
  }

  deinit { unsafe block.deallocate() }

  @inline(__always) var isEmpty: Bool { count == 0 }
  @inline(__always) var indices: Range<Int> { 0..<count }

  @inline(__always)
  subscript(_ i: Int) -> Element {
    get {
      precondition(i >= 0 && i < count, "there is no such element")
      return unsafe block[i]
    }
    set {
      precondition(i >= 0 && i < count, "there is no such element")
      unsafe block[i] = newValue
    }
  }

  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { grow(to: 2 * capacity) }
    unsafe (block + count).initialize(to: element)
    count &+= 1
  }

  /// Appends the elements of `span`, which are not this list's own.
  @inline(__always)
  func append(contentsOf span: Span<Element>) {
    let added = span.count
    if count &+ added > capacity { grow(to: max(2 * capacity, count + added)) }
    unsafe span.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      unsafe (block + count).initialize(from: base, count: added)
    }
    count &+= added
  }

  /// Inserts an element before the one at `i`, or at the end.
  func insert(_ element: Element, at i: Int) {
    precondition(i >= 0 && i <= count, "there is no such place")
    append(element)
    var k = count - 1
    while k > i {
      unsafe block[k] = unsafe block[k - 1]
      k -= 1
    }
    unsafe block[i] = element
  }

  /// Takes a range out; what follows moves up.
  func remove(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "there is no such range")
    for k in range.upperBound..<count {
      unsafe block[k - range.count] = unsafe block[k]
    }
    count -= range.count
  }

  /// Keeps the first so many.
  @inline(__always)
  func cut(to kept: Int) {
    precondition(kept >= 0 && kept <= count, "there are not so many")
    count = kept
  }

  @inline(__always)
  func removeAll() { count = 0 }

  /// The elements, valid until the next one is added.
  var span: Span<Element> {
    @_lifetime(borrow self)
    @inline(__always)
    get {
      let span = unsafe Span(_unsafeStart: block, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  @inline(never)
  private func grow(to larger: Int) {
    let room = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe room.moveInitialize(from: block, count: count)
    unsafe block.deallocate()
    unsafe block = room
    capacity = larger
  }
}
