/// Writes one JSON document, indented by two spaces, members in the order in which they are given.
package struct JSONDocument {
  /// What was written so far, UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true

  /// An empty document; its first member or value is added by the methods below.
  package init() {}

  /// An object or, with a key, a member that is one.
  package mutating func object(_ key: String? = nil, _ body: (inout JSONDocument) -> Void) {
    nest(key, open: 0x7B, close: 0x7D, body)
  }

  /// An array or, with a key, a member that is one.
  package mutating func array(_ key: String? = nil, _ body: (inout JSONDocument) -> Void) {
    nest(key, open: 0x5B, close: 0x5D, body)
  }

  /// A string; nil becomes `null`.
  package mutating func text(_ key: String? = nil, _ text: String?) {
    begin(key)
    if let text { JSONText.appendQuoted(text, to: &bytes) } else { bytes += Array("null".utf8) }
  }

  /// A string of bytes that may be ill-formed UTF-8: such pieces become U+FFFD.
  package mutating func text(_ key: String? = nil, _ text: [UInt8]) {
    begin(key)
    JSONText.appendQuoted(text, to: &bytes)
  }

  /// A whole number; nil becomes `null`.
  package mutating func number(_ key: String? = nil, _ number: UInt64?) {
    begin(key)
    if let number {
      DecimalText.append(number, to: &bytes)
    } else {
      bytes += Array("null".utf8)
    }
  }

  /// `true` or `false`.
  package mutating func boolean(_ key: String? = nil, _ value: Bool) {
    begin(key)
    bytes += Array((value ? "true" : "false").utf8)
  }

  /// The closing line break.
  package mutating func end() { bytes.append(0x0A) }

  private mutating func nest(
    _ key: String?, open: UInt8, close: UInt8, _ body: (inout JSONDocument) -> Void
  ) {
    begin(key)
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(close)
    isFirst = false
  }

  private mutating func begin(_ key: String?) {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    if depth > 0 { breakLine() }
    guard let key else { return }
    JSONText.appendQuoted(key, to: &bytes)
    bytes += [0x3A, 0x20]
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }
}
