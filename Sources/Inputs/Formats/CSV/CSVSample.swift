import Findings

/// The first records of a sample, read in one dialect.
final class CSVSample: RecordSink {
  /// Enough to tell a table from text.
  static let recordLimit = 200
  /// Longer values are no names of columns and tell nothing more.
  private static let valueLimitInBytes = 256

  var locator: (any Locator)?
  private(set) var isMalformed = false
  private let tolerance: Int
  private let keepsValues: Bool
  /// The beginnings of all values, one behind another, and where each of them ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// How many fields each record has.
  private var fieldCounts: [Int] = []
  /// How many whole records have each number of fields.
  private var widths: [Int: Int] = [:]

  var isCancelled: Bool { recordCount > Self.recordLimit || isTooMixed }

  var recordCount: Int { fieldCounts.count }

  /// Values, empty where absent, in the order of the fields.
  private(set) lazy var records: [[String]] = {
    var (field, start) = (0, 0)
    return fieldCounts.map { count in
      (0..<count).map { _ in
        let value = bytes[start..<ends[field]]
        (start, field) = (ends[field], field + 1)
        return String(decoding: value, as: UTF8.self)
      }
    }
  }()

  /// Whatever number of fields is the commonest, two or more of them, more records than are tolerated have another.
  private var isTooMixed: Bool {
    guard recordCount > tolerance else { return false }
    let alike = widths.reduce(0) { $1.key < 2 ? $0 : max($0, $1.value) }
    return recordCount - alike > tolerance
  }

  /// - Parameters:
  ///   - sample: text that ends with a record, or is the whole source.
  ///   - tolerance: no more is read once more records than so many are not like the others, or have a single field.
  ///   - keepsValues: false where only the numbers of fields are asked for.
  init(
    _ sample: [UInt8], dialect: CSVDialect, tolerance: Int = .max, keepsValues: Bool = true
  ) {
    self.tolerance = tolerance
    self.keepsValues = keepsValues
    let buffer = TextBuffer(
      source: BytesSource(sample), encoding: .utf8, capacityInBytes: max(64, sample.count + 8))
    var parser = CSVParser(buffer, dialect: dialect, into: self)
    parser.run()
  }

  func table(_ shape: TableShape) {}
  func comment(_ text: String, table: String, column: String?) {}

  func endRecord() {
    guard let width = fieldCounts.last else { return }
    widths[width, default: 0] += 1
  }

  func text(_ text: Span<UInt8>, core: Range<Int>) {}

  func beginRecord() { fieldCounts.append(0) }

  func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool) {
    if keepsValues {
      for index in 0..<min(text.count, Self.valueLimitInBytes) { bytes.append(text[index]) }
    }
    absent(column: column)
  }

  func absent(column: Int) {
    ends.append(bytes.count)
    fieldCounts[fieldCounts.count - 1] += 1
  }

  func gap(_ gap: Gap) { isMalformed = true }

  /// The commonest number of fields, and how many records have it.
  var commonestWidth: (fields: Int, records: Int) {
    let fields = Self.commonest(of: fieldCounts[...])
    return (fields, fieldCounts.count { $0 == fields })
  }

  /// The commonest number of fields behind so many records.
  func commonestWidth(behind count: Int) -> Int { Self.commonest(of: fieldCounts.dropFirst(count)) }

  /// The larger where two are equally common; 0 for no records.
  private static func commonest(of widths: ArraySlice<Int>) -> Int {
    var counts: [Int: Int] = [:]
    for width in widths { counts[width, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }
}
