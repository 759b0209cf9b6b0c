/// What a scan must tell of one column of a table and one type, as SQL that asks the server.
struct ColumnTruth: Sendable {
  /// The table as the dump calls it, without database or schema.
  var table: String
  /// What stands behind FROM.
  var source: String
  /// The column as the dump calls it.
  var column: String
  var type: String
  /// The cell as text.
  var cell: String
  /// How many values of the type a row's cell holds.
  var weight: String
  /// An aggregate: how many different values there are.
  var distinct: String
  /// The birthday of the record's person, if the record tells it.
  var birth: String?
  /// The values are ASCII: they survive any encoding of a dump.
  var isASCII: Bool
  /// The server computes the column.
  var isGenerated = false

  /// The statement whose one row is: records, values, matches, distinct, under 14, 14 to 17, 18 and
  /// older, unknown.
  func question(asOf: String) -> String {
    let ages: [String]
    if let birth {
      let (youth, adult) = (
        "DATE '\(asOf)' - INTERVAL '14' YEAR", "DATE '\(asOf)' - INTERVAL '18' YEAR"
      )
      ages = [
        "\(birth) > \(youth)", "\(birth) <= \(youth) AND \(birth) > \(adult)",
        "\(birth) <= \(adult)", "\(birth) IS NULL",
      ]
    } else {
      ages = ["1 = 0", "1 = 0", "1 = 0", "1 = 1"]
    }
    let bands = ages.map { "COALESCE(SUM(CASE WHEN \($0) THEN \(weight) ELSE 0 END), 0)" }
    return """
      SELECT COUNT(*), COALESCE(SUM(CASE WHEN \(cell) <> '' THEN 1 ELSE 0 END), 0), \
      COALESCE(SUM(\(weight)), 0), \(distinct), \(bands.joined(separator: ", ")) FROM \(source);

      """
  }
}
