import Findings
import Foundation
import Inputs
import Testing

/// Reads a database file as the program would.
func readSQLite(_ path: String) throws -> (sink: DumpSink, outcome: ReadOutcome) {
  let source = try SourceFile.open(path: Array(path.utf8))
  let sink = DumpSink()
  let outcome = source.read(into: sink)
  #expect(sink.faults == [])
  return (sink, outcome)
}

extension DumpSink {
  /// The values of the records of one table, as `SQLiteWriter.rows` gives them.
  func rows(of table: String) -> [String] {
    records.filter { $0.table == table }.map { record in
      record.values.map { $0.text ?? "∅" }.joined(separator: "|")
    }
  }
}

/// Every file of a folder with its bytes and its time.
func contents(of folder: String) throws -> [String: [String]] {
  var found: [String: [String]] = [:]
  for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
    let path = folder + "/" + name
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    found[name] = ["\(data.hashValue)", "\(String(describing: time))", "\(data.count)"]
  }
  return found
}
