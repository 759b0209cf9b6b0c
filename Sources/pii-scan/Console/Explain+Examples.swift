import Findings
import Rulesets

extension Explain {
  /// How an example came out otherwise than its rule says. Values stay out; bytes are counted from 0.
  func sentence(_ fault: RuleExampleFault) -> String {
    switch fault {
    case .missed(let variant, let expected, let found):
      let instead =
        found.isEmpty
        ? pick("什么也没有找到", "nothing was found")
        : pick(
          "找到的是字节 \(listed(found.map(bytes)))",
          "what was found is bytes \(listed(found.map(bytes)))")
      return pick(
        "\(words(variant))：应找到字节 \(bytes(expected))，\(instead)。请检查模式、prefilter 以及权重之和是否不小于 0。",
        "\(words(variant)), bytes \(bytes(expected)) should be found, but \(instead). "
          + "Check the pattern, the prefilter, and that the weights add up to 0 or more.")
    case .otherLevel(let variant, let expected, let found, let decibans):
      let reached = found.map { $0.name } ?? pick("无", "none")
      return pick(
        "\(words(variant))：级别为 \(reached)（\(decibans) deciban），应为 \(expected.name)（\(decibansOf(expected))）。"
          + "请调整权重，或改正期望的级别。",
        "\(words(variant)), the level is \(reached) (\(decibans) decibans), not \(expected.name) "
          + "(\(decibansOf(expected))). Change the weights, or the level that is expected.")
    case .otherBirth(let expected, let found):
      return pick(
        "读出的出生日期为 \(day(found))，应为 \(day(expected))。",
        "The birth date read is \(day(found)), not \(day(expected)). Check the example's date.")
    case .otherKind(let expected, let found):
      return pick(
        "地址种类为 \(kind(found))，应为 \(kind(expected))。请检查例子或地址用词。",
        "The kind is \(kind(found)), not \(kind(expected)). Check the example, or the terms of "
          + "addresses.")
    case .otherFingerprint:
      return pick(
        "写成全角数字后指纹不同，会被当作另一个值。请检查 canonical。",
        "With full-width digits the fingerprint differs, so it counts as another value. "
          + "Check canonical.")
    case .found(let variant, let range):
      return pick(
        "\(words(variant))：字节 \(bytes(range)) 被找到，但不应找到。请收紧模式或增加校验。",
        "\(words(variant)), bytes \(bytes(range)) are found and should not be. "
          + "Narrow the pattern, or add a check.")
    case .unknownCheck(let name, let known):
      let choices =
        known.isEmpty
        ? pick("此规则没有校验。", "The rule has no checks.")
        : pick("此规则的校验：\(listed(known))。", "The rule's checks are \(listed(known)).")
      return pick(
        "fails 写的校验\(quoted(name))不在此规则中。\(choices)",
        "'fails' names the check \(quoted(name)), which the rule does not have. \(choices)")
    case .notRefused:
      return pick(
        "fails 说校验会拒绝此值，但模式没有匹配到它。请改正例子，或删去 fails。",
        "'fails' says that a check refuses the value, but the pattern does not match it. "
          + "Mend the example, or leave 'fails' out.")
    case .noRefusedExample:
      return pick(
        "规则有校验，却没有一个被校验拒绝的反例。请加一个带 fails 的 no-match。",
        "The rule has checks, and no example that one of them refuses. Add a no-match with 'fails'."
      )
    case .noPositiveExample:
      return pick("规则没有正例。请加 match。", "The rule has no example that matches. Add one to match.")
    case .noNegativeExample:
      return pick(
        "规则没有反例。请加 no-match。",
        "The rule has no example that does not match. Add one to no-match.")
    }
  }

  private func words(_ variant: RuleExampleVariant) -> String {
    switch variant {
    case .asWritten: pick("按原样", "As written")
    case .behindPrefix:
      pick("前面加一行多字节字符后", "Behind a line of characters of three and four bytes")
    case .beforeChinese: pick("后面紧接汉字时", "Directly before a Chinese character")
    case .afterChinese: pick("前面紧接汉字时", "Directly after a Chinese character")
    case .afterLetterOrDigit(let glue):
      pick("前面紧接\(quoted(glue))时", "Directly after \(quoted(glue))")
    case .beforeLetterOrDigit(let glue):
      pick("后面紧接\(quoted(glue))时", "Directly before \(quoted(glue))")
    case .cut(let byte):
      pick("在字节 \(byte) 处分成两段读取时", "Read in two pieces that part at byte \(byte)")
    case .fullWidth: pick("写成全角数字后", "With full-width digits")
    case .changedDigit(let byte, let digit):
      pick(
        "值的字节 \(byte) 改为 \(digit) 后", "With byte \(byte) of the value changed to \(digit)")
    }
  }

  /// First and last byte.
  private func bytes(_ range: Range<Int>) -> String {
    range.count > 1 ? "\(range.lowerBound)–\(range.upperBound - 1)" : "\(range.lowerBound)"
  }

  private func day(_ date: CivilDate?) -> String { date?.iso ?? pick("无", "none") }

  private func kind(_ kind: Kind) -> String { kind.name ?? pick("无", "none") }

  private func decibansOf(_ level: Level) -> String {
    switch level {
    case .possible: pick("0 至 9", "0 to 9")
    case .likely: pick("10 至 19", "10 to 19")
    case .certain: pick("20 及以上", "20 or more")
    }
  }
}
