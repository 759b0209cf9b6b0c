import Findings
import Policies
import Testing

@testable import Reports

@Suite struct TerminalSummaryTests {
  static let sources: [SourceReport] = {
    let phones: [FindingRecord] = (0..<1200).map { (n: Int) -> FindingRecord in
      let level = n < 900 ? Level.certain : .likely
      let age = Age(years: n < 12 ? 9 : 33)
      return Example.finding(type: 1, level: level, age: age, fingerprint: UInt64(n / 2))
    }
    let ids: [FindingRecord] = (0..<40).map { (n: Int) -> FindingRecord in
      Example.finding(type: 0, age: Age(years: 14), fingerprint: UInt64(n))
    }
    let test = [Example.finding(type: 4, level: .likely, labels: [.testData, .masked])]
    return [
      Example.source(
        "data/a.zip", coverage: Coverage(status: .partly, reason: .encrypted, bytes: 5_000_000),
        gaps: [Gap(.encrypted, bytes: 700)]),
      Example.source(
        "data/a.zip", member: "users.csv",
        coverage: Coverage(status: .scanned, bytes: 90_000, bytesScanned: 90_000, records: 1200),
        tables: [Example.table("", ["phone", "id"], records: 1200, values: [1200, 40])],
        fields: [(0, 0, 1, Example.tally(phones, possible: 3)), (0, 1, 0, Example.tally(ids))]),
      Example.source(
        "data/" + String(repeating: "很长的目录/", count: 12) + "联系.txt",
        coverage: Coverage(status: .scanned, bytes: 2000, bytesScanned: 2000),
        fields: [(-1, -1, 4, Example.tally(test))]),
      Example.source(
        "data/evil\u{1B}[2J\u{202E}.txt",
        coverage: Coverage(status: .scanned, bytes: 20, bytesScanned: 20),
        fields: [(-1, -1, 3, Example.tally([Example.finding(type: 3)]))]),
      Example.source("data/x.png", coverage: Coverage(status: .skipped, reason: .noText, bytes: 7)),
    ]
  }()

  private func text(
    _ sources: [SourceReport] = sources, language: RunDescription.Language = .english,
    minimumLevel: Level = .likely, useColor: Bool = false, width: Int = 80,
    outcome: RunOutcome = RunOutcome()
  ) throws -> String {
    let run = Example.run(language: language, minimumLevel: minimumLevel)
    let display = Display(
      useColor: useColor, widthInColumns: width, reportDirectory: "./report")
    return try Example.text(
      of: TerminalSummary(run: run, display: display), sources, run: run, outcome: outcome)
  }

