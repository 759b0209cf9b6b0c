/// Lays cells out in columns that line up, whatever the width of their characters.
package struct TextTable {
  /// A column with its heading.
  package struct Column {
    let title: String
    let isNumber: Bool
    /// Gives way, cell by cell, where the table is wider than the terminal.
    let isFlexible: Bool

    /// - Parameters:
    ///   - isNumber: cells stand at the right edge.
    ///   - isFlexible: gives way where the table is wider than the terminal; the first one that is.
    package init(_ title: String, isNumber: Bool = false, isFlexible: Bool = false) {
      self.title = title
      self.isNumber = isNumber
      self.isFlexible = isFlexible
    }
  }

  /// A text without control characters, with its colour.
  package struct Cell {
    let text: String
    let color: Paint.Color

    /// A cell; an empty one is left blank.
    package init(_ text: String, _ color: Paint.Color = .plain) {
      self.text = text
      self.color = color
    }
  }

  static let gap = "  "

  let columns: [Column]
  let paint: Paint
  /// Columns of the terminal that the table may take.
  let limit: Int
  private(set) var rows: [[Cell]] = []

  /// A table without rows.
  package init(_ columns: [Column], paint: Paint, limit: Int) {
    self.columns = columns
    self.paint = paint
    self.limit = limit
  }

  /// Adds a row, one cell for each column.
  package mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a cell for each column")
    rows.append(cells)
  }

  /// The lines with a heading, a rule under it, and a rule above the last row if that is a total.
  package func lines(hasTotal: Bool = false) -> [String] {
    let widths = self.widths
    let whole = widths.reduce(0, +) + Self.gap.count * (widths.count - 1)
    let rule = paint(String(repeating: "─", count: whole), .dim)
    var lines = [line(columns.map { Cell($0.title, .bold) }, widths), rule]
    for (index, row) in rows.enumerated() {
      if hasTotal, index == rows.count - 1 { lines.append(rule) }
      lines.append(line(row, widths))
    }
    return lines
  }

  private var widths: [Int] {
    var widths = columns.indices.map { column in
      ([columns[column].title] + rows.map { $0[column].text })
        .reduce(0) { max($0, DisplayWidth.of($1)) }
    }
    let excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - limit
    if excess > 0, let flexible = columns.firstIndex(where: \.isFlexible) {
      widths[flexible] = max(8, widths[flexible] - excess)
    }
    return widths
  }

  private func line(_ cells: [Cell], _ widths: [Int]) -> String {
    var line = ""
    // Trailing blanks would show when a line is copied or compared.
    let count = (cells.lastIndex { !$0.text.isEmpty } ?? -1) + 1
    for (index, cell) in cells.prefix(count).enumerated() {
      let text = VisibleText.fitted(cell.text, to: widths[index])
      let padding = String(repeating: " ", count: widths[index] - DisplayWidth.of(text))
      if index > 0 { line += Self.gap }
      if columns[index].isNumber {
        line += padding + paint(text, cell.color)
      } else {
        line += paint(text, cell.color) + (index == count - 1 ? "" : padding)
      }
    }
    return line
  }
}
