import Policies

/// The sentences of an assessment, in one language.
struct AssessmentWords {
  struct Judgement {
    let heading: String
    let columns: [String]
    let rows: [String]
  }

  let language: RunDescription.Language

  private func pick(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  private func pick(_ chinese: [String], _ english: [String]) -> [String] {
    language == .chinese ? chinese : english
  }

  var title: String {
    pick(
      "个人信息保护影响评估（由扫描预填）",
      "Personal information protection impact assessment (filled in by a scan as far as it can)")
  }
  var basis: String {
    pick(
      "按《个人信息保护法》第五十五、五十六条和 GB/T 39335-2020 编排。扫描只填写它所见的内容，空白处由人填写。"
        + "本文件不是法律意见；评估报告和处理情况记录应当至少保存三年（第五十六条）。",
      "After PIPL Art. 55 and 56 and GB/T 39335-2020. The scan fills in what it saw; blanks are for "
        + "people. No legal advice. Reports and records of processing are kept for at least three "
        + "years (Art. 56).")
  }
  var item: String { pick("项目", "Item") }
  var content: String { pick("内容", "Content") }
  var asOf: String { pick("基准日", "As of") }
  var policies: String { pick("判断依据", "Judged by") }
  var read: String { pick("扫描范围", "What was read") }
  var comma: String { pick("、", ", ") }

  func sources(_ files: UInt64, records: UInt64, isComplete: Bool) -> String {
    pick("文件 \(files) 个，表中记录 \(records) 条", "files: \(files), records of tables: \(records)")
      + (isComplete
        ? "" : pick("；未能全部读取，见 coverage.csv", "; not all was read, see coverage.csv"))
  }

  var openingBlanks: [String] {
    pick(
      ["处理活动", "处理目的和方式", "业务负责人", "评估人", "个人信息保护负责人及联系方式", "评估日期"],
      [
        "Processing activity", "Purpose and means", "Owner of the business", "Assessor",
        "Data protection officer and contact", "Date of the assessment",
      ])
  }

  var triggersHeading: String {
    pick("一、应当评估的情形（第五十五条）", "1. Why an assessment is due (Art. 55)")
  }
  var triggerCase: String { pick("情形", "Case") }
  var seen: String { pick("扫描所见", "Seen by the scan") }
  var unseen: String { pick("数据不能说明", "cannot be told from data") }
  var toFillIn: String { pick("填写", "To fill in") }
  var noSensitive: String { pick("未发现敏感个人信息", "no sensitive data found") }
  var triggers: [String] {
    pick(
      [
        "（一）处理敏感个人信息", "（二）利用个人信息进行自动化决策", "（三）委托处理、向他人提供、公开个人信息",
        "（四）向境外提供个人信息", "（五）其他对个人权益有重大影响的处理活动",
      ],
      [
        "(1) sensitive personal information", "(2) automated decisions",
        "(3) entrusting, providing to others, publishing", "(4) providing abroad",
        "(5) other processing with a major effect on persons",
      ])
  }

  var dataHeading: String { pick("二、数据映射：个人信息类型", "2. Data mapping: kinds of data") }
  var dataNote: String {
    pick(
      "分类分级按 GB/T 43697-2024；明文为未脱敏、未哈希、未加密的匹配数，不能确定时给出上下限。",
      "Class and level by GB/T 43697-2024; plain text counts matches that are neither masked, hashed "
        + "nor encrypted, with bounds where they cannot be told apart.")
  }
  var dataColumns: [String] {
    pick(
      ["类型", "类别", "43697 分类", "级别", "匹配数", "来源数", "不满 14 周岁", "明文", "必要性", "保存期限"],
      [
        "Datum", "Class", "Class of 43697", "Level", "Matches", "Sources", "Under 14",
        "In plain text", "Necessity", "Retention",
      ])
  }

  func name(of dataClass: DataClass) -> String {
    switch dataClass {
    case .sensitive: pick("敏感", "sensitive")
    case .personal: pick("个人", "personal")
    case .none: pick("非个人", "none")
    }
  }

  var personsHeading: String { pick("三、个人信息主体", "3. The persons") }
  var whom: String { pick("主体", "Whom") }
  var number: String { pick("数量", "Number") }
  var allPersons: String { pick("不同的人（估计值附上下限）", "Distinct persons (estimates with bounds)") }
  var under14: String { pick("不满 14 周岁（个人信息保护法）", "Under 14 (PIPL)") }
  var upTo14: String { pick("14 周岁以下（含）（GB/T 35273）", "14 and under (GB/T 35273)") }
  var minors: String { pick("14 至 17 周岁", "14 to 17") }
  var guardianBeside: String { pick("同时记有监护人信息的未成年人记录", "Minors' records with a guardian's data") }
  var lineColumns: [String] {
    pick(
      ["依据", "数量所触发的后果", "状态", "处置"],
      ["Source", "What the number leads to", "Standing", "Decision"])
  }

  func name(of standing: LegalLine.Standing) -> String {
    switch standing {
    case .passed: pick("已达到", "reached")
    case .perhaps: pick("可能达到", "perhaps reached")
    case .near: pick("接近", "near")
    case .below: pick("未达到", "not reached")
    }
  }

  var placesHeading: String { pick("四、存储位置", "4. Where the data lie") }
  var placesNote: String {
    pick(
      "匹配最多的来源；全部见同名的处理情况记录。",
      "The sources with the most matches; the record beside this file has all.")
  }
  var placeColumns: [String] {
    pick(
      ["位置", "匹配数", "敏感", "不满 14 周岁", "访问权限", "加密措施"],
      ["Place", "Matches", "Sensitive", "Under 14", "Who has access", "Encryption"])
  }

  var declaredHeading: String { pick("五、与声明不符之处", "5. Where data and declarations differ") }
  var noFaults: String {
    pick("未发现，或没有可供比对的声明。", "None was found, or nothing is declared to compare with.")
  }
  var declaredColumns: [String] {
    pick(
      ["政策", "结果", "类型", "条款", "匹配数", "处置"],
      ["Policy", "Outcome", "Datum", "Clause", "Matches", "Decision"])
  }
  func more(_ count: Int) -> String {
    pick("另有 \(count) 项，见 declared.csv。", "\(count) more in declared.csv.")
  }

  var judgements: [Judgement] {
    [
      Judgement(
        heading: pick("六、合法、正当、必要（第五十六条第一项）", "6. Lawful, legitimate, necessary (Art. 56(1))"),
        columns: pick(["问题", "结论", "依据"], ["Question", "Answer", "Grounds"]),
        rows: pick(
          [
            "处理目的、处理方式是否合法、正当、必要", "合法性基础；敏感个人信息的单独同意", "不满十四周岁未成年人：监护人同意和专门规则",
            "是否超出声明的范围", "保存期限是否为最短时间", "受托人、接收方及合同", "是否向境外提供及其路径",
          ],
          [
            "Are purpose and means lawful, legitimate and necessary?",
            "Legal basis; separate consent for sensitive data",
            "Under 14: a guardian's consent, special rules", "Beyond what is declared?",
            "Kept for the shortest time?", "Processors and recipients, contracts",
            "Provided abroad, and by which way?",
          ])),
      Judgement(
        heading: pick(
          "七、对个人权益的影响及安全风险（第五十六条第二项）", "7. Effect on persons, and risks (Art. 56(2))"),
        columns: pick(
          ["影响维度", "影响程度", "可能性", "风险等级"], ["Dimension", "Effect", "Likelihood", "Risk"]),
        rows: pick(
          ["限制个人自主决定权", "引发差别性待遇", "个人名誉受损或遭受精神压力", "人身财产受损"],
          [
            "Limits a person's own decisions", "Leads to different treatment",
            "Harms reputation or causes distress", "Harms person or property",
          ])),
      Judgement(
        heading: pick(
          "八、保护措施是否合法、有效并与风险相适应（第五十六条第三项）",
          "8. Measures: lawful, effective, fit for the risk (Art. 56(3))"),
        columns: pick(["措施", "现状", "改进"], ["Measure", "State", "To be done"]),
        rows: pick(
          ["加密、去标识化", "访问权限、审批和记录", "到期删除或匿名化", "应急预案", "人员培训", "合规审计"],
          [
            "Encryption, de-identification", "Access rights, approval and log",
            "Deletion or anonymisation in time", "Incident plan", "Training", "Compliance audit",
          ])),
      Judgement(
        heading: pick("九、结论", "9. Conclusion"),
        columns: pick(["项目", "填写"], ["Item", "To fill in"]),
        rows: pick(
          ["风险等级", "处置意见", "责任人", "复核日期", "签字"],
          ["Level of risk", "Decision", "Owner", "Next review", "Signature"])),
    ]
  }
}
