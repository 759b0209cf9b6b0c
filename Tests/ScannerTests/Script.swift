import Findings

/// A reader without a file: it pushes what a test says, and counts bytes and lines as one.
final class Script: Locator {
  enum Step {
    case table(String, [String])
    /// One record; nil is an absent value.
    case row([String?])
    /// A record amid which a reader learns of a column: it announces the table behind the first value.
    case growingRow([String], table: String, [String])
    case text(String)
    case comment(String, table: String, column: String?)
    case gap(Gap)
    /// A value in pieces: each text with the range that is its own.
    case pieces([(text: String, core: Range<Int>)], column: Int)
  }

  private let steps: [Step]
  private var byteOffset = 0
  private var line = 1
  /// What is being pushed, and how far its lines are counted.
  private var current: [UInt8] = []
  private var place = 0
  private var lines = 0
  private var lineStart = 0

  init(_ steps: [Step]) { self.steps = steps }

  func locate(_ offset: Int) -> Location {
    // Asked in rising order within a push, so that nothing is counted twice.
    for index in place..<max(place, offset) where current[index] == 0x0A {
      lines += 1
      lineStart = index + 1
    }
    place = max(place, offset)
    return Location(
      byteOffset: UInt64(byteOffset + offset), line: UInt64(line + lines),
      column: UInt64(max(0, offset - lineStart) + 1))
  }

  private func push(_ text: String) {
    current = Array(text.utf8)
    (place, lines, lineStart) = (0, 0, 0)
  }

  func read(into sink: any RecordSink) {
    sink.locator = self
    for step in steps {
      switch step {
      case .table(let name, let columns):
        sink.table(TableShape(name: name, columns: columns.map { ColumnShape(name: $0) }))
      case .row(let values):
        sink.beginRecord()
        for (column, value) in values.enumerated() {
          guard let value else {
            sink.absent(column: column)
            continue
          }
          push(value)
          sink.field(current.span, core: 0..<current.count, column: column, isWhole: true)
          byteOffset += current.count + 1
        }
        sink.endRecord()
        line += 1
      case .growingRow(let values, let table, let columns):
        sink.beginRecord()
        for (column, value) in values.enumerated() {
          push(value)
          sink.field(current.span, core: 0..<current.count, column: column, isWhole: true)
          byteOffset += current.count + 1
          sink.table(TableShape(name: table, columns: columns.map { ColumnShape(name: $0) }))
        }
        sink.endRecord()
        line += 1
      case .text(let text):
        push(text)
        sink.text(current.span, core: 0..<current.count)
        byteOffset += current.count
        line += current.count { $0 == 0x0A }
      case .comment(let text, let table, let column):
        sink.comment(text, table: table, column: column)
      case .gap(let gap): sink.gap(gap)
      case .pieces(let pieces, let column):
        sink.beginRecord()
        for piece in pieces {
          push(piece.text)
          sink.field(current.span, core: piece.core, column: column, isWhole: false)
          byteOffset += piece.core.count
        }
        sink.endRecord()
      }
    }
  }
}
