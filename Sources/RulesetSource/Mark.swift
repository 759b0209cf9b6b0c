/// A place in a text file: where a person finds it in an editor.
package struct Mark: Hashable, Comparable, Sendable {
  /// Line, counted from 1.
  package let line: Int
  /// Column in Unicode scalars, counted from 1.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of a file; stands for the file as a whole.
  package static let start = Mark(line: 1, column: 1)

  package static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
