/// The lines that this program knows, as of November 2026; drafts are not among them.
extension LegalLine {
  private static let criminal = "法释〔2017〕10号第五条"
  private static let abroad = "《促进和规范数据跨境流动规定》（2024年3月22日）"
  private static let audit = "《个人信息保护合规审计管理办法》（2025年5月1日施行）"

  /// Rising by their numbers.
  package static let all: [LegalLine] = [
    LegalLine(
      id: "criminal-grave", subject: .items(["communication", "credit", "income", "whereabouts"]),
      border: .from(50),
      source: criminal + "第(三)项",
      consequenceInChinese: """
        非法获取、出售或者提供行踪轨迹信息、通信内容、征信信息、财产信息五十条以上：侵犯公民个\
        人信息罪“情节严重”
        """,
      consequenceInEnglish: """
        50 items of whereabouts, communication content, credit or property, obtained, sold or \
        provided unlawfully, are a crime (serious circumstances)
        """
    ),
    LegalLine(
      id: "criminal-health", subject: .items(["medical"]), border: .from(500),
      source: criminal + "第(四)项",
      consequenceInChinese: "非法获取、出售或者提供健康生理信息等五百条以上：侵犯公民个人信息罪“情节严重”",
      consequenceInEnglish:
        """
        500 items of health data, obtained, sold or provided unlawfully, are a crime (serious \
        circumstances)
        """
    ),
    LegalLine(
      id: "criminal-any", subject: .persons, border: .from(5_000),
      source: criminal + "第(五)项",
      consequenceInChinese: "非法获取、出售或者提供其他公民个人信息五千条以上（此处按人计）：侵犯公民个人信息罪“情节严重”",
      consequenceInEnglish:
        """
        5,000 items of other personal data, here persons, obtained, sold or provided unlawfully, \
        are a crime (serious circumstances)
        """
    ),
    LegalLine(
      id: "abroad-sensitive", subject: .sensitivePersons, border: .from(10_000),
      source: abroad,
      consequenceInChinese: """
        当年向境外提供敏感个人信息一万人以上：须申报数据出境安全评估；不满一万人：标准合同或者\
        认证
        """,
      consequenceInEnglish: """
        sensitive data of 10,000 persons provided abroad within a year: security assessment; \
        fewer: standard contract or certification
        """
    ),
    LegalLine(
      id: "abroad-contract", subject: .persons, border: .from(100_000),
      source: abroad,
      consequenceInChinese: "当年向境外提供个人信息十万人以上（不含敏感）：标准合同或者认证",
      consequenceInEnglish: """
        data of 100,000 persons, none sensitive, provided abroad within a year: standard \
        contract or certification
        """
    ),
    LegalLine(
      id: "small-handler", subject: .persons, border: .from(100_000),
      source: "小型个人信息处理者个人信息保护简化措施规定（2026年9月1日施行）",
      consequenceInChinese: "处理个人信息达到十万人：不再属于小型个人信息处理者，不适用简化措施",
      consequenceInEnglish:
        "data of 100,000 persons: no small handler any more, the simplified measures do not apply"
    ),
    LegalLine(
      id: "incident-sensitive", subject: .sensitivePersons, border: .above(100_000),
      source: audit,
      consequenceInChinese: "事件致十万人以上敏感个人信息泄露等：监管部门可以要求委托专业机构审计",
      consequenceInEnglish: """
        an incident that hits sensitive data of more than 100,000 persons: the regulator may \
        order an audit
        """
    ),
    LegalLine(
      id: "protection-officer", subject: .persons, border: .from(1_000_000),
      source: "《个人信息保护法》第五十二条；《个人信息保护合规审计管理办法》",
      consequenceInChinese: "处理一百万人以上个人信息：应当指定个人信息保护负责人",
      consequenceInEnglish:
        "data of 1,000,000 persons: a personal information protection officer must be appointed"
    ),
    LegalLine(
      id: "incident", subject: .persons, border: .above(1_000_000),
      source: audit,
      consequenceInChinese: "事件致一百万人以上个人信息泄露等：监管部门可以要求委托专业机构审计",
      consequenceInEnglish:
        "an incident that hits more than 1,000,000 persons: the regulator may order an audit"
    ),
    LegalLine(
      id: "abroad-assessment", subject: .persons, border: .above(1_000_000),
      source: abroad,
      consequenceInChinese: "当年向境外提供个人信息一百万人以上：须申报数据出境安全评估",
      consequenceInEnglish:
        "data of more than 1,000,000 persons provided abroad within a year: security assessment"
    ),
    LegalLine(
      id: "audit-two-years", subject: .persons, border: .above(10_000_000),
      source: audit,
      consequenceInChinese: "处理超过一千万人个人信息：每两年至少开展一次合规审计",
      consequenceInEnglish:
        "data of more than 10,000,000 persons: a compliance audit at least every two years"
    ),
    LegalLine(
      id: "important-data-duties", subject: .persons, border: .from(10_000_000),
      source: "《网络数据安全管理条例》第二十八条",
      consequenceInChinese: "处理一千万人以上个人信息：还应当履行重要数据处理者的义务（第三十条、第三十二条）",
      consequenceInEnglish: """
        data of 10,000,000 persons: the duties of handlers of important data apply as well \
        (Articles 30, 32)
        """
    ),
  ]
}
