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
    let marks = Marks()
    let sieve = Sieve(places: nil)
    let pieces = [
      "qq", "QQ", "no", "id", "passport", "number", "student", "x", "http", "nio", "8080", "exec",
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
      }
    }
  }
}
