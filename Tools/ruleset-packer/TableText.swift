/// A fact table, checked for shape: the text from the header line on, without the remarks above it.
struct TableText {
  let text: String

  /// Remarks are lines that begin with `#`, above the header only: in the body a `#` is a value's.
  init(_ bytes: [UInt8], file: String) throws(Complaint) {
    guard let whole = String(validating: bytes, as: UTF8.self) else {
      throw Complaint(file: file, line: 1, "the file is not UTF-8")
    }
    guard whole.utf8.last == UInt8(ascii: "\n") else {
      throw Complaint(file: file, line: 1, "the last line does not end")
    }
    let lines = whole.utf8.dropLast().split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let remarks = lines.prefix { $0.first == UInt8(ascii: "#") }.count
    guard remarks > 0 else {
      throw Complaint(file: file, line: 1, "a table begins with remarks on its source")
    }
    guard remarks < lines.count else {
      throw Complaint(file: file, line: remarks, "the header line is missing")
    }
    let columns = Self.columnCount(lines[remarks])
    for (index, line) in lines.enumerated().dropFirst(remarks) {
      guard !line.contains(UInt8(ascii: "\r")) else {
        throw Complaint(file: file, line: index + 1, "the line has a carriage return")
      }
      let count = Self.columnCount(line)
      guard count == columns else {
        throw Complaint(
          file: file, line: index + 1,
          "the line has \(count) columns, the header has \(columns)")
      }
    }
    text = lines.dropFirst(remarks).map { String(Substring($0)) + "\n" }.joined()
  }

  private static func columnCount(_ line: Substring.UTF8View) -> Int {
    line.count { $0 == UInt8(ascii: "\t") } + 1
  }
}
