/// A line of `findings.jsonl`, as far as it is judged here.
struct ReportedFinding: Decodable {
  let path: String
  let member: String?
  let type: String
  let kind: String?
  let start: Int
  let end: Int
  let table: String?
  let field: String?
  let record: Int?
  let level: String
  let ageBand: String?

  static let levels = ["possible", "likely", "certain"]
}
