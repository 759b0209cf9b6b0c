import Findings

/// Reads what `mysqldump --xml` and `mysql --xml` write: rows of named fields.
///
/// It is that one shape and no reader of XML: tags as these programs write them, the five entities of
/// XML 1.0 (section 4.6) and numbers of characters. What stands outside of rows is text.
struct MySQLXML: FormatReader {
  func read(_ buffer: TextBuffer, into sink: any RecordSink) {
    sink.locator = buffer
    MySQLXMLRun(SQLCursor(buffer, dialect: .mysqldump, into: sink)).read()
  }
}

extension InputFormat {
  package static let mysqlXML = InputFormat(name: "mysqldump-xml", isSplittable: false) { sample in
    guard sample.text.first == UInt8(ascii: "<") else { return nil }
    let head = sample.text.prefix(1024)
    let marks = ["<mysqldump ", "<resultset statement="]
    guard head.starts(with: "<?xml ".utf8) else { return nil }
    let isKnown = marks.contains { mark in
      head.indices.contains {
        head[$0] == UInt8(ascii: "<") && head[$0...].starts(with: mark.utf8)
      }
    }
    return isKnown ? MySQLXML() : nil
  }
}
