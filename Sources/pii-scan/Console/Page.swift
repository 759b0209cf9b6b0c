import Findings
import Reports

/// Text for a person on its way to standard output: headings, labelled entries, tables, all within
/// the width of the terminal.
struct Page {
  let language: RunDescription.Language
  let paint: Paint
  /// Columns that a line may take.
  let widthInColumns: Int
  private var bytes: [UInt8] = []

  init(language: RunDescription.Language, paint: Paint, widthInColumns: Int) {
    self.language = language
    self.paint = paint
    self.widthInColumns = widthInColumns
  }

  /// The one of two texts that the reader's language asks for.
  func pick(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
    language == .chinese ? chinese() : english()
  }

  /// `1 rule`, `9 rules`.
  func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// A line as it is.
  mutating func line(_ text: String = "") {
    bytes += Array(text.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A bold line, with an empty one above it unless it is the first.
  mutating func heading(_ text: String) {
    if !bytes.isEmpty { line() }
    line(paint(Self.visible(text), .bold))
  }

  /// Text that is broken to the width, every line indented.
  mutating func paragraph(_ text: String, indent: Int = 0, color: Paint.Color = .plain) {
    let blanks = String(repeating: " ", count: indent)
    for part in LineBreaks.lines(Self.visible(text), width: max(20, widthInColumns - indent)) {
      line(blanks + paint(part, color))
    }
  }

  /// A label and, beside it, a text that hangs from its own first column.
  ///
  /// - Parameter column: where the text begins, counted from 0; a longer label moves it to the line
  ///   below.
  mutating func entry(
    _ label: String, _ text: String, indent: Int = 2, column: Int, color: Paint.Color = .plain
  ) {
    let label = Self.visible(label)
    let head = String(repeating: " ", count: indent) + paint(label, color)
    let used = indent + DisplayWidth.of(label)
    let parts = LineBreaks.lines(Self.visible(text), width: max(20, widthInColumns - column))
    let blanks = String(repeating: " ", count: column)
    if used >= column || text.isEmpty {
      line(head)
      if !text.isEmpty { for part in parts { line(blanks + part) } }
      return
    }
    line(head + String(repeating: " ", count: column - used) + (parts.first ?? ""))
    for part in parts.dropFirst() { line(blanks + part) }
  }

  mutating func table(_ table: TextTable) { for row in table.lines() { line(row) } }

  /// Writes everything to standard output.
  func write() throws(OutputError) { try StandardOutput().write(bytes) }

  /// Text from a ruleset file, in a form that a terminal shows and does not obey.
  static func visible(_ text: String) -> String { VisibleText.of(Array(text.utf8)) }
}
