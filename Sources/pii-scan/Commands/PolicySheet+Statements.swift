import Findings
import Policies
import Reports

/// What a policy says beside classes and ages. A section without content is left out, but for those
/// whose emptiness says something.
extension PolicySheet {
  mutating func writeCombinations() {
    guard !policy.combinations.isEmpty else { return }
    page.heading(page.pick("组合", "Combinations"))
    for rule in policy.combinations {
      let data = ([words.name(of: rule.data)] + rule.others).filter { !$0.isEmpty }
        .joined(separator: ", ")
      let (alone, together) = (
        words.name(of: rule.classAlone), words.name(of: rule.classTogether)
      )
      page.paragraph(
        page.pick(
          "\(data)：单独为\(alone)，与\(words.name(of: rule.with))在一起为\(together)",
          "\(data): \(alone) alone, \(together) with \(words.name(of: rule.with))"), indent: 2)
      page.paragraph(words.cited(rule.citation), indent: 4, color: .dim)
    }
  }

  mutating func writeDeclarations() {
    switch policy.declarations {
    case .notApplicable:
      return
    case .emptyInText(let citations):
      page.heading(page.pick("声明收集", "Declares to collect"))
      page.paragraph(
        page.pick(
          "文本中的清单是空的，没有可供比对的内容。",
          "The lists of the text are empty: there is nothing to compare findings with."), indent: 2)
      for citation in citations {
        page.paragraph(words.cited(citation), indent: 4, color: .dim)
      }
    case .listed(let declarations):
      page.heading(page.pick("声明收集", "Declares to collect"))
      let longest = declarations.reduce(0) { max($0, $1.citation.clause.count) }
      for declaration in declarations {
        let others = declaration.others.isEmpty ? "" : words.quoted(declaration.others)
        let data = declaration.data.map(\.name).joined(separator: ", ")
        entry(
          declaration.citation.clause,
          [data, others].filter { !$0.isEmpty }.joined(separator: ", "),
          column: min(longest, 28) + 4)
      }
    }
  }

  mutating func writeExclusions() {
    guard !policy.exclusions.isEmpty else { return }
    page.heading(page.pick("声明不收集", "Declares not to collect"))
    for exclusion in policy.exclusions {
      let data =
        exclusion.data.isEmpty
        ? page.pick("无关的信息", "anything unrelated")
        : exclusion.data.map(\.name).joined(separator: ", ")
      let purpose = exclusion.purpose.map { page.pick("（用于 \($0)）", " (for \($0))") } ?? ""
      page.paragraph(data + purpose, indent: 2)
      page.paragraph(words.cited(exclusion.citation), indent: 4, color: .dim)
    }
  }

  mutating func writePromises() {
    guard !policy.promises.isEmpty || !policy.deadlines.isEmpty else { return }
    page.heading(page.pick("承诺", "Promises"))
    for promise in policy.promises {
      page.paragraph(words.name(of: promise), indent: 2)
      page.paragraph(words.cited(promise.citation), indent: 4, color: .dim)
    }
    for deadline in policy.deadlines {
      let time =
        deadline.days.map { page.pick("\($0) 天内", "within \(page.count($0, "day"))") }
        ?? page.pick("及时（未写明天数）", "in time (no number of days)")
      page.paragraph(
        page.pick("答复个人请求：\(time)", "answers a person's request \(time)"), indent: 2)
      page.paragraph(words.cited(deadline.citation), indent: 4, color: .dim)
    }
  }

  mutating func writeFacts() {
    guard !policy.facts.isEmpty else { return }
    page.heading(page.pick("其他", "Besides"))
    for fact in policy.facts {
      page.paragraph(fact.statement, indent: 2)
      page.paragraph(words.cited(fact.citation), indent: 4, color: .dim)
    }
  }

  mutating func writeLimits() {
    page.heading(page.pick("审计限额", "Limits of an audit"))
    let limits = Limits.chosen(user: [], policy: policy)
    for item in limits.items {
      let origin =
        switch item.origin {
        case .toolDefault: page.pick("工具默认，并非法律规定", "the tool's default, not law")
        case .user, .policy: item.limit.citation.map { words.cited($0) } ?? ""
        }
      page.paragraph(
        page.pick(
          "\(words.name(of: item.limit.subject))：至多 \(item.limit.most)",
          "\(words.name(of: item.limit.subject)): at most \(item.limit.most)"), indent: 2)
      if !origin.isEmpty { page.paragraph(origin, indent: 4, color: .dim) }
    }
  }
}
