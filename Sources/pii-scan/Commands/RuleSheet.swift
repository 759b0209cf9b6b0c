import Detectors
import Findings
import Reports
import Rulesets

/// A rule in full, for a person who wants to know why something is found or not.
struct RuleSheet {
  /// Where the texts beside labels begin.
  private static let column = 18

  private let source: RuleSource
  private let weights: SignalWeights
  private var page: Page

  /// - Parameter tables: for the weights that the rule does not state itself.
  init(_ source: RuleSource, tables: FactTables, page: Page) {
    self.source = source
    weights = SignalWeights(rules: [source.rule], tables: tables)
    self.page = page
  }

  private var rule: Rule { source.rule }

  /// The page with the whole rule.
  mutating func written() -> Page {
    writeIdentity()
    for form in rule.forms { write(form) }
    if rule.forms.isEmpty {
      page.line()
      page.paragraph(
        page.pick(
          "没有形式：只凭列名、注释和标签识别。",
          "No forms: known from names of columns, comments and labels only."))
    }
    writeContext()
    writeExamples()
    page.line()
    page.paragraph(
      page.pick(
        "权重以 deciban 计，是几率的对数：加 10 即几率乘以 10。总和不小于 0 为 possible，10 为 likely，20 为 certain。",
        "Weights are decibans, the logarithm of odds: 10 more are odds ten times as good. "
          + "A sum of 0 or more is possible, of 10 likely, of 20 certain."), color: .dim)
    return page
  }

  private mutating func writeIdentity() {
    let info = rule.info
    page.heading("\(rule.id.rawValue)  \(page.pick(info.titleInChinese, info.titleInEnglish))")
    page.paragraph(page.pick(info.titleInEnglish, info.titleInChinese), color: .dim)
    page.line()
    entry(page.pick("依据", "Standard"), rule.standard)
    entry(page.pick("比较形式", "Compared as"), canonical)
    entry(page.pick("脱敏", "Masked"), mask)
    entry(page.pick("出处", "File"), source.file)
  }

  private mutating func entry(_ label: String, _ text: String) {
    page.entry(label, text, column: Self.column, color: .dim)
  }

  private var canonical: String {
    switch rule.canonical {
    case .digits: page.pick("数字，不含分隔符", "digits, without separators")
    case .residentID:
      page.pick("18 位，X 大写；15 位的扩展为 18 位", "18 characters, X in upper case; 15 digits expanded")
    case .mobilePhone: page.pick("11 位数字，不含 +86", "11 digits, without +86")
    case .landlinePhone: page.pick("区号加号码，不含 +86", "area code and number, without +86")
    case .email: page.pick("小写", "lower case")
    case .address: page.pick("不含空白", "without blanks")
    case .date: page.pick("YYYY-MM-DD", "YYYY-MM-DD")
    case .lettersAndDigits:
      page.pick("字母（大写）、数字和汉字，不含分隔符", "letters in upper case, digits, Chinese characters")
    case .text: page.pick("原文", "as written")
    case .name: page.pick("不含空白，大写", "without blanks, upper case")
    case .hexadecimal: page.pick("十六进制数字，小写", "hexadecimal digits, in lower case")
    case .ipAddress:
      page.pick("IPv4 四段；IPv6 32 位十六进制", "four octets; of IPv6 32 hexadecimal digits")
    case .coordinates: page.pick("以逗号相连的数", "numbers joined by a comma")
    case .word: page.pick("大写，不含空白", "upper case, without blanks")
    }
  }

  private var mask: String {
    switch rule.mask {
    case .ends(let first, 0):
      page.pick(
        "保留前 \(first) 位，其余为 *", "the first \(first) characters stay, the others become *")
    case .ends(let first, let last):
      page.pick(
        "保留前 \(first) 位和后 \(last) 位，其余为 *",
        "the first \(first) and last \(last) characters stay, the others become *")
    case .email:
      page.pick("保留首字符和域名", "the first character and the domain stay")
    case .address: page.pick("保留行政区划", "the administrative part stays")
    case .date: page.pick("保留年份", "the year stays")
    case .name: page.pick("保留姓氏", "the surname stays")
    case .hidden: page.pick("全部隐藏", "nothing stays")
    }
  }

  // MARK: - Forms

  private mutating func write(_ form: Form) {
    page.heading(page.pick("形式 \(form.name)", "Form \(form.name)"))
    entry(page.pick("起点", "Begins at"), words(form.prefilter))
    entry(page.pick("模式", "Pattern"), "")
    for line in form.pattern.split(separator: "\n", omittingEmptySubsequences: true) {
      page.line("      " + Page.visible(String(line)))
    }
    entry(
      page.pick("起始权重", "Prior"),
      page.pick("文本中 ", "in text ") + signed(form.prior.text) + page.pick("，单元格中 ", ", in a cell ")
        + signed(form.prior.cell))
    if form.needsContext {
      entry("", page.pick("没有标签或列名时不算", "counts for nothing without a label or a column name"))
    }
    for (index, check) in form.checks.enumerated() {
      let label = index == 0 ? page.pick("校验", "Checks") : ""
      let failed =
        check.fail.map {
          page.pick("不通过 \(signed($0))", "fails \(signed($0))")
        } ?? page.pick("不通过即排除", "otherwise it is none")
      entry(
        label,
        page.pick(
          "\(check.name)：通过 \(signed(check.pass))，\(failed)",
          "\(check.name): passes \(signed(check.pass)), \(failed)"))
    }
  }

