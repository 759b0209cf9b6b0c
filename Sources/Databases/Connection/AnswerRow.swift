/// A row of a server's answer. Its values live until the next row comes.
@safe
final class AnswerRow {
  private var starts: [UnsafePointer<UInt8>?] = unsafe []
  private var lengths: [Int] = []

  /// Forgets the values of the row before.
  func clear() {
    unsafe starts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
  }

  /// Adds a value; nil for NULL.
  func append(_ start: UnsafePointer<UInt8>?, count: Int) {
    unsafe starts.append(start)
    lengths.append(count)
  }

  var count: Int { lengths.count }

  func isAbsent(_ index: Int) -> Bool { unsafe index >= starts.count || starts[index] == nil }

  /// The bytes of a value; none for NULL.
  func withBytes(_ index: Int, _ body: (Span<UInt8>) -> Void) {
    guard !isAbsent(index), let start = unsafe starts[index] else { return }
    unsafe body(UnsafeBufferPointer(start: start, count: lengths[index]).span)
  }

  /// A value as text, invalid bytes replaced; empty for NULL.
  func text(_ index: Int) -> String {
    guard !isAbsent(index), let start = unsafe starts[index] else { return "" }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start, count: lengths[index]), as: UTF8.self)
  }

  /// A value that is a whole number, or nil.
  func integer(_ index: Int) -> Int64? { Int64(text(index)) }

  /// `t` of PostgreSQL, `1` of the others.
  func isTrue(_ index: Int) -> Bool { ["t", "1"].contains(text(index)) }
}
