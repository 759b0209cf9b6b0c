import Findings

/// The first records of a sample, read in one dialect.
final class CSVSample: RecordSink {
  /// Enough to tell a table from text.
  private static let recordLimit = 200
  /// Longer values are no names of columns and tell nothing more.
  private static let valueLimitInBytes = 256

  var locator: (any Locator)?
  /// Values, empty where absent, in the order of the fields.
  private(set) var records: [[String]] = []
  private(set) var isMalformed = false

  var isCancelled: Bool { records.count > Self.recordLimit }

  /// - Parameter sample: text that ends with a record, or is the whole source.
  init(_ sample: [UInt8], dialect: CSVDialect) {
    let buffer = TextBuffer(
      source: BytesSource(sample), encoding: .utf8, capacityInBytes: max(64, sample.count + 8))
    var parser = CSVParser(buffer, dialect: dialect, into: self)
    parser.run()
  }

  func table(_ shape: TableShape) {}
  func comment(_ text: String, table: String, column: String?) {}
  func endRecord() {}
  func text(_ text: Span<UInt8>, core: Range<Int>) {}

  func beginRecord() { records.append([]) }

  func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool) {
    var bytes: [UInt8] = []
    for index in 0..<min(text.count, Self.valueLimitInBytes) { bytes.append(text[index]) }
    records[records.count - 1].append(String(decoding: bytes, as: UTF8.self))
  }

  func absent(column: Int) { records[records.count - 1].append("") }

  func gap(_ gap: Gap) { isMalformed = true }

  /// The commonest number of fields, and how many records have it.
  var commonestWidth: (fields: Int, records: Int) {
    let fields = Self.commonestWidth(of: records[...])
    return (fields, records.count { $0.count == fields })
  }

  /// The commonest number of fields: the larger where two are equally common; 0 for no records.
  static func commonestWidth(of records: ArraySlice<[String]>) -> Int {
    var counts: [Int: Int] = [:]
    for record in records { counts[record.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }
}
