import Foundation

/// Looks for planted values in bytes: as they are, in full-width digits and letters, in base 64.
struct Leaks {
  private let needles: [(value: String, form: String, bytes: [UInt8])]

  init(_ values: [String]) {
    needles = values.flatMap { value in
      [
        (value, "plain", Array(value.utf8)),
        (value, "full-width", Array(Self.fullWidth(value).utf8)),
      ]
        + Self.base64(value).map { (value, "base 64", $0) }
    }
  }

  /// The values that stand in `bytes`, with the form they have there.
  func found(in bytes: [UInt8]) -> [String] {
    let data = Data(bytes)
    return needles.filter { data.range(of: Data($0.bytes)) != nil }.map { "\($0.value) \($0.form)" }
  }

  static func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          (0x21...0x7E).contains($0.value) ? UnicodeScalar($0.value + 0xFEE0) ?? $0 : $0
        }))
  }

  /// What is sure to stand in the base 64 of any text that holds the value: for each of the three
  /// ways in which it can lie across groups of three bytes, the digits that depend on it alone.
  static func base64(_ value: String) -> [[UInt8]] {
    (0..<3).map { shift in
      let bytes = [UInt8](repeating: 0, count: shift) + Array(value.utf8)
      let whole = Array(Data(bytes).base64EncodedString().utf8)
      let first = (shift * 8 + 5) / 6
      return Array(whole[first..<(bytes.count * 8 / 6)])
    }
  }
}
