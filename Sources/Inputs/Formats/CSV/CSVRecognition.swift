/// Tells whether a sample is a table of separated values, and in which dialect.
///
/// Careful where the file's name says nothing: a log or prose with commas is text. A table has the
/// same number of fields, two or more, in nearly all of several records, and its fields are cells,
/// not sentences.
struct CSVRecognition {
  /// Of the sample this much is looked at; each dialect that comes into question reads it once.
  private static let sampleInBytes = 16 * 1024

  /// Nil when the sample is no table.
  private(set) var dialect: CSVDialect?

  private let sample: [UInt8]
  private let isWhole: Bool
  private let isNamedTable: Bool

  init(_ head: HeadSample) {
    isWhole = head.isWhole && head.text.count <= Self.sampleInBytes
    isNamedTable = Self.tableExtensions.contains(head.fileExtension)
    guard isNamedTable || !Self.textExtensions.contains(head.fileExtension) else {
      sample = []
      return
    }
    sample = Self.wholeRecords(of: head.text, isWhole: isWhole)
    if !sample.isEmpty { dialect = recognise(fileExtension: head.fileExtension) }
  }

  private static let tableExtensions: Set<String> = ["csv", "tsv", "tab", "psv"]
  /// Kinds of text that are full of delimiters and are no tables.
  private static let textExtensions: Set<String> = [
    "log", "md", "rst", "json", "jsonl", "ndjson", "xml", "html", "htm", "sql", "yaml", "yml",
    "toml", "ini", "conf",
    "cfg", "properties", "env", "py", "java", "js", "ts", "jsx", "tsx", "vue", "c", "h", "cc",
    "cpp", "hpp", "cs",
    "go", "rs", "rb", "php", "swift", "kt", "scala", "sh", "bash", "bat", "ps1", "lua", "pl", "r",
    "m", "css",
    "scss", "less", "tex", "srt", "eml", "vcf", "ics", "svg", "diff", "patch", "gradle", "lock",
    "plist", "po",
  ]

  private static let delimiters: [UInt8] = [",", "\t", ";", "|"].map { UInt8(ascii: $0) }

