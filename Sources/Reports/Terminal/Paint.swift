/// The few colours of the summary: those of the terminal's own palette (ECMA-48, SGR), or none.
struct Paint: Sendable {
  enum Color: String {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  let useColor: Bool

  func callAsFunction(_ text: String, _ color: Color) -> String {
    guard useColor, color != .plain, !text.isEmpty else { return text }
    return "\u{1B}[" + color.rawValue + "m" + text + "\u{1B}[0m"
  }
}
