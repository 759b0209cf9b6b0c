/// Puts lines together in a block of memory and hands them over when it is full.
@safe
struct LineBuffer: ~Copyable {
  /// Pieces are copied in whole steps; what was copied too much is written over by the next piece.
  static let stepInBytes = 32
  private static let capacity = 1 << 16

  private let block: UnsafeMutablePointer<UInt8>
  private var count = 0
  /// What was handed over; the lines are appended to it.
  private(set) var lines: [UInt8] = []

  init() {
    unsafe block = .allocate(capacity: Self.capacity + Self.stepInBytes)
  }

  deinit { unsafe block.deallocate() }

  /// Exchanges what was handed over for `other`.
  mutating func exchange(_ other: inout [UInt8]) { swap(&lines, &other) }

  /// Hands over what is there.
  mutating func flush() {
    unsafe lines.append(contentsOf: UnsafeBufferPointer(start: block, count: count))
    count = 0
  }

  @inline(__always)
  mutating func append(_ fragment: FragmentPool.Fragment, of pool: borrowing FragmentPool) {
    let length = Int(fragment.count)
    if length > Self.capacity &- count {
      flush()
      if length > Self.capacity {
        let piece = unsafe UnsafeBufferPointer(
          start: pool.block + Int(fragment.start), count: length)
        unsafe lines.append(contentsOf: piece)
        return
      }
    }
    let source = unsafe UnsafeRawPointer(pool.block + Int(fragment.start))
    let target = unsafe UnsafeMutableRawPointer(block + count)
    var i = 0
    repeat {
      let step = unsafe source.loadUnaligned(fromByteOffset: i, as: SIMD32<UInt8>.self)
      unsafe target.storeBytes(of: step, toByteOffset: i, as: SIMD32<UInt8>.self)
      i &+= Self.stepInBytes
    } while i < length
    count &+= length
  }

  /// Appends bytes that stand elsewhere.
  mutating func append(_ bytes: Span<UInt8>) {
    if bytes.count > Self.capacity - count { flush() }
    unsafe bytes.withUnsafeBufferPointer { piece in
      if piece.count > Self.capacity {
        unsafe lines.append(contentsOf: piece)
      } else if let start = piece.baseAddress {
        unsafe (block + count).update(from: start, count: piece.count)
        count += piece.count
      }
    }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == Self.capacity { flush() }
    unsafe block[count] = byte
    count &+= 1
  }

  /// Appends decimal digits.
  @inline(__always)
  mutating func append(decimal number: UInt64) {
    // 20 digits hold every UInt64.
    if Self.capacity &- count < 20 { flush() }
    var length = 1
    var limit: UInt64 = 10
    while length < 20, number >= limit {
      length &+= 1
      limit = length < 20 ? limit &* 10 : .max
    }
    var rest = number
    var i = count &+ length
    repeat {
      i &-= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      unsafe block[i] = 0x30 &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while i > count
    count &+= length
  }

  @inline(__always)
  mutating func append(decimal number: Int) {
    if number < 0 { append(0x2D) }
    append(decimal: UInt64(number.magnitude))
  }

  /// Appends the 16 hexadecimal digits of a word, in lower case.
  @inline(__always)
  mutating func append(hexadecimal word: UInt64) {
    if Self.capacity &- count < 16 { flush() }
    let target = unsafe UnsafeMutableRawPointer(block + count)
    unsafe target.storeBytes(of: Self.digits(of: UInt32(word >> 32)), as: UInt64.self)
    unsafe target.storeBytes(
      of: Self.digits(of: UInt32(truncatingIfNeeded: word)), toByteOffset: 8, as: UInt64.self)
    count &+= 16
  }

  /// Eight digits, the first in the byte that is written first: four bits to each byte, and 39 more to those
  /// from ten on, for which six more reach the fifth bit.
  @inline(__always)
  private static func digits(of word: UInt32) -> UInt64 {
    var bits = UInt64(word)
    bits = (bits & 0xFFFF_0000) << 16 | bits & 0xFFFF
    bits = (bits & 0x0000_FF00_0000_FF00) << 8 | bits & 0x0000_00FF_0000_00FF
    bits = (bits & 0x00F0_00F0_00F0_00F0) << 4 | bits & 0x000F_000F_000F_000F
    let letters = (bits &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return (bits &+ 0x3030_3030_3030_3030 &+ letters &* 39).bigEndian
  }
}
