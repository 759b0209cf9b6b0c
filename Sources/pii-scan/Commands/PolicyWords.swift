import Findings
import Policies
import Reports

/// What the words of policies are called, in one language.
struct PolicyWords {
  let language: RunDescription.Language

  private func pick(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  func title(of policy: Policy) -> String {
    pick(policy.titleInChinese, policy.titleInEnglish)
  }

  func status(of policy: Policy) -> String {
    switch policy.status {
    case .inForce(let day, _): pick("自 \(day.iso) 起施行", "in force from \(day.iso)")
    case .dated(let day, _): pick("日期 \(day.iso)", "dated \(day.iso)")
    case .undated: pick("未注明日期", "undated")
    }
  }

  func name(of dataClass: DataClass) -> String {
    switch dataClass {
    case .sensitive: pick("敏感", "sensitive")
    case .personal: pick("个人", "personal")
    case .none: pick("非个人", "none")
    }
  }

  func color(of dataClass: DataClass) -> Paint.Color {
    switch dataClass {
    case .sensitive: .red
    case .personal: .yellow
    case .none: .dim
    }
  }

  func name(of basis: ClassBasis) -> String {
    switch basis {
    case .listed: pick("明文列举", basis.name)
    case .byPosition: pick("按所在位置", basis.name)
    case .fallback: pick("所依据的文本列举", basis.name)
    case .fallbackDefinition: pick("所依据的文本的定义", basis.name)
    case .ownDefinition: pick("自身定义", basis.name)
    case .assessment: pick("评估", basis.name)
    }
  }

  /// The title of a type, with the kind of an address.
  func title(of info: TypeInfo, _ kind: Kind) -> String {
    DatumTitle.of(info, kind, language)
  }

  /// Nil for the band that stands for everybody.
  func name(of band: AgeBand) -> String? {
    switch band {
    case .unknown, .adult: nil
    case .from15To17: pick("15 至 17 周岁", "15 to 17 years")
    case .fourteen: pick("14 周岁", "14 years")
    case .under14: pick("不满 14 周岁", "under 14 years")
    }
  }

  func quoted(_ words: [String]) -> String {
    words.map { pick("「\($0)」", "“\($0)”") }.joined(separator: pick("", ", "))
  }

  /// The clause, and its words in quotation marks.
  func cited(_ citation: Citation) -> String {
    citation.words.isEmpty ? citation.clause : "\(citation.clause)  \(quoted(citation.words))"
  }

  func below(_ years: Int) -> String { pick("不满 \(years) 周岁", "under \(years)") }

  func name(of consequence: AgeRule.Consequence) -> String {
    switch consequence {
    case .guardianConsent: pick("须监护人同意", "a guardian consents")
    case .deletedWithoutConsent:
      pick("未经监护人同意收集的予以删除", "deleted if collected without a guardian's consent")
    case .specialRules: pick("适用专门规则", "special rules hold")
    case .encrypted: pick("加密存储", "stored encrypted")
    }
  }

  func name(of birthday: BirthdayRule) -> String {
    switch birthday {
    case .on: pick("生日当天计入", "a year counts on the birthday")
    case .after: pick("生日次日计入", "a year counts on the day after the birthday")
    }
  }

  func name(of promise: Promise) -> String { PromiseName.of(promise, language) }

  func name(of subject: Limit.Subject) -> String {
    switch subject {
    case .personal: pick("个人信息", "personal data")
    case .sensitive: pick("敏感个人信息", "sensitive data")
    case .minor: pick("不满 14 周岁者的数据", "data of persons under 14")
    case .type(let id): id.rawValue
    case .persons: pick("不同的人", "distinct persons")
    }
  }

  func name(of scope: CombinationRule.Scope) -> String {
    switch scope {
    case .any: pick("任何数据", "any data")
    case .unidentifying: pick("单独不能识别个人的数据", "data that identify nobody alone")
    case .types(let ids): ids.map(\.rawValue).joined(separator: ", ")
    }
  }
}
