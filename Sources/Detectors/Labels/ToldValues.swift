/// Values that have no shape of their own and stand behind a label: 男 behind 性别：, 本科 behind 学历：
/// (`told_values.tsv`).
struct ToldValues: Sendable {
  /// What a value says of the type that its label names.
  enum Verdict: Equatable {
    /// A value that the type has.
    case fits
    /// Some other text.
    case other
    /// A blank to be filled in, or an instruction.
    case none
  }

  private enum Part: String {
    case whole, end, start, placeholder, owner
    case numberLabel = "number-label"
    case secretLabel = "secret-label"
    case freeLabel = "free-label"
  }

  /// By hash of type and part, then word, in normal form (ASCII letters without case).
  private var words: Set<UInt64> = []
  private var types: Set<TypeKey> = []
  /// Bytes of the longest word.
  private var longest = 0
  /// An ending counts up to here: longer texts are sentences.
  private static let longestEndedInBytes = 60
  private static let shortestSecretInBytes = 4
  private static let longestFreeInBytes = 48

  /// A type in the table, by the hash of its id.
  typealias TypeKey = UInt64

  init(_ tables: FactTables) {
    let table = tables.table("told_values")
    guard !table.isEmpty else { return }
    let (type, part, word) = (table.column("type"), table.column("part"), table.column("word"))
    table.forEachRow { cells in
      let key = TermHash.of(table.bytes.span, cells[type])
      guard let part = Part(rawValue: table.text(cells[part])) else { return }
      types.insert(key)
      longest = max(longest, cells[word].count)
      words.insert(Self.hash(table.bytes.span, cells[word], key, part))
    }
  }

  /// The key of a type, nil for one that labels do not tell.
  func key(ofType id: String) -> TypeKey? {
    let bytes = Array(id.utf8)
    let key = TermHash.of(bytes.span, 0..<bytes.count)
    return types.contains(key) ? key : nil
  }

  /// What the text in `value` says behind a label.
  ///
  /// - Parameter label: the term that is the label.
  func verdict(_ text: Span<UInt8>, _ value: Range<Int>, type: TypeKey, label: String) -> Verdict {
    guard !isPlaceholder(text, value) else {
      return words.contains(Self.hash(text, value, type, .whole)) ? .fits : .none
    }
    let name = Array(label.utf8)
    func isLabel(_ part: Part) -> Bool {
      words.contains(Self.hash(name.span, 0..<name.count, type, part))
    }
    if isLabel(.numberLabel) { return Self.isNumber(text, value) ? .fits : .other }
    if isLabel(.secretLabel) { return Self.isSecret(text, value) ? .fits : .none }
    if isLabel(.freeLabel) { return value.count <= Self.longestFreeInBytes ? .fits : .other }
    return isListed(text, value, type) ? .fits : .other
  }

  /// Whether the whole value is a word of the type.
  func isWhole(_ text: Span<UInt8>, _ value: Range<Int>, type: TypeKey) -> Bool {
    words.contains(Self.hash(text, value, type, .whole))
  }

  private func isListed(_ text: Span<UInt8>, _ value: Range<Int>, _ type: TypeKey) -> Bool {
    if isWhole(text, value, type: type) { return true }
    guard value.count <= Self.longestEndedInBytes else { return false }
    for length in 1...max(1, min(longest, value.count)) where length < value.count {
      let (low, high) = (value.lowerBound, value.upperBound)
      if words.contains(Self.hash(text, high - length..<high, type, .end))
        || words.contains(Self.hash(text, low..<low + length, type, .start))
      {
        return true
      }
    }
    return false
  }

  private func isPlaceholder(_ text: Span<UInt8>, _ value: Range<Int>) -> Bool {
    switch text[value.lowerBound] {
    // % { $ < [ ( _ - * # ~ . \ / & and what ends a field
    case 0x25, 0x7B, 0x24, 0x3C, 0x5B, 0x28, 0x5F, 0x2D, 0x2A, 0x23, 0x7E, 0x2E, 0x5C, 0x2F, 0x26:
      return true
    default: break
    }
    return (1...max(1, min(longest, value.count))).contains { length in
      length <= value.count
        && words.contains(
          Self.hash(
            text, value.lowerBound..<value.lowerBound + length, Self.anyType, .placeholder))
    }
  }

  /// Whether a word that tells whose datum it is ends at `end`: 患者 before 性别.
  func isOwner(_ text: Span<UInt8>, endingAt end: Int) -> Bool {
    (1...max(1, longest)).contains { length in
      length <= end && words.contains(Self.hash(text, end - length..<end, Self.anyType, .owner))
    }
  }

  private static let anyType: TypeKey = {
    let bytes = Array("any".utf8)
    return TermHash.of(bytes.span, 0..<bytes.count)
  }()

  /// Begins with a digit or a sign of currency and a digit.
  private static func isNumber(_ text: Span<UInt8>, _ value: Range<Int>) -> Bool {
    var i = value.lowerBound
    if text[i] == 0xEF || text[i] == 0xC2 { i += text[i] == 0xEF ? 3 : 2 }
    if i < value.upperBound, text[i] == 0x52 { i += 3 }
    return i < value.upperBound && text[i] &- 0x30 <= 9
  }

  /// Printable ASCII, with a digit or a sign beside letters, or six digits and more.
  private static func isSecret(_ text: Span<UInt8>, _ value: Range<Int>) -> Bool {
    guard value.count >= shortestSecretInBytes else { return false }
    var (digits, letters, signs) = (0, 0, 0)
    for i in value {
      switch text[i] {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x21...0x7E: signs += 1
      default: return false
      }
    }
    return digits >= 6 || digits > 0 && letters > 0 || signs > 0 && letters > 3 && digits > 0
  }

  private static func hash(
    _ text: Span<UInt8>, _ range: Range<Int>, _ type: TypeKey, _ part: Part
  ) -> UInt64 {
    var hash = TermHash.adding(partNumber(part), to: type)
    for i in range { hash = TermHash.adding(lower(text[i]), to: hash) }
    return hash
  }

  private static func partNumber(_ part: Part) -> UInt8 {
    switch part {
    case .whole: 1
    case .end: 2
    case .start: 3
    case .placeholder: 4
    case .owner: 5
    case .numberLabel: 6
    case .secretLabel: 7
    case .freeLabel: 8
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
