/// A Unicode scalar of a block of UTF-8, with its length in bytes.
///
/// Blocks may hold invalid bytes: such a byte is a scalar of its own with the value `invalid`,
/// which has no role, so it ends a run of place names like punctuation does.
struct PlaceScalar: Equatable, Sendable {
  static let invalid: UInt32 = 0xFFFF_FFFF

  /// The scalar's value, or `invalid`.
  let value: UInt32
  /// 1...4 bytes; 0 at the end (or start) of the block.
  let length: Int

  @inline(__always)
  private init(_ value: UInt32, _ length: Int) {
    self.value = value
    self.length = length
  }

  /// The scalar that begins at byte `offset`.
  @inline(__always)
  init(in text: Span<UInt8>, at offset: Int) {
    guard offset < text.count else {
      self.init(Self.invalid, 0)
      return
    }
    let lead = text[offset]
    if lead < 0x80 {
      self.init(UInt32(lead), 1)
      return
    }
    // 3-byte forms first: Chinese text is made of them.
    if lead & 0xF0 == 0xE0, offset + 2 < text.count {
      let second = text[offset + 1]
      let third = text[offset + 2]
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
        let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        if value >= 0x800, !(0xD800...0xDFFF).contains(value) {
          self.init(value, 3)
          return
        }
      }
    } else if lead & 0xE0 == 0xC0, offset + 1 < text.count, text[offset + 1] & 0xC0 == 0x80 {
      let value = UInt32(lead & 0x1F) << 6 | UInt32(text[offset + 1] & 0x3F)
      if value >= 0x80 {
        self.init(value, 2)
        return
      }
    } else if lead & 0xF8 == 0xF0, offset + 3 < text.count, text[offset + 1] & 0xC0 == 0x80,
      text[offset + 2] & 0xC0 == 0x80, text[offset + 3] & 0xC0 == 0x80
    {
      let high = UInt32(lead & 0x07) << 18 | UInt32(text[offset + 1] & 0x3F) << 12
      let value = high | UInt32(text[offset + 2] & 0x3F) << 6 | UInt32(text[offset + 3] & 0x3F)
      if (0x10000...0x10FFFF).contains(value) {
        self.init(value, 4)
        return
      }
    }
    self.init(Self.invalid, 1)
  }

  /// The scalar that ends just before byte `offset`.
  @inline(__always)
  init(in text: Span<UInt8>, before offset: Int) {
    guard offset > 0 else {
      self.init(Self.invalid, 0)
      return
    }
    var start = offset - 1
    while start > 0, offset - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = PlaceScalar(in: text, at: start)
    if scalar.length == offset - start {
      self = scalar
    } else {
      self.init(Self.invalid, 1)
    }
  }
}
