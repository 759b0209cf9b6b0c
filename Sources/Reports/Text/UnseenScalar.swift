/// Scalars that change how a line looks without being seen themselves.
///
/// A file name with a right-to-left override or an escape sequence can make a report show something
/// else than it says (UTS #39, section 5.4; CVE-2021-42574). Formats that can escape them, do.
enum UnseenScalar {
  /// C0, DEL and C1 controls, line and paragraph separators, bidirectional controls, and the byte
  /// order mark.
  @inline(__always)
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
