import Findings
import Sieve
import Testing

@testable import Detectors

@Suite struct EndingMemoTests {
  @Test(
    "What is remembered of a word is what a look at it says",
    arguments: ["qq", "student-number", "passport"])
  func memory(_ kind: String) throws {
    let terms = ContextTerms(try BuiltinRules.tables())
    let endings = LabelEndings(of: terms.kinds.map { $0.rawValue == kind }, in: terms)
    let memo = EndingMemo(endings)
    let ruleSet = try BuiltinRules.ruleSet()
    let (forms, labels) = (ruleSet.labelled, LabelReader(ruleSet.terms))
    let telling = EndingMemo(forms.endings, telling: (forms: forms, labels: labels))
    let marks = Marks()
    let sieve = Sieve(places: nil)
    let pieces = [
      "qq", "QQ", "no", "card", "Card", "nos", "ids", "id_list", "imei", "user", "weixin", "md5 ",
      "id", "passport", "number", "student", "x", "http", "nio", "8080", "exec",
      "1",
      "h5", " ", " ", " ", "=", "[", "-", "_", "号", "学号", "护照", "：", "\n", "cost",
      "orderServiceImplementation",
    ]
    var random = SeededGenerator(seed: 0x3E30_0001)
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
      }
      sieve.mark(bytes.span, into: marks)
      let outline = Outline(marks)
      for end in 1...bytes.count {
        var readsOn = false
        let expected = endings.mayEnd(at: end, in: bytes.span, &readsOn)
        let remembered = memo.mayEnd(at: end, in: bytes.span, outline)
        if remembered != expected {
          Issue.record("\(expected) at \(end) of \(String(decoding: bytes, as: UTF8.self))")
        }
        // What is told there is not refused, however far the value stands.
        guard !telling.mayEnd(at: end, in: bytes.span, outline) else { continue }
        var start = end
        while start < bytes.count, start < end + 40, [0x20, 0x3D, 0x5B].contains(bytes[start]) {
          start += 1
        }
        for start in end...start {
          let mask = forms.mask(of: labels.direct(bytes.span, before: start))
          let ends = forms.endings.mayEnd(at: end, in: bytes.span, &readsOn)
          if mask != 0, ends {
            Issue.record("told at \(start) of \(String(decoding: bytes, as: UTF8.self))")
          }
        }
      }
    }
  }
}
