extension Explain {
  /// The Chinese of a reason that `Rulesets` gives for a value that is well-formed and still wrong.
  ///
  /// Reasons are whole English sentences, few and fixed; a test looks every one of them up here. One
  /// that is missing is shown in English rather than not at all.
  func chinese(reason: String) -> String {
    if let chinese = Self.reasons[reason] { return chinese }
    for (before, after, chinese) in Self.reasonsWithName
    where reason.hasPrefix(before) && reason.hasSuffix(after) {
      let name = reason.dropFirst(before.count).dropLast(after.count)
      return chinese.before + name + chinese.after
    }
    return reason
  }

  private static let reasons = [
    // Rules.
    "A date is YYYY-MM-DD, a day that exists.": "日期写作 YYYY-MM-DD，且须是存在的日子。",
    "One « and, after it, one » mark the expected value.": "期望的值用一个 « 和其后的一个 » 标出。",
    "An id is lower-case words of a-z, 0-9 joined by hyphens.":
      "编号由小写字母和数字组成的词以连字符连接而成。",
    "The gate lets no number through.": "这个条件不会放过任何数字，请写出位数和首位数字。",
    "The gate lets no word through.": "这个条件不会放过任何词，请写出字符数、数字个数和首字符。",
    "A word begins with one of A-Z and 0-9.": "词以 A-Z 或 0-9 中的一个字符开头。",
    "What leads a number is a Chinese character.": "引出数字的须是一个汉字。",
    // Policies.
    "a policy is named for its file: lower-case ASCII words joined by hyphens":
      "政策以文件名命名：小写 ASCII 词，以连字符连接",
    "a SHA-256 is 64 lower-case hexadecimal digits": "SHA-256 是 64 位小写十六进制数字",
    "a clause of a text ends in @L and the number of its line": "文本的条款编号须以 @L 加行号结尾",
    "it says undated, or one of in-force and dated with a day":
      "应写 undated，或写 in-force、dated 之一并给出日期",
    "class and class-from exclude one another": "class 与 class-from 只能写一个",
    "neither the policy nor what it extends gives these types a class":
      "政策及其依据都没有给出这些类型的类别",
    "a policy cannot extend itself": "政策不能以自身为依据",
    "a class can begin under 14, 15 or 18 years, and with birthday: after under 14":
      "类别只能按未满 14、15 或 18 周岁区分；写 birthday: after 时只能是 14",
    "an age is either under N years or up-to N years, which holds N":
      "年龄写 under N（未满 N 周岁）或 up-to N（N 周岁及以下），二者取一",
    "only one band of a policy gives a class": "一个政策只能有一个年龄段给出类别",
    "the kind of an address is home, delivery, work or plain":
      "地址的种类是 home、delivery、work 或 plain",
    "only an address has kinds": "只有地址分种类",
    "a day is written YYYY-MM-DD": "日期写作 YYYY-MM-DD",
    "the birth is after as-of, or 150 years before it": "出生日期晚于 as-of，或早于它 150 年",
    "an age is given as age, or as born and as-of": "年龄写 age，或写 born 和 as-of",
    "a limit is of a type, not of a kind": "限额按类型设定，不按种类",
  ]

  /// Reasons that name something, by what stands before and after the name.
  private static let reasonsWithName: [(String, String, (before: String, after: String))] = [
    ("it has another class already, on line ", "", ("此前已有另一个类别，在第 ", " 行")),
    (
      "class-from names a policy in extends that gives ", " a class",
      ("class-from 须是 extends 中给出 ", " 类别的政策")
    ),
    (
      "a citation has at most ", " characters, never a sentence",
      ("引用至多 ", " 个字符，不可引用整句")
    ),
  ]
}
