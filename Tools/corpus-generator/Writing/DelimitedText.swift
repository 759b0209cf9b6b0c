/// Writes a table as CSV in one of its many dialects (RFC 4180 quoting).
struct DelimitedText {
  var delimiter: String = ","
  var hasHeader = true
  var lineEnding = "\n"

  func write(_ table: Table, to file: inout Manuscript) {
    let names = table.columns.enumerated().map { hasHeader ? $0.element.name : "#\($0.offset + 1)" }
    file.beginTable("", columns: names)
    if hasHeader {
      file.write(table.columns.map { quoted($0.name) }.joined(separator: delimiter) + lineEnding)
    }
    for row in table.rows {
      file.beginRecord()
      for (index, cell) in row.enumerated() {
        if index > 0 { file.write(delimiter) }
        write(cell, named: names[index], to: &file)
      }
      file.endRecord()
      file.write(lineEnding)
    }
    file.endTable()
  }

  private func write(_ cell: Cell, named name: String, to file: inout Manuscript) {
    switch cell {
    case .null:
      file.beginField(name, isPresent: false)
    case .number(let text):
      file.beginField(name, isPresent: true)
      file.write(text)
    case .text(let passage):
      let plain = passage.plain
      file.beginField(name, isPresent: !plain.isEmpty)
      if quoted(plain) == plain {
        file.plant(passage)
      } else {
        file.write("\"")
        file.plant(passage, escape: doubled)
        file.write("\"")
      }
    }
  }

  private func quoted(_ text: String) -> String {
    let asks = text.contains { $0 == "\"" || $0.isNewline || String($0) == delimiter }
    return asks ? "\"" + doubled(text) + "\"" : text
  }

  private func doubled(_ text: String) -> String {
    text.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
  }
}
