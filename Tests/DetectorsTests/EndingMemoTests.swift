import Findings
import Sieve
import Testing

@testable import Detectors

@Suite struct EndingMemoTests {
  private static let pieces = [
    "qq", "QQ", "no", "card", "Card", "nos", "ids", "id_list", "imei", "user", "weixin", "md5 ",
    "id", "passport", "number", "student", "x", "http", "nio", "8080", "exec", "phone", "mobile",
    "1", "h5", " ", " ", " ", "=", "[", "-", "_", "号", "学号", "护照", "：", "\n", "cost", "e", "d2",
    "orderServiceImplementation",
  ]

  @Test("No label is refused that is read there, whatever was remembered of its last word")
  func memory() throws {
    let ruleSet = try BuiltinRules.ruleSet()
    let (forms, labels) = (ruleSet.labelled, LabelReader(ruleSet.terms))
    let memo = EndingMemo(forms, contexts: ruleSet.contextEndings, reader: labels)
    let rules = Set(ruleSet.forms.filter(\.form.needsContext).map(\.rule))
    let marks = Marks()
    let sieve = Sieve(places: nil)
    var random = SeededGenerator(seed: 0x3E30_0001)
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        bytes += Array(Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)].utf8)
      }
      sieve.mark(bytes.span, into: marks)
      let outline = Outline(marks)
      for end in 1...bytes.count {
        var start = end
        while start < bytes.count, start < end + 40, [0x20, 0x3D, 0x5B].contains(bytes[start]) {
          start += 1
        }
        let tellsLabel = memo.mayEndLabel(at: end, in: bytes.span, outline)
        let tellsContext = memo.mayEndContext(at: end, in: bytes.span, outline)
        let isLabel = forms.endings.mayEnd(at: end, in: bytes.span)
        let isContext = ruleSet.contextEndings.mayEnd(at: end, in: bytes.span)
        for start in end...start {
          let direct = labels.direct(bytes.span, before: start)
          if !tellsLabel, isLabel, forms.mask(of: direct) != 0 {
            Issue.record("told at \(start) of \(String(decoding: bytes, as: UTF8.self))")
          }
          // Names of many things are read, and their endings are not told.
          let isPlural = [0x73, 0x53].contains(bytes[end - 1]) || bytes[..<end].hasSuffix("list")
          guard !tellsContext, isContext, !isPlural else { continue }
          for rule in rules {
            let said = ruleSet.evidence(ofTerms: direct, forRule: rule, inColumn: false)
            if let said, said.decibans > 0 {
              Issue.record("context at \(start) of \(String(decoding: bytes, as: UTF8.self))")
            }
          }
        }
      }
    }
  }
}

extension Collection<UInt8> {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    count >= text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
