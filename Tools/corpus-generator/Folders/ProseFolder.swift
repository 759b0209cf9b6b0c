/// Letters, notices, chats and e-mails with numbers and addresses as people write them.
struct ProseFolder {
  var registry: Registry
  var decoys: Decoys
  let asOf: CalendarDay

  init(seed: UInt64, asOf: CalendarDay) {
    registry = Registry(seed: seed, stream: "prose", asOf: asOf)
    decoys = Decoys(random: SplitMix64(seed: seed, stream: "prose decoys"))
    self.asOf = asOf
  }

  mutating func files() -> [Manuscript] {
    [
      letter("letter-to-parents.txt", ProsePassages.letter, lines: 60),
      letter("notice.md", ProsePassages.notice, lines: 60),
      letter("chat.txt", ProsePassages.chat, lines: 110, opening: chatOpening),
      letter("mail.txt", ProsePassages.mail, lines: 60),
      letter("addresses.txt", ProsePassages.addresses, lines: 120),
      letter("numbers.txt", ProsePassages.numbers, lines: 120),
      letter("papers.md", ProsePassages.papers, lines: 70),
    ]
  }

  private mutating func letter(
    _ path: String, _ passage: (inout ProsePassages) -> Passage, lines: Int,
    opening: (inout SplitMix64) -> String = { _ in "" }
  ) -> Manuscript {
    var file = Manuscript(path: path, surrounding: "prose", asOf: asOf)
    file.judgesForm = true
    for number in 0..<lines {
      var writer = ProsePassages(registry: registry, decoys: decoys, number: number)
      let text = passage(&writer)
      registry = writer.registry
      decoys = writer.decoys
      file.line("\(opening(&registry.random))\(text)")
      if number % 7 == 6 { file.line(Passage(ProsePassages.filler[number % 5])) }
    }
    return file
  }

  /// `2026-11-20 09:31:07 小李：`
  private func chatOpening(_ random: inout SplitMix64) -> String {
    let day = CalendarDay(2026, 11, random.number(1...21)).iso
    let time = [24, 60, 60].map { padded(random.below($0), 2) }.joined(separator: ":")
    return day + " " + time + " " + random.pick(["小李", "王姐", "客服007", "老张", "会飞的鱼"]) + "："
  }
}
