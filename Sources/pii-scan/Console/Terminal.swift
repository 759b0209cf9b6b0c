import Glibc
import Reports

/// What is known of the terminals behind standard output and standard error.
enum Terminal {
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal, 80 where there is none.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// The language that the locale asks for: Chinese for `zh*`, else English.
  static func localeLanguage() -> RunDescription.Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      return value.hasPrefix("zh") ? .chinese : .english
    }
    return .english
  }

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// What the system says of an error number: `No such file or directory`.
  static func systemMessage(_ number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }

  /// A path as a terminal may show it: control characters and broken UTF-8 become `?`.
  static func printable(_ path: [UInt8]) -> String {
    String(
      String(decoding: path, as: UTF8.self).unicodeScalars.map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "?"
        default: Character(scalar)
        }
      })
  }

  /// Writes to standard error; nobody can be told if that fails.
  static func complain(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(2, $0.baseAddress, $0.count) }
  }

  /// Whether standard output is coloured. `NO_COLOR` (no-color.org) says no where `choice` is `auto`.
  static func usesColor(_ choice: Choice) -> Bool {
    let isPlain = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return choice.applies(isTerminal: isTerminal(1) && !isPlain)
  }
}