  @Test("The summary in English is one screen")
  func english() throws {
    #expect(
      try text() == #"""
        Type                 Class      Findings  Certain  Likely  Distinct
        ───────────────────────────────────────────────────────────────────
        Mobile phone number  sensitive        12       12       0       600
                             personal      1,188      888     300
        Resident ID number   sensitive        40       40       0        40
        Company code (USCC)  none              1        1       0         1
        E-mail address       personal          1        0       1         1
        ───────────────────────────────────────────────────────────────────
        Total                              1,242      941     301
        weaker, only counted: 3 · look like test data: 1 · masked in the source: 1

        Findings by the person's age on 2026-11-23
              12  under 14
              52  14 or younger (GB/T 35273)
              40  14 to 17
           1,188  18 or older
               2  unknown

        Distinct persons, by ID number, phone or e-mail
            641

        Findings  Sensitive  Under 14  Files with the most findings
        ────────────────────────────────────────────────────────────────────────────────
           1,240         52        12  data/a.zip!users.csv
               1          0         0  data/很长的目录/…/很长的目录/很长的目录/联系.txt
               1          0         0  data/evil\u{1b}[2J\u{202e}.txt

        Not read in full
               1  encrypted: protected by a password
                  Decrypt, and scan the copy.
                  data/a.zip

        Policy    The Law (law), ages as of 2026-11-23
        Read      files: 4 (4.7 MiB) · inside them: 1 · records: 1,200
        Left out  images, media and programs: 1
        Reports   ./report
                  inventory.csv opens in a spreadsheet; findings.jsonl lists all
        Incomplete: something that counts could not be read.

        """#)
  }

  @Test("The summary in Chinese lines up")
  func chinese() throws {
    #expect(
      try text(language: .chinese) == #"""
        类型              类别     发现  确定  很可能  去重
        ───────────────────────────────────────────────────
        手机号码          敏感       12    12       0   600
                          个人    1,188   888     300
        居民身份证号      敏感       40    40       0    40
        统一社会信用代码  非个人      1     1       0     1
        电子邮箱          个人        1     0       1     1
        ───────────────────────────────────────────────────
        合计                      1,242   941     301
        把握较低、只计数：3 · 像是测试数据：1 · 原文已脱敏：1

        按年龄的发现数（截至 2026-11-23）
              12  不满 14 周岁
              52  14 周岁及以下（GB/T 35273）
              40  14 至 17 周岁
           1,188  成年
               2  未知

        不同的人（按证件号、手机号、邮箱）
            641

         发现  敏感  未满14岁  发现最多的文件
        ────────────────────────────────────────────────────────────────────────────────
        1,240    52        12  data/a.zip!users.csv
            1     0         0  data/很长的目录/很…的目录/很长的目录/很长的目录/联系.txt
            1     0         0  data/evil\u{1b}[2J\u{202e}.txt

        未能完整读取
               1  encrypted：有密码保护
                  解密后扫描副本。
                  data/a.zip

        政策  个人信息保护法（law），年龄截至 2026-11-23
        已读  文件：4 (4.7 MiB) · 其中所含：1 · 记录：1,200
        未计  图片、音视频、程序等非文本：1
        报告  ./report
              inventory.csv 可用表格软件打开；findings.jsonl 逐条列出
        不完整：有内容未能读取。

        """#)
  }

  @Test("No line is wider than the terminal, whatever is in it")
  func widths() throws {
    let gaps = GapReason.allCases.map {
      Example.source(
        "data/" + String(repeating: "長い", count: 60), gaps: [Gap($0), Gap($0)])
    }
    for language in [RunDescription.Language.english, .chinese] {
      for width in [72, 80, 132] {
        let text = try text(
          Self.sources + gaps + gaps + gaps + gaps, language: language, minimumLevel: .possible,
          width: width, outcome: RunOutcome(verdict: SummaryJSONTests.failed))
        for line in text.split(separator: "\n") {
          #expect(DisplayWidth.of(line) <= width, "\(line)")
          #expect(line.last != " ")
        }
      }
    }
  }

  @Test("Colour changes no character, and none is used unasked")
  func colors() throws {
    let plain = try text()
    #expect(!plain.contains("\u{1B}"))
    let colored = try text(useColor: true)
    #expect(colored.contains("\u{1B}[31msensitive\u{1B}[0m"))
    #expect(colored.replacing(#/\x{1B}\[[0-9]*m/#, with: "") == plain)
  }

  @Test("A clean run says so in a few lines")
  func clean() throws {
    let source = Example.source(
      "a", coverage: Coverage(status: .scanned, bytes: 3, bytesScanned: 3))
    #expect(
      try text([source]) == """
        No personal data found that is likely or more.

        Policy   The Law (law), ages as of 2026-11-23
        Read     files: 1 (3 B)
        Reports  ./report
                 inventory.csv opens in a spreadsheet; findings.jsonl lists all
        Complete: everything that counts was read.

        """)
  }

  @Test("An audit states its verdict and the limits that were exceeded, an interruption itself")
  func verdict() throws {
    let text = try text(
      [], outcome: RunOutcome(isInterrupted: true, verdict: SummaryJSONTests.failed))
    #expect(text.contains("Verdict  fail\n         sensitive: 2 of at most 0 (the tool's default"))
    #expect(text.hasSuffix("\nInterrupted: this counts only what was finished.\n"))
  }
}
