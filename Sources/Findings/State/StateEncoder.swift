/// Writes what a report must know to be merged, in a binary form of its own.
///
/// Numbers are unsigned LEB128 (least significant seven bits first); texts and lists carry their length
/// before them. The same values give the same bytes.
package struct StateEncoder {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  package mutating func number(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func number(_ number: Int) { self.number(UInt64(number)) }

  /// A number that may be less than zero: its sign goes into the lowest bit.
  package mutating func signed(_ number: Int64) {
    self.number(UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  package mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func text(_ text: some Collection<UInt8>) {
    number(text.count)
    bytes.append(contentsOf: text)
  }

  package mutating func text(_ text: String) { self.text(Array(text.utf8)) }

  /// Nil is told from anything else.
  package mutating func optional<Value>(
    _ value: Value?, _ encode: (inout Self, Value) -> Void
  ) {
    flag(value != nil)
    if let value { encode(&self, value) }
  }

  package mutating func list<Element>(
    _ list: some Collection<Element>, _ encode: (inout Self, Element) -> Void
  ) {
    number(list.count)
    for element in list { encode(&self, element) }
  }

  /// 16 bytes, the most significant first.
  package mutating func fingerprint(_ fingerprint: Fingerprint) {
    for word in [fingerprint.high, fingerprint.low] {
      for shift in stride(from: UInt64(56), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
  }
}