  private func words(_ prefilter: Prefilter) -> String {
    switch prefilter {
    case .number(let gate):
      let lengths = (1...63).filter { gate.lengths >> UInt64($0) & 1 == 1 }
      let first = (0...9).filter { gate.firstDigits >> UInt16($0) & 1 == 1 }
      return page.pick(
        "\(joined(lengths)) 位数字，首位为 \(joined(first))",
        "a number of \(joined(lengths)) digits, the first of them \(joined(first))")
    case .word(let gate): return words(gate)
    case .lead(let gate):
      let link =
        gate.link.isEmpty ? "" : page.pick("，其间为 \(gate.link)", ", with \(gate.link) between")
      return page.pick(
        "\(gate.characters) 之一，后接数字\(link)",
        "one of \(gate.characters) before a number\(link)")
    case .at: return page.pick("@ 之前", "what stands before an at-sign")
    case .place: return page.pick("地名", "a place name")
    case .label: return page.pick("标签之后或该列的值", "what a label or the name of its column announces")
    case .dottedQuad:
      return page.pick("以点相连的四组数字", "four groups of digits joined by full stops")
    case .hexGroups:
      return page.pick(
        "以冒号、连字符或点相连的十六进制组", "groups of hexadecimal digits joined by colons, hyphens or full stops")
    case .decimalPair: return page.pick("成对小数，或度数", "a pair of decimal fractions, or degrees")
    case .labelledWord:
      return page.pick("标签之后，或列名所指的单元格", "what follows a label, or a cell of a column of that name")
    }
  }

  private func words(_ gate: WordGate) -> String {
    func numbers(_ bits: UInt64) -> [Int] { (0...62).filter { bits >> UInt64($0) & 1 == 1 } }
    var parts = [
      page.pick(
        "\(joined(numbers(gate.lengths))) 位字母和数字",
        "a word of \(joined(numbers(gate.lengths))) letters and digits")
    ]
    if gate.letters != .max {
      let letters = joined(numbers(gate.letters))
      parts.append(page.pick("首个数字前有 \(letters) 个字母", "\(letters) letters before the first digit"))
    }
    if gate.digits != .max {
      let digits = joined(numbers(gate.digits))
      parts.append(page.pick("\(digits) 个数字", "\(digits) digits"))
    }
    if gate.first != .max {
      let first = String(numbers(gate.first).map { WordGate.alphabet[$0] })
      parts.append(page.pick("首位为 \(first) 之一", "the first one of \(first)"))
    }
    if gate.apart {
      parts.append(
        page.pick("其首部字母后可有空格或连字符", "a blank or hyphen may follow its first letters"))
    }
    return parts.joined(separator: page.pick("，", ", "))
  }

  private func joined(_ numbers: [Int]) -> String {
    guard numbers.count > 1, let last = numbers.last else {
      return numbers.map(String.init).joined()
    }
    if numbers == Array(0...9) { return page.pick("任意数字", "any") }
    let others = numbers.dropLast().map(String.init).joined(separator: page.pick("、", ", "))
    return others + page.pick(" 或 ", " or ") + String(last)
  }

  private func signed(_ decibans: Int) -> String {
    decibans < 0 ? "−\(decibans.magnitude)" : "+\(decibans)"
  }

  // MARK: - Context and examples

  private mutating func writeContext() {
    page.heading(page.pick("上下文", "Context"))
    entry(
      page.pick("用词", "Terms of"), rule.context.kinds.map(\.rawValue).joined(separator: ", "))
    entry(page.pick("标签", "Label"), strengths(.labelStrong, .labelWeak))
    entry(page.pick("列名", "Column"), strengths(.columnStrong, .columnWeak))
    entry(page.pick("同一行", "In the same line"), signed(weights[.near, ofRule: 0]))
    entry(page.pick("标签另有所指", "Other label"), strengths(.against, .againstWeak))
    entry(page.pick("列名另有所指", "Other column"), strengths(.columnAgainst, .columnAgainstWeak))
    entry(page.pick("整个单元格", "Whole cell"), signed(weights[.wholeValue, ofRule: 0]))
    entry(
      page.pick("单位、运算符、数列", "Units, operators, figures"), strengths(.beside, .besideWeak))
  }

  private func strengths(_ strong: Signal, _ weak: Signal) -> String {
    let (strong, weak) = (signed(weights[strong, ofRule: 0]), signed(weights[weak, ofRule: 0]))
    return page.pick("强 \(strong)，弱 \(weak)", "strong \(strong), weak \(weak)")
  }

  private mutating func writeExamples() {
    guard !rule.examples.positive.isEmpty || !rule.examples.negative.isEmpty else { return }
    page.heading(page.pick("例子", "Examples"))
    for example in rule.examples.positive {
      entry(example.level.name, shown(example) + column(example.column) + facts(example))
    }
    for example in rule.examples.negative {
      let check = example.fails.map { page.pick("（\($0)）", " (\($0))") } ?? ""
      entry(
        page.pick("无", "none"),
        example.text + column(example.column) + "  — " + example.reason + check)
    }
  }

  /// The text with `«»` around the value, as rules mark it.
  private func shown(_ example: Examples.Positive) -> String {
    let utf8 = example.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: example.span.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: example.span.upperBound)
    return "\(example.text[..<start])«\(example.text[start..<end])»\(example.text[end...])"
  }

  private func column(_ name: String?) -> String {
    name.map { page.pick("（列 \($0)）", "  (column \($0))") } ?? ""
  }

  private func facts(_ example: Examples.Positive) -> String {
    let birth = example.birth.map { page.pick("  出生 \($0.iso)", "  born \($0.iso)") } ?? ""
    return birth + (example.kind.name.map { "  \($0)" } ?? "")
  }
}
