import Findings

/// Reads JSON texts (RFC 8259): one document, or one after the other (NDJSON, JSON Lines, what
/// `mongoexport` and `elasticdump` write).
///
/// The path of a value is its column: `orders[].receiver.phone`, every element of an array under one
/// name. See `JSONReading` for what a record is.
struct JSON: FormatReader {
  /// The source holds one JSON text after the other.
  let isSequence: Bool

  func read(_ buffer: TextBuffer, into sink: any RecordSink) {
    let reading = JSONReading(JSONCursor(buffer, into: sink), isSequence: isSequence)
    reading.run()
  }
}

extension InputFormat {
  package static let json = InputFormat(name: "json", isSplittable: false) { sample in
    let recognition = JSONRecognition(sample)
    return recognition.isJSON ? JSON(isSequence: recognition.isSequence) : nil
  }
}
