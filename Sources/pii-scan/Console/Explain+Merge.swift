import ArgumentParser
import Reports

extension Explain {
  /// What keeps reports from being merged: 65, or 74 where the merged one cannot be written.
  func report(_ error: MergeError) -> ExitCode {
    if case .output(let error) = error { return Self.report(error, language: language) }
    Terminal.complain("pii-scan: \(sentence(error))\n")
    return ExitStatus.badRuleset
  }

  func sentence(_ refusal: MergeRefusal) -> String {
    switch refusal {
    case .otherProgram:
      pick(
        "这些报告由另一版本的 pii-scan 生成，请用生成它们的版本合并。",
        "These reports were made by another version of pii-scan. Merge them with that one.")
    case .otherRules:
      pick(
        "这些报告所用的规则或政策与现有的不同。请用 --rules、--policy-file 指定当时所用的。",
        "These reports were made with other rules or policies. Name them with --rules and "
          + "--policy-file.")
    }
  }

  private func sentence(_ error: MergeError) -> String {
    switch error {
    case .unreadable(let path, let errno):
      return pick(
        "无法读取\(quoted(path))：\(Terminal.systemMessage(errno))。请指定 --report 写成的目录。",
        "Cannot read \(quoted(path)): \(Terminal.systemMessage(errno)). Name directories that "
          + "--report wrote.")
    case .malformed(let path):
      return pick(
        "\(quoted(path))已损坏，或不是本程序写成。请重新扫描以生成报告。",
        "\(quoted(path)) is damaged, or was not written by this program. Scan again.")
    case .different(let first, let second, let difference):
      return pick(
        "\(quoted(first))与\(quoted(second))不能合并：\(words(difference))不同。",
        "\(quoted(first)) and \(quoted(second)) cannot be merged: they differ in "
          + "\(words(difference)).")
    case .overlapping(let first, let second):
      return pick(
        "\(quoted(first))与\(quoted(second))含有同一文件或同一份额，合并会重复计数。",
        "\(quoted(first)) and \(quoted(second)) hold the same file or the same share; merging "
          + "would count it twice.")
    case .output:
      preconditionFailure("an error of output is told as such")
    }
  }

  private func words(_ difference: MergeError.Difference) -> String {
    switch difference {
    case .program: pick("程序版本", "the version of the program")
    case .ruleset: pick("规则或政策的内容", "the rules or policies")
    case .key: pick("密钥（请用同一个 --key-file）", "the key (use one --key-file)")
    case .asOf: pick("截至日（--as-of）", "the day of ages (--as-of)")
    case .policies: pick("所用政策（--policy）", "the policies (--policy)")
    case .types: pick("所查类型（--types）", "the types (--types)")
    case .options: pick("其他选项", "other options")
    }
  }
}
