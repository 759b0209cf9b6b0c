/// Writes JSON arrays without a space in them: the rows of a page of which there may be many.
struct JSONList {
  /// What was written so far, UTF-8.
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// An array inside the one that is being written, or the outermost.
  mutating func list(_ body: (inout JSONList) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    isFirst = true
    body(&self)
    bytes.append(UInt8(ascii: "]"))
    isFirst = false
  }

  mutating func number(_ number: Int) {
    separate()
    DecimalText.append(number, to: &bytes)
  }

  /// Counts stay exact up to 2^53 where a page reads them (ECMA-262, 6.1.6.1).
  mutating func number(_ number: UInt64) {
    separate()
    DecimalText.append(number, to: &bytes)
  }

  /// A number that may be unknown: then `null`.
  mutating func number(_ number: UInt64?) {
    guard let number else {
      separate()
      bytes += Array("null".utf8)
      return
    }
    self.number(number)
  }

  /// A string of bytes that may be ill-formed UTF-8: such pieces become U+FFFD.
  mutating func text(_ text: some Collection<UInt8>) {
    separate()
    JSONText.appendQuoted(Array(text), to: &bytes)
  }

  mutating func text(_ text: String) { self.text(text.utf8) }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}
