/// A fact table, checked for shape: UTF-8, a header line, tab-separated rows of equal width.
package struct TableText: Sendable {
  /// Names of the columns.
  package let columns: [String]
  /// Line of the header in the file, counted from 1.
  package let headerLine: Int
  /// The text from the header line on, without the remarks above it; every line ends with LF.
  package let text: String

  /// Remarks are lines that begin with `#`, above the header only: further down `#` is a value's.
  ///
  /// - Parameter needsRemarks: whether a table without a word on its source is refused.
  package init(
    _ bytes: [UInt8], file: String, needsRemarks: Bool
  ) throws(RulesetSyntaxError) {
    func refused(_ line: Int, _ reason: RulesetSyntaxError.Reason) -> RulesetSyntaxError {
      RulesetSyntaxError(file: file, mark: Mark(line: line, column: 1), reason: reason)
    }
    guard let whole = String(validating: bytes, as: UTF8.self) else {
      throw refused(1, .notUTF8)
    }
    var lines = whole.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty == true else {
      throw refused(lines.count + 1, .unfinishedLine)
    }
    let remarks = lines.prefix { $0.first == UInt8(ascii: "#") }.count
    guard remarks > 0 || !needsRemarks else { throw refused(1, .missingSource) }
    guard remarks < lines.count else { throw refused(lines.count + 1, .missingHeader) }
    let columns = lines[remarks].split(
      separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst(remarks) {
      guard !line.contains(UInt8(ascii: "\r")) else { throw refused(index + 1, .carriageReturn) }
      let count = line.count { $0 == UInt8(ascii: "\t") } + 1
      guard count == columns.count else {
        throw refused(index + 1, .columnCount(found: count, expected: columns.count))
      }
    }
    self.columns = columns.map { String(Substring($0)) }
    headerLine = remarks + 1
    text = lines.dropFirst(remarks).map { String(Substring($0)) + "\n" }.joined()
  }

  /// The rows below the header line, as they stand.
  package var rows: Substring {
    text[text.index(after: text.firstIndex(of: "\n") ?? text.startIndex)...]
  }
}
