package import Policies

/// Sentences about declared against found, in one language, for every report that shows it.
package struct DeclaredWords: Sendable {
  private let language: RunDescription.Language

  package init(_ language: RunDescription.Language) { self.language = language }

  private func pick(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  /// A heading for the items of one outcome.
  package func name(of outcome: DeclaredOutcome) -> String {
    switch outcome {
    case .foundThoughExcluded: pick("声明不收集而发现", "found, though said not to be collected")
    case .promiseContradicted: pick("与存储承诺相矛盾", "contradicts a promise about storage")
    case .promiseInDoubt: pick("可能与存储承诺相矛盾", "may contradict a promise about storage")
    case .foundNotDeclared: pick("发现而未声明", "found, not declared")
    case .kindUnclear: pick("用途不明", "of unknown purpose")
    case .declaredAndFound: pick("已声明并发现", "declared and found")
    case .declaredNotFound: pick("已声明而未发现", "declared, not found")
    case .notLookedFor: pick("未查找", "not looked for")
    case .notContradicted: pick("未见矛盾", "nothing contradicts it")
    case .cannotBeTold: pick("数据无法说明", "cannot be told from data")
    case .nothingDeclared: pick("无可比对的声明", "nothing declared to compare with")
    case .notApplicable: pick("不适用", "not applicable")
    }
  }

  /// What is to be made of an item; empty where the outcome says it all.
  package func note(on item: DeclaredItem) -> String {
    switch (item.outcome, item.subject) {
    case (.foundThoughExcluded, .exclusion(let exclusion)):
      exclusion.purpose.map {
        pick(
          "文本只就一种用途（\($0)）声明不收集；请核对这些数据的用途。",
          "The text excludes it for one purpose only (\($0)); check what these data are for.")
      } ?? ""
    case (.promiseContradicted, .promise(let promise)):
      pick("承诺为「", "Promised: ") + PromiseName.of(promise, language)
        + pick("」，而发现明文。", ". Found in plain text.") + bounds(item)
    case (.promiseInDoubt, .promise(let promise)):
      pick("承诺为「", "Promised: ") + PromiseName.of(promise, language)
        + pick(
          "」；有的字段明文与隐藏的值并存，计数不能说明是哪些行，请核对。",
          ". Fields hold values in plain text and hidden ones; counts do not tell which rows, so "
            + "check them.")
    case (.foundNotDeclared, _):
      item.citations.isEmpty
        ? pick(
          "文本没有声明收集它：或属超范围收集，或文本有遗漏。",
          "The text does not declare it: over-collection, or a text that is not complete.")
        : pick(
          "文本没有声明收集它，且称不收集无关的信息：或属超范围收集，或文本有遗漏。",
          "The text does not declare it, and says that nothing unrelated is collected: "
            + "over-collection, or a text that is not complete.")
    case (.kindUnclear, _):
      pick(
        "文本只声明了某些用途的地址；这些地址的用途不明，请核对。",
        "The text declares addresses of some purposes only; what these are for is not known.")
    case (.notLookedFor, _):
      item.datum == nil
        ? pick("扫描没有与之对应的类型。", "No type of the scan stands for it.")
        : pick("本次扫描没有查找此类型。", "This run did not look for the type.")
    case (_, .promise(let promise)): PromiseName.of(promise, language)
    case (.cannotBeTold, .exclusion):
      pick("何为无关取决于目的。", "What is unrelated depends on the purpose.")
    case (.nothingDeclared, _):
      pick(
        "文本中的清单是空的，没有可供比对的内容。",
        "The lists of the text are empty: there is nothing to compare findings with.")
    case (.notApplicable, _):
      pick("法律、标准或未列出收集内容的政策。", "A law, a standard, or a policy that lists nothing.")
    default: ""
    }
  }

  private func bounds(_ item: DeclaredItem) -> String {
    guard item.matches.lowerBound < item.matches.upperBound else { return "" }
    return pick(
      "至少 \(item.matches.lowerBound) 处。", " At least \(item.matches.lowerBound) matches.")
  }
}
