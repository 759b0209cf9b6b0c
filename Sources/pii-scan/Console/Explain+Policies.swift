import Findings
import Policies
import Reports

extension Explain {
  /// A case of a policy that is answered otherwise than the policy says.
  ///
  /// - Parameter file: the policy's.
  func sentence(_ failure: PolicyChecker.Failure, file: String) -> String {
    let policyCase = failure.policyCase
    let place = "\(VisibleText.of(Array(file.utf8))):\(max(1, policyCase.line)):1: "
    let datum = policyCase.datum.name
    guard let found = failure.found else {
      return place
        + pick(
          "用例：没有类型\(quoted(datum))。请改正用例。",
          "case: there is no type \(quoted(datum)). Mend the case.")
    }
    let words = PolicyWords(language: language)
    func verdict(_ dataClass: DataClass, _ clause: String, _ basis: ClassBasis) -> String {
      pick(
        "\(words.name(of: dataClass))（\(clause)，\(words.name(of: basis))）",
        "\(words.name(of: dataClass)) (\(clause), \(words.name(of: basis)))")
    }
    let expected = verdict(
      policyCase.expectedClass, policyCase.expectedClause, policyCase.expectedBasis)
    let got = verdict(found.dataClass, found.clause, found.basis)
    return place
      + pick(
        "用例 \(datum)：判定为\(got)，应为\(expected)。请改正类别或用例。",
        "case of \(datum): the policy gives \(got), not \(expected). Mend the class or the case.")
  }

  /// A citation that does not hold against the text.
  ///
  /// - Parameter text: path of the text, whose line the message names.
  func sentence(_ fault: TextCheck.Fault, of policy: Policy, text: String) -> String {
    let path = VisibleText.of(Array(text.utf8))
    switch fault {
    case .digestDiffers(let expected, let found):
      return "\(path):1:1: "
        + pick(
          "这不是 \(policy.id) 所读的文本：SHA-256 为 \(found)，应为 \(expected)。请取得原文，或据新文本修订政策。",
          "This is another text than \(policy.id) reads: its SHA-256 is \(found), not \(expected). "
            + "Fetch that one, or revise the policy by this one.")
    case .noSuchLine(let clause, let lineCount):
      return "\(path):\(lineCount):1: "
        + pick(
          "\(policy.id) 引用\(quoted(clause))，但文本只有 \(lineCount) 行。请改正条款编号。",
          "\(policy.id) cites \(quoted(clause)), and the text has \(lineCount) lines only. "
            + "Mend the id of the clause.")
    case .wordsNotOnLine(let clause, let words):
      return "\(path):\(Clause.line(of: clause) ?? 1):1: "
        + pick(
          "\(policy.id) 在\(quoted(clause))引用\(quoted(words))，此行没有这些词。请改正引用。",
          "\(policy.id) cites \(quoted(words)) at \(quoted(clause)), and the line does not have "
            + "these words. Mend the citation.")
    }
  }
}
