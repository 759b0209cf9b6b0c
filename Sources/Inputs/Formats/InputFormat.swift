/// A format that sources may have, and how it is recognised.
package struct InputFormat: Sendable {
  /// The word of `coverage.csv`.
  package let name: String
  /// Lines may be read apart from one another, so that a large file is cut into parts.
  package let isSplittable: Bool
  /// A reader for a source that begins with the sample, or nil if it has another format.
  package let reader: @Sendable (HeadSample) -> (any FormatReader)?

  package init(
    name: String, isSplittable: Bool,
    reader: @escaping @Sendable (HeadSample) -> (any FormatReader)?
  ) {
    self.name = name
    self.isSplittable = isSplittable
    self.reader = reader
  }

  /// Every format, in the order in which they are asked: the most peculiar first (the dumps of
  /// `Formats/SQL` before tables); plain text, which takes everything, last.
  package static let all: [InputFormat] = [
    .mysqldump, .pgDump, .sql, .mysqlXML, .json, .csv,
    .text,
  ]
}
