/// Reads what `StateEncoder` wrote. Nothing read is trusted: each length is held against what is left.
package struct StateDecoder {
  private let bytes: [UInt8]
  private var place = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { place == bytes.count }

  package mutating func byte() throws(StateError) -> UInt8 {
    guard place < bytes.count else { throw .cutShort }
    place += 1
    return bytes[place - 1]
  }

  package mutating func number() throws(StateError) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), through: 63, by: 7) {
      let byte = try byte()
      let part = UInt64(byte & 0x7F)
      guard shift < 63 || part <= 1 else { throw .malformed }
      number |= part << shift
      if byte & 0x80 == 0 { return number }
    }
    throw .malformed
  }

  /// A number from 0 to `limit`.
  package mutating func index(upTo limit: Int) throws(StateError) -> Int {
    let number = try number()
    guard number <= UInt64(limit) else { throw .malformed }
    return Int(number)
  }

  package mutating func signed() throws(StateError) -> Int64 {
    let number = try number()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  package mutating func flag() throws(StateError) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw .malformed
    }
  }

  package mutating func text() throws(StateError) -> [UInt8] {
    let count = try count(ofSize: 1)
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  package mutating func string() throws(StateError) -> String {
    let text = try text()
    guard let string = String(validating: text, as: UTF8.self) else { throw .malformed }
    return string
  }

  package mutating func optional<Value>(
    _ decode: (inout Self) throws(StateError) -> Value
  ) throws(StateError) -> Value? {
    try flag() ? try decode(&self) : nil
  }

  /// - Parameter size: bytes that an element takes at least, which bounds their number.
  package mutating func list<Element>(
    ofSize size: Int = 1, _ decode: (inout Self) throws(StateError) -> Element
  ) throws(StateError) -> [Element] {
    let count = try count(ofSize: size)
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try decode(&self)) }
    return list
  }

  /// A list that has just so many elements.
  package mutating func list<Element>(
    exactly count: Int, _ decode: (inout Self) throws(StateError) -> Element
  ) throws(StateError) -> [Element] {
    let list = try self.list(decode)
    guard list.count == count else { throw .malformed }
    return list
  }

  package mutating func fingerprint() throws(StateError) -> Fingerprint {
    Fingerprint(high: try word(), low: try word())
  }

  private mutating func word() throws(StateError) -> UInt64 {
    guard bytes.count - place >= 8 else { throw .cutShort }
    defer { place += 8 }
    return bytes[place..<place + 8].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private mutating func count(ofSize size: Int) throws(StateError) -> Int {
    let count = try number()
    guard count <= UInt64((bytes.count - place) / size) else { throw .cutShort }
    return Int(count)
  }
}

/// Bytes that are no state of a report.
package enum StateError: Error, Equatable, Sendable {
  case cutShort
  case malformed
}
