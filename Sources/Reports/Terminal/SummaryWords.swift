import Findings
import Policies

/// The words of the summary on the terminal, in one language.
struct SummaryWords {
  private let isChinese: Bool

  init(_ language: RunDescription.Language) { isChinese = language == .chinese }

  private func pick(_ chinese: String, _ english: String) -> String {
    isChinese ? chinese : english
  }

  var type: String { pick("类型", "Type") }
  var dataClass: String { pick("类别", "Class") }
  var findings: String { pick("发现", "Findings") }
  var distinct: String { pick("去重", "Distinct") }
  var total: String { pick("合计", "Total") }
  var sensitive: String { pick("敏感", "Sensitive") }
  var under14: String { pick("未满14岁", "Under 14") }
  var mostFindings: String { pick("发现最多的文件", "Files with the most findings") }
  var policy: String { pick("政策", "Policy") }
  var reports: String { pick("报告", "Reports") }
  var read: String { pick("已读", "Read") }
  var leftOut: String { pick("未计", "Left out") }
  var verdict: String { pick("结论", "Verdict") }
  /// Between a word and what explains it.
  var colon: String { pick("：", ": ") }

  func name(of dataClass: DataClass) -> String {
    switch dataClass {
    case .sensitive: pick("敏感", "sensitive")
    case .personal: pick("个人", "personal")
    case .none: pick("非个人", "none")
    }
  }

  func name(of level: Level) -> String {
    switch level {
    case .certain: pick("确定", "Certain")
    case .likely: pick("很可能", "Likely")
    case .possible: pick("可能", "Possible")
    }
  }

  func nothingFound(atOrAbove level: Level) -> String {
    pick(
      "没有发现「\(name(of: level))」及以上的个人信息。",
      "No personal data found that is \(level.name) or more.")
  }

  var below: String { pick("把握较低、只计数", "weaker, only counted") }
  var testData: String { pick("像是测试数据", "look like test data") }
  var masked: String { pick("原文已脱敏", "masked in the source") }

  func ages(on day: String) -> String {
    pick("按年龄的发现数（截至 \(day)）", "Findings by the person's age on \(day)")
  }

  /// Labels of the rows of ages, in the order under 14, up to 14, 14 to 17, adult, unknown.
  var ageLabels: [String] {
    isChinese
      ? ["不满 14 周岁", "14 周岁及以下（GB/T 35273）", "14 至 17 周岁", "成年", "未知"]
      : ["under 14", "14 or younger (GB/T 35273)", "14 to 17", "18 or older", "unknown"]
  }

  var persons: String {
    pick("不同的人（按证件号、手机号、邮箱）", "Distinct persons, by ID number, phone or e-mail")
  }

  func ofThemUnder14(_ count: String) -> String {
    pick("其中不满 14 周岁：\(count)", "of them under 14: \(count)")
  }

  func name(of standing: LegalLine.Standing) -> String {
    switch standing {
    case .passed: pick("已达", "reached")
    case .perhaps: pick("或已达", "perhaps reached")
    case .near: pick("接近", "near")
    case .below: pick("未达", "not reached")
    }
  }

  var files: String { pick("文件", "files") }
  var members: String { pick("其中所含", "inside them") }
  var records: String { pick("记录", "records") }

  var notRead: String { pick("未能完整读取", "Not read in full") }

  func more(_ count: String) -> String { pick("另有 \(count) 个", "and \(count) more") }

  func policyLine(_ id: String, _ title: String, _ day: String) -> String {
    pick("\(title)（\(id)），年龄截至 \(day)", "\(title) (\(id)), ages as of \(day)")
  }

  var whereToLook: String {
    pick(
      "inventory.csv 可用表格软件打开；findings.jsonl 逐条列出",
      "inventory.csv opens in a spreadsheet; findings.jsonl lists all")
  }

  func ending(isComplete: Bool, isInterrupted: Bool) -> String {
    switch (isInterrupted, isComplete) {
    case (true, _):
      pick("已中断：以上只含已完成的部分。", "Interrupted: this counts only what was finished.")
    case (false, true): pick("完整：应读的都已读取。", "Complete: everything that counts was read.")
    case (false, false):
      pick("不完整：有内容未能读取。", "Incomplete: something that counts could not be read.")
    }
  }

  func name(of outcome: AuditVerdict.Outcome) -> String {
    switch outcome {
    case .pass: pick("通过", "pass")
    case .fail: pick("不通过", "fail")
    case .incomplete: pick("不完整", "incomplete")
    }
  }

  /// A limit that was exceeded, with where it comes from.
  func breach(_ limit: String, _ origin: Limits.Origin, found: String, most: String) -> String {
    let source =
      switch origin {
      case .user: pick("用户设定", "set by the user")
      case .policy(let id): pick("政策 \(id)", "policy \(id)")
      case .toolDefault: pick("工具默认，并非法律规定", "the tool's default, not law")
      }
    return pick(
      "\(limit)：\(found)，限 \(most)（\(source)）", "\(limit): \(found) of at most \(most) (\(source))")
  }
}
