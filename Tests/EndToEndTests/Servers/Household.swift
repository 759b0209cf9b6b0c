@testable import corpus_generator

/// The invented people that fill the tables: the same ones at every run.
struct Household {
  static let asOf = "2026-11-22"

  /// What makes a reader stumble: quotes, backslashes, breaks, what looks like SQL, characters whose
  /// second byte in GBK is a backslash or a quote-like byte, and characters of four bytes.
  static let remarks: [String?] = [
    nil, "", "it's \"quoted\" and `ticked`", #"C:\temp\誠信\n"#, "第一行\n第二行\t制表\r\n第三行",
    "野家𠮷🙂", #"结尾反斜杠\"#, "誠", "-- 注释\nINSERT INTO x VALUES ('a', 1);\n\\.\nCOPY y FROM stdin;",
    "');", document, "許功蓋誠\\'", "\\N", "NULL", "\u{1A}\u{8}", "/* 未完", "$$ BEGIN $$",
    " 前后有空格 ", "，。、誠乗俓僜", "#不是注释",
  ]

  /// A remark that is a document in JSON.
  static let document = #"{"a": [1, 2]}"#

  let people: [Person]
  let guardians: [Person]
  private(set) var random: SplitMix64

  /// - Parameter isMinor: nobody is older than 17.
  init(_ count: Int, stream: String, isMinor: Bool = false) {
    let day = CalendarDay(2026, 11, 22)
    var registry = Registry(seed: 20_261_122, stream: stream, asOf: day)
    let edges = registry.edges
    people = (0..<count).map { number in
      if number < edges.count, isMinor || edges[number].age(on: day) >= 18 {
        return registry.person(bornOn: edges[number])
      }
      return isMinor || number % 4 == 3 ? registry.minor() : registry.adult()
    }
    guardians = (0..<count).map { _ in registry.guardian() }
    random = registry.random
  }

  /// Bytes of every value, among them quotes, backslashes, NULs and halves of characters.
  mutating func blob(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(random.below(256)) } }
}
