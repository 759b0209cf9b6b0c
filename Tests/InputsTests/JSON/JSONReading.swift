import Findings
import Inputs
import Testing

/// Reads JSON as the program would: nil where the sample is not taken for JSON.
func readJSON(
  _ bytes: [UInt8], fileExtension: String = "json", readSize: Int = .max, capacity: Int = 1 << 18
) -> RecordingSink? {
  let head = Array(bytes.prefix(HeadSample.limitInBytes))
  let sample = HeadSample(
    text: head, isWhole: head.count == bytes.count, fileExtension: fileExtension)
  guard let reader = InputFormat.json.reader(sample) else { return nil }
  let sink = RecordingSink()
  let source = MemorySource(bytes, readSizeInBytes: readSize)
  reader.read(
    TextBuffer(source: source, encoding: .utf8, capacityInBytes: capacity), into: sink)
  #expect(sink.protocolErrors == [])
  return sink
}

extension RecordingSink {
  /// Each record as `path=value` in the order of the text; absent values as `path`.
  var pathsAndValues: [[String]] {
    let names = tables.last?.columns.map(\.name) ?? []
    return records.map { record in
      record.map { value in
        value.text.map { names[value.column] + "=" + $0 } ?? names[value.column]
      }
    }
  }
}
