package import Findings

/// What a datum is called in one language: the title of its type, and what an address is for.
package enum DatumTitle {
  package static func of(
    _ info: TypeInfo, _ kind: Kind?, _ language: RunDescription.Language
  ) -> String {
    func pick(_ chinese: String, _ english: String) -> String {
      language == .chinese ? chinese : english
    }
    let title = pick(info.titleInChinese, info.titleInEnglish)
    switch kind {
    case nil, .some(.none): return title
    case .plain: return title + pick("（一般）", ", plain")
    case .home: return title + pick("（家庭）", ", home")
    case .delivery: return title + pick("（收货）", ", delivery")
    case .work: return title + pick("（工作）", ", work")
    }
  }
}
