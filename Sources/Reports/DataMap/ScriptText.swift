/// JSON as the text of a `<script>` element.
enum ScriptText {
  /// Appends JSON with `<`, `>` and `&` as escapes: they occur inside strings only, where an escape
  /// means the same, and without them no text can end the element or begin a comment in it (HTML,
  /// section 4.12.1.3). Line and paragraph separators are escaped by `JSONText` already. O(n).
  static func append(_ json: [UInt8], to out: inout [UInt8]) {
    out.reserveCapacity(out.count + json.count)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): out += Self.lessThan
      case UInt8(ascii: ">"): out += Self.greaterThan
      case UInt8(ascii: "&"): out += Self.ampersand
      default: out.append(byte)
      }
    }
  }

  private static let lessThan = Array(#"\u003c"#.utf8)
  private static let greaterThan = Array(#"\u003e"#.utf8)
  private static let ampersand = Array(#"\u0026"#.utf8)
}
