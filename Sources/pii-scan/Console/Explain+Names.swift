import Findings
import Policies
import Rulesets

extension Explain {
  /// A name on the command line that stands for nothing, with the names that do.
  func sentence(_ error: UnknownName) -> String {
    let nearest = Spelling.nearest(to: error.name, among: error.known)
    let (chinese, english, listing) =
      switch error.kind {
      case .policy: ("政策", "policy", pick("已知的政策：", "The policies are "))
      case .type: ("类型", "type", pick("规则能查找的类型：", "The types that rules find are "))
      case .rule: ("规则", "rule", pick("已知的规则：", "The rules are "))
      }
    return pick(
      "没有名为\(quoted(error.name))的\(chinese)。\(didYouMean(nearest))\(listing)\(listed(error.known))。",
      "There is no \(english) \(quoted(error.name)).\(didYouMean(nearest)) "
        + "\(listing)\(listed(error.known)).")
  }

  /// Policies of the command line that cannot judge together.
  func sentence(_ error: PolicyError) -> String {
    switch error {
    case .noPolicy:
      pick("没有给出政策。请用 --policy 指定。", "No policy is given. Name one with --policy.")
    case .duplicate(let policy):
      pick(
        "政策\(quoted(policy))给出了两次。请只写一次。",
        "The policy \(quoted(policy)) is given twice. Give it once.")
    case .unknownFallback(let policy, let fallback):
      pick(
        "政策\(quoted(policy))依据的\(quoted(fallback))不存在。请用 --policy-file 一并给出。",
        "The policy \(quoted(policy)) extends \(quoted(fallback)), which does not exist. "
          + "Give that one too with --policy-file.")
    case .cycle(let ids):
      pick(
        "政策相互依据，形成循环：\(ids.joined(separator: " → "))。请去掉其中一处 extends。",
        "Policies extend one another in a circle: \(ids.joined(separator: " → ")). "
          + "Take one of them out of extends.")
    case .nothingToTake(let policy, let datum, let fallback):
      pick(
        "政策\(quoted(policy))按 class-from 从\(quoted(fallback))取 \(datum.name) 的类别，但那里没有。"
          + "请在 extends 中列出它，或直接写 class。",
        "The policy \(quoted(policy)) takes the class of \(datum.name) from \(quoted(fallback)), "
          + "which gives none. List it in extends, or state a class.")
    case .unclassified(let policy, let type):
      pick(
        "政策\(quoted(policy))及其依据都没有给出 \(type.rawValue) 的类别。请加 definition 或 extends: [pipl]。",
        "Neither the policy \(quoted(policy)) nor what it extends gives \(type.rawValue) a class. "
          + "Add a definition, or extends: [pipl].")
    case .ageNotTallied(let policy, let years):
      pick(
        "政策\(quoted(policy))对未满 \(years) 周岁者另定类别，但只能按 14、15、18 周岁区分。请改用其中之一。",
        "The policy \(quoted(policy)) gives a class under \(years) years, but only 14, 15 and 18 "
          + "can be told apart. Use one of these.")
    }
  }
}
