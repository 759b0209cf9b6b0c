import Findings

/// Names beside a number of the same person in one line: 张伟 13812345678; 张伟，男，身份证号……
extension Finder {
  /// Where a short Chinese text stands beside a person's number, one in three is a name: as much as a weak
  /// label is worth.
  private static let besideDecibans = 12
  private static let likelyDecibans = 10

  /// Tries the forms of names beside each likely number.
  ///
  /// Cost: nothing where a text has no such number; some 100 ns for each.
  func tryBesideNumbers(_ text: Span<UInt8>, _ column: ColumnContext?) {
    guard let form = ruleSet.nameForm else { return }
    defer { cue = nil }
    for i in lookAlikes.indices {
      guard lookAlikes[i].decibans >= Self.likelyDecibans, lookAlikes[i].told == nil,
        ruleSet.marksPerson[traits[lookAlikes[i].form].rule]
      else { continue }
      let number = lookAlikes[i]
      // Nothing stands beside what is all there is.
      if number.range == 0..<text.count { continue }
      cue = Evidence(name: ruleSet.besideName, decibans: Int16(Self.besideDecibans))
      if let start = nameStart(text, before: number.range.lowerBound) {
        if attempt(form, text, at: start, column, folds: false) { continue }
      }
      if let start = nameStart(text, behind: number.range.upperBound) {
        _ = attempt(form, text, at: start, column, folds: false)
      }
    }
  }

  /// Where a run of two to four Chinese characters before a number, its label and the sex begins.
  private func nameStart(_ text: Span<UInt8>, before number: Int) -> Int? {
    let label = labels.label(in: text, before: number)
    var end = number
    if !label.direct.isEmpty {
      let term = ruleSet.terms.terms[label.direct[0]]
      guard text[label.end - 1] >= 0x80 else { return nil }
      end = label.end - term.utf8.count
    }
    end = skipJoints(text, end)
    // 男 or 女 between the name and the number.
    if end >= 6, text[end - 3] == 0xE7 || text[end - 3] == 0xE5, isSex(text, end - 3) {
      let before = skipJoints(text, end - 3)
      if before < end - 3 { end = before }
    }
    guard end < number else { return nil }
    var start = end
    while start >= 3, end - start <= 12, isChinese(text, start - 3) { start -= 3 }
    return (6...12).contains(end - start) ? start : nil
  }

  /// Where a run of two to four Chinese characters behind a number begins.
  private func nameStart(_ text: Span<UInt8>, behind number: Int) -> Int? {
    var start = number
    while start < text.count, start - number < 6 {
      let width = jointWidth(text, start)
      guard width > 0 else { break }
      start += width
    }
    guard start > number else { return nil }
    var end = start
    while end - start <= 12, isChinese(text, end) { end += 3 }
    return (6...12).contains(end - start) ? start : nil
  }

  /// The offset behind the last character before `end` that joins nothing.
  private func skipJoints(_ text: Span<UInt8>, _ end: Int) -> Int {
    var i = end
    while i > 0, end - i < 6 {
      if text[i - 1] < 0x80 {
        guard jointWidth(text, i - 1) == 1 else { break }
        i -= 1
      } else {
        guard i > 2, jointWidth(text, i - 3) == 3 else { break }
        i -= 3
      }
    }
    return i
  }

  /// Bytes of the blank, comma, bracket or bar at `i`, 0 for anything else; a full stop or a break parts.
  private func jointWidth(_ text: Span<UInt8>, _ i: Int) -> Int {
    switch text[i] {
    case 0x20, 0x09, 0x2C, 0x28, 0x29, 0x7C, 0x2D, 0x2F, 0x3A: return 1
    default: break
    }
    guard i + 2 < text.count else { return 0 }
    switch (text[i], text[i + 1], text[i + 2]) {
    // ， 、 （ ） ： and the wide blank.
    case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0x89),
      (0xEF, 0xBC, 0x9A), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }

  private func isChinese(_ text: Span<UInt8>, _ i: Int) -> Bool {
    i + 2 < text.count && text[i] &- 0xE4 <= 5 && text[i + 1] & 0xC0 == 0x80
  }

  /// 男 or 女.
  private func isSex(_ text: Span<UInt8>, _ i: Int) -> Bool {
    text[i] == 0xE7 && text[i + 1] == 0x94 && text[i + 2] == 0xB7
      || text[i] == 0xE5 && text[i + 1] == 0xA5 && text[i + 2] == 0xB3
  }
}
