import Foundation
import TestSupport
import Testing

/// The page of a report in a browser, as a reader uses it.
@Suite(.serialized) struct DataMapTests {
  /// A browser that shows the page of a scan of the workplace.
  private func browser(
    at place: Workplace, _ arguments: [String] = [], width: Int = 1400
  ) throws -> Browser {
    let report = place.scratch.path + "/report"
    let outcome = try Program.scanner.run(
      [
        "data", "--key-file", place.keyFile, "--as-of", Invented.asOf, "--lang", "en",
        "--report", report, "--quiet",
      ] + arguments, in: place.scratch.path)
    #expect([0, 2].contains(outcome.status), "\(outcome.errorText)")
    let browser = try Browser()
    try browser.show(report + "/data-map.html", width: width)
    #expect(try browser.evaluate("document.documentElement.dataset.ready") == .text("1"))
    return browser
  }

  /// Nothing went wrong in the page, and nothing was asked for.
  private func expectQuiet(_ browser: Browser) {
    #expect(browser.complaints == [])
    #expect(browser.fetched == [])
  }

  private func people() throws -> Workplace {
    let place = try Workplace()
    try place.write(
      "school/pupils.csv",
      "姓名,身份证号,手机号\n郑巧云,\(Invented.childID),\(Invented.phone)\n冯建国,\(Invented.adultID),13907554219\n"
    )
    try place.write("notes.txt", Invented.text)
    try place.write("broken.csv", "a,b\n1,2\n3,\"4\n")
    return place
  }

