import Reports
import RulesetSource
import Rulesets

extension Explain {
  /// A fault of a ruleset file: `file:line:column: path: sentence`, as compilers say it, so that
  /// editors find the place.
  func sentence(_ diagnostic: Diagnostic) -> String {
    let file = VisibleText.of(Array(diagnostic.file.utf8))
    let path = diagnostic.path.isEmpty ? "" : diagnostic.path + pick("：", ": ")
    return "\(file):\(diagnostic.mark.line):\(diagnostic.mark.column): \(path)"
      + sentence(diagnostic.problem, isExample: diagnostic.path.hasPrefix("examples"))
  }

  /// - Parameter isExample: the fault is of a text that stands for data, which is not repeated.
  private func sentence(_ problem: Diagnostic.Problem, isExample: Bool) -> String {
    switch problem {
    case .syntax(let reason):
      return sentence(reason)
    case .unknownKey(let key, let nearest):
      let advice =
        nearest == nil
        ? pick("请检查拼写或删除它。", " Check its spelling, or remove it.") : didYouMean(nearest)
      return pick(
        "键\(quoted(key))没有用处。\(advice)", "Nothing reads the key \(quoted(key)).\(advice)")
    case .missingKey(let key):
      return pick(
        "缺少键\(quoted(key))。请补上。", "The key \(quoted(key)) is missing. Add it.")
    case .wrongShape(let expected, let found):
      return pick(
        "这里应为\(name(expected))，却是\(name(found))。请改写。",
        "\(name(expected, capital: true)) is expected here, not \(name(found)). Rewrite it.")
    case .emptyValue:
      return pick(
        "键后没有值。请写上值，或删除该键。", "The key has no value. Write one, or remove the key.")
    case .notAnInteger(let text):
      return pick(
        "\(quoted(text))不是整数。请写不带引号的数字。",
        "\(quoted(text)) is no whole number. Write digits without quotes.")
    case .outOfRange(let number, let allowed):
      return pick(
        "\(number) 超出范围，应为\(range(allowed))。", "\(number) is out of range; use \(range(allowed)).")
    case .notYesOrNo(let text):
      return pick(
        "\(quoted(text))应为 true 或 false。", "\(quoted(text)) must be true or false.")
    case .notOneOf(let text, let allowed):
      let nearest = Spelling.nearest(to: text, among: allowed)
      return pick(
        "\(quoted(text))不在可用的词之内。\(didYouMean(nearest))可用：\(listed(allowed))。",
        "\(quoted(text)) is none of the words allowed here.\(didYouMean(nearest)) "
          + "Use one of \(listed(allowed)).")
    case .repeated(let name, let first?):
      return pick(
        "\(quoted(name))重复，首次出现在第 \(first.line) 行。请改名或删除其一。",
        "\(quoted(name)) stands here again, first on line \(first.line). Rename or remove one.")
    case .repeated(let name, nil):
      return pick(
        "\(quoted(name))已被占用。请换一个名称。",
        "The name \(quoted(name)) is taken. Use another one.")
    case .unknownName(let name, let kind, let nearest):
      let advice =
        nearest == nil
        ? pick("请检查拼写。", " Check how it is spelt.") : didYouMean(nearest)
      return pick(
        "没有名为\(quoted(name))的\(self.name(ofKind: kind))。\(advice)",
        "There is no \(kind) \(quoted(name)).\(advice)")
    case .pattern(let offset, let message):
      return pick(
        "PCRE2 不接受此模式，出错处在第 \(offset + 1) 字节：\(message)。请改正模式。",
        "PCRE2 refuses the pattern at its byte \(offset + 1): \(message). Mend the pattern there.")
    case .example(let fault):
      return sentence(fault)
    case .unsound(let value, let reason):
      let subject = isExample ? "" : quoted(value) + pick("：", ": ")
      return subject + ended(pick(chinese(reason: reason), reason))
    }
  }

  private func name(_ shape: Diagnostic.Shape, capital: Bool = false) -> String {
    switch shape {
    case .text: pick("文本", capital ? "Text" : "text")
    case .list: pick("列表", capital ? "A list" : "a list")
    case .mapping: pick("键值映射", capital ? "A mapping" : "a mapping")
    }
  }

  private func range(_ allowed: ClosedRange<Int>) -> String {
    switch (allowed.lowerBound, allowed.upperBound) {
    case (.min, .max): pick("任意整数", "any whole number")
    case (.min, let most): pick("不大于 \(most)", "at most \(most)")
    case (let least, .max): pick("不小于 \(least)", "at least \(least)")
    case (let least, let most): pick(" \(least) 至 \(most)", "\(least) to \(most)")
    }
  }

  private func name(ofKind kind: String) -> String {
    switch kind {
    case "rule": "规则"
    case "check": "校验"
    case "policy": "政策"
    case "clause": "条款"
    case "type": "类型"
    default: kind
    }
  }

  private func ended(_ sentence: String) -> String {
    sentence.hasSuffix(".") || sentence.hasSuffix("。") ? sentence : sentence + pick("。", ".")
  }
}