  /// The sample up to the last line break in it, unless it is the whole source.
  private static func wholeRecords(of text: [UInt8], isWhole: Bool) -> [UInt8] {
    guard !isWhole else { return text }
    let part = text.prefix(sampleInBytes)
    guard let end = part.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return Array(part) }
    return Array(part[...end])
  }

  private func recognise(fileExtension: String) -> CSVDialect? {
    let recordEnd: CSVDialect.RecordEnd =
      sample.contains(0x0A) || !sample.contains(0x0D) ? .lineFeed : .carriageReturn
    if let stated = statedDelimiter() {
      return described(CSVDialect(delimiter: stated, recordEnd: recordEnd), isStated: true)
    }
    var best: (dialect: CSVDialect, sample: CSVSample, merit: Int)?
    for delimiter in Self.delimiters where firstLinesContain(delimiter) {
      for hasBackslashEscapes in sample.contains(CSVDialect.backslash) ? [false, true] : [false] {
        let dialect = CSVDialect(
          delimiter: delimiter, recordEnd: recordEnd, hasBackslashEscapes: hasBackslashEscapes)
        guard isNamedTable || mayBeTable(dialect) else { continue }
        let read = CSVSample(sample, dialect: dialect)
        guard let merit = merit(of: read, delimiter: delimiter), merit > best?.merit ?? 0 else {
          continue
        }
        best = (dialect, read, merit)
      }
    }
    if let best { return described(best.dialect, isStated: false) }
    // One column, or no two records alike.
    guard isNamedTable else { return nil }
    let delimiter: Unicode.Scalar =
      fileExtension == "csv" ? "," : fileExtension == "psv" ? "|" : "\t"
    return described(
      CSVDialect(delimiter: UInt8(ascii: delimiter), recordEnd: recordEnd), isStated: false)
  }

  /// The delimiter of a first line `sep=;`, which Excel writes and reads.
  private func statedDelimiter() -> UInt8? {
    let mark = Array("sep=".utf8)
    guard sample.count > 5, sample.prefix(4).map({ $0 | 0x20 }) == mark.map({ $0 | 0x20 }),
      sample[5] == 0x0A || sample[5] == 0x0D
    else { return nil }
    return sample[4]
  }

  private func firstLinesContain(_ delimiter: UInt8) -> Bool {
    var lines = 0
    for byte in sample {
      if byte == delimiter { return true }
      if byte == 0x0A || byte == 0x0D { lines += 1 }
      if lines > 10 { return false }
    }
    return false
  }

  /// The records in a thousand that must be alike where the name does not say that it is a table.
  private static let shareOfUnnamed = 950
  /// So many records that are not alike are too many in any sample.
  private static let toleranceOfUnnamed =
    (CSVSample.recordLimit + 1) * (1000 - shareOfUnnamed) / 1000

  /// Whether enough records are alike for a table whose name does not say that it is one: what nearly all other texts
  /// are refused by.
  private func mayBeTable(_ dialect: CSVDialect) -> Bool {
    let read = CSVSample(
      sample, dialect: dialect, tolerance: Self.toleranceOfUnnamed, keepsValues: false)
    let (fields, alike) = read.commonestWidth
    return fields >= 2 && alike * 1000 / read.recordCount >= Self.shareOfUnnamed
  }

  /// How well the sample reads in a dialect, or nil if it does not read as a table: the share of
  /// records of the commonest width in per mille, then more fields, then no broken quotes.
  private func merit(of read: CSVSample, delimiter: UInt8) -> Int? {
    let (fields, alike) = read.commonestWidth
    guard fields >= 2, alike > 0 else { return nil }
    let share = alike * 1000 / read.recordCount
    if isNamedTable {
      guard share >= 500 else { return nil }
    } else {
      guard share >= Self.shareOfUnnamed, hasCells(read, fields: fields) else { return nil }
    }
    return share * 1000 + min(fields, 400) * 2 + (read.isMalformed ? 0 : 1)
  }

  /// What is asked of a table whose name does not say that it is one.
  private func hasCells(_ read: CSVSample, fields: Int) -> Bool {
    let hasHeader = read.records.first.map {
      CSVHeader.isHeader($0, following: read.records.dropFirst())
    }
    guard read.recordCount >= (hasHeader == true ? 2 : 3) else { return false }
    var cells = 0
    var sentences = 0
    for record in read.records {
      // Lines of JSON, markup, code and statements.
      guard let first = record.first?.utf8.first, !"{[<(".utf8.contains(first) else {
        sentences += record.count
        continue
      }
      for value in record where !value.isEmpty {
        cells += 1
        if Self.isSentence(value) { sentences += 1 }
      }
    }
    return sentences * 10 <= cells
  }

  /// Several words, or the signs of prose and code.
  private static func isSentence(_ value: String) -> Bool {
    let bytes = value.utf8
    if bytes.count(where: { $0 == UInt8(ascii: " ") }) >= 4 { return true }
    if bytes.contains(UInt8(ascii: "=")) || bytes.last == UInt8(ascii: "{") { return true }
    return value.unicodeScalars.contains { "。！？".unicodeScalars.contains($0) }
  }

  /// The dialect with the names of the columns.
  private func described(_ dialect: CSVDialect, isStated: Bool) -> CSVDialect {
    var dialect = dialect
    let read = CSVSample(sample, dialect: dialect)
    let body = read.records.dropFirst(isStated ? 1 : 0)
    if isStated { dialect.ignoredRecords = [0] }
    let width = max(1, read.commonestWidth(behind: isStated ? 1 : 0))
    // Titles of a report may stand above the header.
    for index in body.indices.prefix(6) where body[index].count >= width {
      if CSVHeader.isHeader(body[index], following: body[(index + 1)...]) {
        dialect.ignoredRecords.append(index)
        dialect.columnNames = body[index]
      }
      break
    }
    while dialect.columnNames.count < width { dialect.columnNames.append("") }
    return dialect
  }
}