  @Test("The page opens, filters, drills down, changes its language and prints")
  func use() throws {
    let browser = try browser(at: try people(), ["--policy", "pipl,gbt-45574-2025"])
    #expect(
      try browser.evaluate("document.querySelector('h1').textContent") == .text("Personal data map")
    )
    let sections = "[...document.querySelectorAll('main section')].map(s => s.id)"
    #expect(
      try browser.evaluate(sections)
        == .array(["map", "persons", "minors", "definitions", "links", "gaps"].map { .text($0) }))

    // All rows, then those of one file, then nothing.
    let files = "[...document.querySelectorAll('.row.file .label')].map(l => l.textContent)"
    #expect(
      try browser.evaluate(files) == .array([.text("notes.txt"), .text("school/pupils.csv")]))
    try filter("pupils", in: browser)
    #expect(try browser.evaluate(files) == .array([.text("school/pupils.csv")]))
    #expect(
      try browser.evaluate("document.querySelector('main .shown').textContent.split(' ')[0]")
        == .text("6"))
    try filter("no such thing", in: browser)
    #expect(try browser.evaluate("document.querySelector('.map .empty').hidden") == .boolean(false))
    try filter("", in: browser)

    // Down to the sample of the ID numbers, with its evidence and its classes by both texts.
    try browser.evaluate(
      "document.querySelector('.row.file .cell[title^=\"Resident\"]').click()")
    let sample = try browser.evaluate("document.querySelector('figure.sample code').textContent")
    #expect(sample.text?.contains("*") == true)
    #expect(
      try browser.evaluate(
        """
        [...document.querySelectorAll('svg.evidence text.number')]
          .reduce((sum, t) => sum + Number(t.textContent.replace('−', '-')), 0)
          === parseInt([...document.querySelectorAll('svg.evidence text.total')].pop().textContent)
        """) == .boolean(true))
    #expect(
      try browser.evaluate("document.querySelectorAll('.drawer .verdicts > section').length")
        == .number(2))
    try browser.press("Escape", code: 27)
    #expect(try browser.evaluate("document.querySelector('.drawer').open") == .boolean(false))

    try browser.evaluate("document.querySelector('.pair [lang=zh]').click()")
    #expect(try browser.evaluate("document.documentElement.lang") == .text("zh-CN"))
    #expect(try browser.evaluate("document.querySelector('h1').textContent") == .text("个人信息数据地图"))

    let pdf = try browser.pdf()
    #expect(pdf.prefix(5) == Data("%PDF-".utf8))
    #expect(pdf.count > 20_000, "\(pdf.count) bytes are no document")
    expectQuiet(browser)
  }

  @Test("A minor's record shows where only minors are asked for, and not under an adult's name")
  func minors() throws {
    let browser = try browser(at: try people())
    try browser.evaluate(
      """
      (() => { const age = document.querySelector('select.age'); age.value = 'under14';
      age.dispatchEvent(new Event('change')); })()
      """)
    let cell = "document.querySelector('.row.file .cell[title^=\"Resident\"]').title"
    // Of two pupils one is eight years old; in notes.txt each line stands for itself.
    #expect(try browser.evaluate(cell).text?.contains(": 1, sensitive") == true)
    expectQuiet(browser)
  }

  @Test("Arrows move and open rows, Enter drills down, Escape comes back to the same cell")
  func keyboard() throws {
    let browser = try browser(at: try people())
    try browser.evaluate("document.querySelector('[data-at=\"0,0\"]').focus()")
    let place = "document.activeElement.dataset.at"
    for (key, code) in [("ArrowDown", 40), ("ArrowDown", 40)] { try browser.press(key, code: code) }
    #expect(try browser.evaluate(place) == .text("2,0"))
    try browser.press("ArrowRight", code: 39)
    let isOpen = "document.activeElement.parentElement.getAttribute('aria-expanded')"
    #expect(try browser.evaluate(isOpen) == .text("true"))
    try browser.press("ArrowDown", code: 40)
    try browser.press("ArrowRight", code: 39)
    #expect(try browser.evaluate(place) == .text("3,1"))
    try browser.press("Enter", code: 13)
    #expect(try browser.evaluate("document.querySelector('.drawer').open") == .boolean(true))
    try browser.press("Escape", code: 27)
    #expect(try browser.evaluate(place) == .text("3,1"))
    for _ in 0..<2 { try browser.press("ArrowLeft", code: 37) }
    #expect(try browser.evaluate(place) == .text("2,0"), "from a column to its table's row")
    expectQuiet(browser)
  }

  @Test("What a policy promises for children stands beside what was found, fault first")
  func declared() throws {
    let browser = try browser(at: try people(), ["--policy", "ccm-engineering-machinery"])
    let rows = try browser.evaluate(
      "[...document.querySelectorAll('.declaredrow')].map(row => row.textContent)")
    guard case .array(let texts) = rows else { return }
    #expect(texts.first?.text?.contains("promise contradicted") == true, "\(texts)")
    #expect(texts.first?.text?.contains("VII/[children]/[storage]@L266") == true)
    expectQuiet(browser)
  }

  @Test("Hostile names stay text")
  func hostile() throws {
    let place = try Workplace()
    let names = [
      "<img src=x onerror=hacked=1>.csv", "]]>.csv", "a\u{202E}vsc.exe.csv",
      "=HYPERLINK(\"http:,,x.y\").csv", "&lt;b&gt;.csv", "身份证\(Invented.childID).csv",
    ]
    for name in names { try place.write(name, "<script>hacked=1<,手机号\n1,\(Invented.phone)\n") }
    try place.write(
      "t.sql",
      """
      CREATE TABLE `</script><script>hacked=1</script>` (`<!--<script>` varchar(18), `\u{2028}手机` varchar(20));
      INSERT INTO `</script><script>hacked=1</script>` VALUES ('\(Invented.adultID)','\(Invented.phone)');
      """)
    let browser = try browser(at: place)
    try browser.evaluate("document.querySelectorAll('.opener button')[2].click()")
    #expect(try browser.evaluate("typeof hacked") == .text("undefined"))
    #expect(
      try browser.evaluate("document.querySelectorAll('img, iframe, object, link').length")
        == .number(0))
    #expect(try browser.evaluate("document.scripts.length") == .number(3))
    let labels = try browser.evaluate(
      "[...document.querySelectorAll('.label')].map(l => l.textContent).join('\\n')")
    let shown = try #require(labels.text)
    for name in ["<img src=x onerror=hacked=1>.csv", "]]>.csv", "=HYPERLINK(", "&lt;b&gt;.csv"] {
      #expect(shown.contains(name), "\(name)")
    }
    #expect(shown.contains("</script><script>hacked=1</script>"))
    #expect(shown.contains("aU+202Evsc.exe.csv"))
    let whole = try browser.evaluate("document.getElementById('page').outerHTML")
    let page = try #require(whole.text)
    #expect(!page.contains("\u{202E}") && !page.contains("\u{2028}"))
    #expect(!page.contains(Invented.childID))
    expectQuiet(browser)

    // The policy in the head lets nothing out.
    let answer = try browser.evaluate(
      "fetch('http://127.0.0.1:9/').then(() => 'sent', error => 'refused')")
    #expect(answer == .text("refused"))
    #expect(browser.complaints.contains { $0.contains("Content Security Policy") })
  }

  @Test("On a phone nothing is wider than the screen")
  func phone() throws {
    let browser = try browser(at: try people(), ["--policy", "pipl,vkel"], width: 390)
    #expect(try browser.evaluate("document.documentElement.scrollWidth") == .number(390))
    expectQuiet(browser)
  }

  @Test("50,000 rows load within two seconds of work, and a filter takes less than a fifth of one")
  func size() throws {
    let place = try Workplace()
    let columns = (0..<25).map { "手机\($0)" }.joined(separator: ",")
    let phones = [String](repeating: Invented.phone, count: 25).joined(separator: ",")
    try place.write("wide.csv", columns + "\n" + phones + "\n")
    #expect(
      try place.scan("data", "--report", place.scratch.path + "/report", "--quiet").status == 0)
    let page = String(
      decoding: try place.scratch.bytes(of: "report/data-map.html"), as: UTF8.self)
    let line = try #require(
      page.split(separator: "\n").first { $0.hasPrefix("[\"data/wide.csv\"") })
    #expect(line.ranges(of: "手机").count == 25)
    let lines = (0..<2000).map { copy in
      line.replacing("data/wide.csv", with: "data/d\(copy / 40)/t\(copy).csv")
    }
    let file = try place.scratch.write(
      "big.html", page.replacing(line, with: lines.joined(separator: ",\n")))

    let browser = try Browser()
    let before = try browser.workInSeconds()
    try browser.show(file)
    #expect(try browser.evaluate("document.documentElement.dataset.ready") == .text("1"))
    let loaded = try browser.workInSeconds()
    #expect(loaded - before < 2, "\(loaded - before) s")
    #expect(
      try browser.evaluate("document.querySelector('main .shown').textContent")
        == .text("50,000 of 50,000 findings in 2,000 of 2,000 assets"))
    for (text, count) in [("手机7", "2,000"), ("d12 t48", "250"), ("", "50,000")] {
      let start = try browser.workInSeconds()
      try filter(text, in: browser)
      try browser.evaluate("document.body.offsetHeight")
      let end = try browser.workInSeconds()
      #expect(end - start < 0.2, "\(text): \(end - start) s")
      let shown = try browser.evaluate("document.querySelector('main .shown').textContent").text
      #expect(shown?.hasPrefix(count + " of") == true, "\(text): \(shown ?? "")")
    }
    // Far down, and yet few rows are there.
    try browser.evaluate("document.querySelectorAll('.opener button')[2].click()")
    try browser.evaluate("document.querySelector('.grid').scrollTop = 1e9")
    try browser.evaluate("new Promise(done => setTimeout(done, 200))")
    #expect(
      try browser.evaluate("document.querySelectorAll('.row').length < 100") == .boolean(true))
    #expect(
      try browser.evaluate("[...document.querySelectorAll('.row .label')].pop().textContent")
        == .text("手机24"))
    expectQuiet(browser)
  }

  private func filter(_ text: String, in browser: Browser) throws {
    try browser.evaluate(
      """
      (() => { const query = document.getElementById('query'); query.value = '\(text)';
      query.dispatchEvent(new Event('input')); })()
      """)
  }
}
