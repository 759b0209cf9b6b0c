/// What characters say for or against the name of a person: surnames, given names, and the words that
/// look like names and are none.
///
/// The weights are counted (`name_characters.tsv`): how much more often a character is a surname than
/// the first character of a word, and how much more often it stands in given names than in the rest of
/// words. Traditional characters count as their simplified forms.
final class NameLexicon: Sendable {
  /// The fewest decibans that the characters of a name must say. Of names drawn from the tables 98 in
  /// 100 reach it; of the words of two or three characters that are no names 1 in 50 (2,131 of
  /// 106,000 and 894 of 69,000; weighted by how often they occur, 1 in 147 and 1 in 98).
  static let leastDecibans = 5

  /// What is known of each character of U+4E00–9FFF.
  private struct Characters {
    var surname = ContiguousArray<Int8>(repeating: noSurname, count: scalarCount)
    var given = ContiguousArray<Int8>(repeating: unknownGiven, count: scalarCount)
    var simplified = ContiguousArray<UInt16>(0..<UInt16(scalarCount))
  }

  // Of a class, each by itself: whoever asks a structure of lists retains them all.
  private let surname: ContiguousArray<Int8>
  private let given: ContiguousArray<Int8>
  private let simplified: ContiguousArray<UInt16>
  /// Hashes of the indices of simplified characters.
  private let compounds: HashTable
  private let words: HashTable
  private let titles: HashTable

  private static let scalarCount = 0x5200
  private static let noSurname = Int8.min
  /// A character missing in the table is rare in names and in words.
  private static let unknownGiven: Int8 = -8
  /// A compound surname is one word in ten thousand, and one person in a thousand has one.
  private static let compoundDecibans = 10
  /// One name in a hundred has three characters behind a surname of one.
  private static let longGivenDecibans = -15
  private static let wordDecibans = -25
  /// A surname before a title (李女士) stands for a name where words seldom begin with it.
  private static let leastTitledSurname = 0
  /// The most characters of a name without a middle dot, and of a title.
  static let longest = 6

  /// What may follow a name or a surname.
  private static let titleWords = [
    "先生", "女士", "小姐", "太太", "夫人", "老师", "同学", "同志", "医生", "大夫", "护士", "师傅", "经理",
    "主任", "校长", "律师", "教授", "院长", "主管", "阿姨", "叔叔", "总",
  ]

  init(_ tables: FactTables) {
    let characters = Self.characters(tables.table("name_characters"))
    let simplified = characters.simplified
    var (compounds, words): (Set<UInt64>, Set<UInt64>) = ([], [])
    let surnames = tables.table("surnames")
    let (name, kind) = (surnames.column("surname"), surnames.column("kind"))
    surnames.forEachRow { cells in
      guard surnames.text(cells[kind]) == "compound" else { return }
      compounds.insert(Self.hash(surnames.bytes.span, cells[name], simplified))
    }
    let listed = tables.table("name_like_words")
    let word = listed.column("word")
    listed.forEachRow { cells in
      words.insert(Self.hash(listed.bytes.span, cells[word], simplified))
    }
    titles = HashTable(
      Self.titleWords.map { title in
        let bytes = Array(title.utf8)
        return Self.hash(bytes.span, 0..<bytes.count, simplified)
      })
    surname = characters.surname
    given = characters.given
    self.simplified = simplified
    self.compounds = HashTable(compounds)
    self.words = HashTable(words)
  }

  private static func characters(_ table: FactTable) -> Characters {
    var characters = Characters()
    let (char, other) = (table.column("char"), table.column("traditional"))
    let (asSurname, asGiven) = (table.column("surname"), table.column("given"))
    var variants: [(from: Int, to: Int)] = []
    var own: Set<Int> = []
    table.forEachRow { cells in
      guard let index = index(table.bytes.span, at: cells[char].lowerBound) else { return }
      own.insert(index)
      characters.surname[index] = decibans(table, cells[asSurname]) ?? noSurname
      characters.given[index] = decibans(table, cells[asGiven]) ?? unknownGiven
      for at in stride(from: cells[other].lowerBound, to: cells[other].upperBound, by: 3) {
        if let from = Self.index(table.bytes.span, at: at) { variants.append((from, index)) }
      }
    }
    // 於 and 昇 are names in simplified script too: a row of its own goes before a variant.
    for (from, to) in variants where !own.contains(from) {
      characters.simplified[from] = UInt16(to)
    }
    return characters
  }

