import Findings

/// Reads the names of columns: words joined by `_`, capitals or nothing at all, pinyin and its
/// initials, Chinese headers.
///
/// The head of a name is its last word: `phone_type` is a type and no phone. So a name means the
/// terms that it is or ends with; what may stand behind such a term are a number, a word that says
/// how the value is kept (`phone_md5`) and a plural. Cost: some microseconds a column.
struct ColumnNameReader {
  /// What a name means.
  struct Reading {
    /// Terms that the name is or ends with, the longest first.
    var terms: [Int] = []
    /// Those of them that stand behind words nobody knows: only what tells itself is meant by a weak one.
    var loose: Set<Int> = []
    /// A word before the term says that a guardian's datum is meant.
    var namesGuardian = false
  }

  private let terms: ContextTerms
  private let words: ColumnWords

  init(_ terms: ContextTerms, _ words: ColumnWords) {
    self.terms = terms
    self.words = words
  }

  /// The meaning of the name `name`, which is empty for one that names nothing known.
  func reading(of name: ColumnName) -> Reading {
    var parts = Self.parts(of: name.head)
    guard let first = parts.first else { return Reading() }
    // 是否绑定手机号 and `has_email` are yes or no, whatever their last word is.
    let isFlag =
      parts.count > 1 && words.contains(first, as: .flag)
      || parts.count > 2 && words.contains(first + parts[1], as: .flag)
    while !parts.isEmpty {
      let reading = reading(of: parts, wholeOnly: isFlag)
      let shorter = withoutEnding(parts)
      // `md5` is a checksum, and `phone_md5` a phone number all the same.
      if let shorter, let last = parts.last, words.contains(last, as: .storage),
        reading.terms.count <= 1, reading.terms.first == terms.term(named: last),
        case let kept = self.reading(of: shorter, wholeOnly: isFlag), !kept.terms.isEmpty
      {
        return kept
      }
      if !reading.terms.isEmpty { return reading }
      guard let shorter else { break }
      parts = shorter
    }
    return Reading()
  }

  /// The terms that end at the last part.
  private func reading(of parts: [String], wholeOnly: Bool) -> Reading {
    var reading = Reading()
    for start in wholeOnly ? 0..<1 : 0..<parts.count {
      let text = parts[start...].joined()
      guard let term = terms.term(named: text) ?? singular(text).flatMap({ terms.term(named: $0) }),
        let isLoose = isLoose(term, behind: parts[..<start])
      else { continue }
      reading.terms.append(term)
      if isLoose { reading.loose.insert(term) }
      if parts[..<start].contains(where: { words.contains($0, as: .guardian) }) {
        reading.namesGuardian = true
      }
    }
    if reading.terms.isEmpty, !wholeOnly, let last = parts.last { return glued(last) }
    return reading
  }

  /// Whether the words before a term leave open what it means: `name` means a person's in `user_name`
  /// and not in `foo_name`; `phone` means a phone in `foo_phone`. Nil where the term means nothing.
  private func isLoose(_ term: Int, behind before: ArraySlice<String>) -> Bool? {
    let entries = terms.entries(ofTerm: term)
    func manner(_ entry: ContextTerms.Entry) -> ContextTerms.Manner {
      terms.manners[Int(entry.kind)]
    }
    if entries.allSatisfy({ manner($0) == .filler }) { return nil }
    guard !before.isEmpty else {
      return entries.allSatisfy { manner($0) == .suffix || manner($0) == .filler } ? nil : false
    }
    let text = before.joined()
    // 图片地址 and `file_address` are places on a machine.
    if entries.contains(where: { terms.kinds[Int($0.kind)].rawValue == "address" }),
      before.contains(where: { words.contains($0, as: .thing) })
        || !words.endings(of: " " + text, as: .thing).isEmpty
    {
      return nil
    }
    let isKnown = before.allSatisfy { isPrefix($0) } || words.qualifiers(coverAll: text[...]) != nil
    if isKnown { return false }
    let tells = entries.contains { $0.isStrong || terms.isTold(kind: Int($0.kind)) }
    return tells ? true : nil
  }

  /// `t`, `f`, `sys`: too short to mean much, or a word for a person.
  private func isPrefix(_ word: String) -> Bool {
    word.utf8.count <= 3 && word.utf8.allSatisfy { $0 < 0x80 }
      || words.contains(word, as: .qualifier) || words.contains(word, as: .guardian)
  }

  /// A word whose beginning is made of qualifiers: `khsjhm` (客户, 手机号码), `useremail`.
  private func glued(_ word: String) -> Reading {
    guard word.count > 3, word.count <= Self.longestGlued,
      word.utf8.allSatisfy({ $0 &- 0x61 < 26 })
    else { return Reading() }
    for start in word.indices.dropFirst() {
      let rest = word[start...]
      guard rest.count > 1, let term = terms.term(named: rest),
        // Two letters of pinyin may be many things: `rq` is any day.
        rest.count > 3
          || terms.entries(ofTerm: term).contains(where: {
            $0.isStrong || terms.isTold(kind: Int($0.kind))
          }),
        let isGuardian = words.qualifiers(coverAll: word[..<start])
      else { continue }
      return Reading(terms: [term], namesGuardian: isGuardian)
    }
    return Reading()
  }

  private static let longestGlued = 40

  /// The name without its last word, if that says how the value is kept or numbered.
  private func withoutEnding(_ parts: [String]) -> [String]? {
    guard let last = parts.last else { return nil }
    let rest = Array(parts.dropLast())
    if words.contains(last, as: .storage) || words.contains(last, as: .number) {
      return rest.isEmpty ? nil : rest
    }
    let bare = last.prefix(last.count - Self.digitCount(atEndOf: last))
    if bare.count < last.count { return bare.isEmpty ? rest : rest + [String(bare)] }
    // Chinese has no blanks between its words: 手机号密文.
    let whole = parts.joined()
    for role in [ColumnWords.Role.storage, .number] {
      if let ending = words.endings(of: whole, as: role).first {
        return Self.parts(of: String(whole.dropLast(ending.count)))
      }
    }
    return nil
  }

  private static func digitCount(atEndOf word: String) -> Int {
    word.utf8.reversed().prefix { $0 &- 0x30 <= 9 }.count
  }

  /// `addresses` is `address`, `phones` is `phone`.
  private func singular(_ text: String) -> Substring? {
    guard text.utf8.count > 4, text.hasSuffix("s"), !text.hasSuffix("ss") else { return nil }
    let stem = text.dropLast()
    if terms.term(named: stem) != nil { return stem }
    return stem.hasSuffix("e") ? stem.dropLast() : nil
  }

  /// The words of a name in lower case: runs of ASCII letters and digits parted at `_`, blanks and
  /// capitals; every other character is a word of its own.
  static func parts(of name: String) -> [String] {
    var parts: [String] = []
    var word = ""
    var previous: Character?
    let characters = Array(name)
    func close(_ word: inout String) {
      if !word.isEmpty { parts.append(word.lowercased()) }
      word = ""
    }
    for (i, character) in characters.enumerated() {
      if character.isASCII, character.isLetter || character.isNumber {
        if character.isUppercase, let previous {
          let isNew = previous.isLowercase || previous.isNumber
          let endsRun =
            previous.isUppercase && i + 1 < characters.count && characters[i + 1].isLowercase
            && characters[i + 1].isASCII
          if isNew || endsRun { close(&word) }
        }
        word.append(character)
        previous = character
      } else {
        close(&word)
        previous = nil
        if !character.isASCII { parts.append(String(character)) }
      }
    }
    close(&word)
    return parts
  }
}
