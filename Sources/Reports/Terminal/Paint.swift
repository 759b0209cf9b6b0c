/// The few colours of the summary: those of the terminal's own palette (ECMA-48, SGR), or none.
package struct Paint: Sendable {
  /// The codes of SGR that are used.
  package enum Color: String {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  let useColor: Bool

  /// - Parameter useColor: false gives every text back as it is.
  package init(useColor: Bool) { self.useColor = useColor }

  /// `text` in a colour, with the code that ends it; nothing is added to an empty text.
  package func callAsFunction(_ text: String, _ color: Color) -> String {
    guard useColor, color != .plain, !text.isEmpty else { return text }
    return "\u{1B}[" + color.rawValue + "m" + text + "\u{1B}[0m"
  }
}