  private static func decibans(_ table: FactTable, _ cell: Range<Int>) -> Int8? {
    Int8(table.text(cell))
  }

  /// What the characters of `value` say, in decibans; nil where it is no name of two to four Chinese
  /// characters, with or without a title behind it.
  func decibans(of value: Span<UInt8>) -> Int? {
    guard value.count % 3 == 0, value.count >= 6, value.count <= Self.longest * 3 else {
      return nil
    }
    for at in stride(from: 0, to: value.count, by: 3) where Self.index(value, at: at) == nil {
      return nil
    }
    let count = value.count / 3
    let titled = count - titleLength(value, count)
    let whole = decibans(of: value, count, isTitled: false)
    guard titled < count, let said = decibans(of: value, titled, isTitled: true) else {
      return whole
    }
    return max(whole ?? said, said)
  }

  private func decibans(of value: Span<UInt8>, _ count: Int, isTitled: Bool) -> Int? {
    guard count <= 4, let first = character(value, 0) else { return nil }
    if count == 1 {
      let weight = Int(surname[first])
      return isTitled && weight >= Self.leastTitledSurname ? weight + 10 : nil
    }
    var best: Int?
    if surname[first] != Self.noSurname {
      best = Int(surname[first]) + givenDecibans(value, 1..<count)
      if count == 4 { best = best.map { $0 + Self.longGivenDecibans } }
    }
    if compounds.contains(hash(value, 0..<6)), count > 2 || isTitled {
      let said = Self.compoundDecibans + givenDecibans(value, 2..<count)
      best = max(best ?? said, said)
    }
    if words.contains(hash(value, 0..<count * 3)) { best = best.map { $0 + Self.wordDecibans } }
    return best
  }

  /// Characters of the surname with which `value` begins: 2 for a compound one, else 1.
  func surnameLength(_ value: Span<UInt8>) -> Int {
    guard value.count > 6, Self.index(value, at: 0) != nil, Self.index(value, at: 3) != nil else {
      return 1
    }
    return compounds.contains(hash(value, 0..<6)) ? 2 : 1
  }

  private func givenDecibans(_ value: Span<UInt8>, _ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + Int(character(value, $1).map { given[$0] } ?? Self.unknownGiven) }
  }

  /// Characters of the title with which `value` ends, 0 without one.
  private func titleLength(_ value: Span<UInt8>, _ count: Int) -> Int {
    for length in [2, 1] where count > length {
      if titles.contains(hash(value, (count - length) * 3..<count * 3)) { return length }
    }
    return 0
  }

  /// The simplified form of the character with a number, as an index.
  private func character(_ value: Span<UInt8>, _ number: Int) -> Int? {
    Self.index(value, at: number * 3).map { Int(simplified[$0]) }
  }

  /// Over the simplified characters of a range of bytes; 0 for what is not Chinese.
  private func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    Self.hash(text, range, simplified)
  }

  private static func hash(
    _ text: Span<UInt8>, _ range: Range<Int>, _ simplified: borrowing ContiguousArray<UInt16>
  ) -> UInt64 {
    var hash = TermHash.seed
    for at in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
      guard let index = index(text, at: at) else { return 0 }
      let simple = simplified[index]
      hash = TermHash.adding(UInt8(truncatingIfNeeded: simple), to: hash)
      hash = TermHash.adding(UInt8(truncatingIfNeeded: simple >> 8), to: hash)
    }
    return hash
  }

  /// The place of the character at `at` among U+4E00–9FFF; nil for any other.
  private static func index(_ text: Span<UInt8>, at: Int) -> Int? {
    guard at + 2 < text.count, text[at] &- 0xE4 <= 5, text[at + 1] & 0xC0 == 0x80,
      text[at + 2] & 0xC0 == 0x80
    else { return nil }
    let scalar =
      Int(text[at] & 0x0F) << 12 | Int(text[at + 1] & 0x3F) << 6 | Int(text[at + 2] & 0x3F)
    return scalar >= 0x4E00 ? scalar - 0x4E00 : nil
  }
}
