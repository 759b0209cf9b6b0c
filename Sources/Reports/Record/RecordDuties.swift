/// The articles that come into play by what was found, as they are cited. That they are kept no scan
/// can tell.
enum RecordDuties {
  static func articles(hasSensitive: Bool, hasChildren: Bool, hasMinors: Bool) -> [String] {
    var articles: [String] = []
    if hasSensitive {
      // Purpose and necessity; separate consent; necessity told; assessment and record, three years.
      articles += ["PIPL 28", "PIPL 29", "PIPL 30", "PIPL 55(1)", "PIPL 56"]
    }
    if hasChildren {
      // A guardian's consent and special rules; of the provisions on children's data: rules and a
      // named person, what the guardian is told, encryption, access.
      articles += ["PIPL 31", "儿童个人信息网络保护规定 8-10, 13, 15"]
    }
    if hasMinors { articles.append("未成年人网络保护条例 34, 36, 37") }
    return articles
  }
}
