import Findings

/// The words that name a datum, looked up by hash: labels before a value and names of columns.
///
/// ASCII terms are compared without case, blanks, `_` and `-`; Chinese terms as they are. The hash
/// runs over a term's bytes from its last to its first, so that all terms that end at one place are
/// found in one walk to the left.
package struct ContextTerms: Sendable {
  /// What a term says.
  package struct Entry: Equatable, Sendable {
    /// Index into `kinds`.
    let kind: UInt8
    let isStrong: Bool
  }

  /// The kinds of the table, in order of appearance.
  private(set) var kinds: [TypeID] = []
  /// Kinds whose data are numbers of their own, so that their label speaks against other numbers.
  private(set) var namesNumber: [Bool] = []
  /// Kinds whose values are told by their own look, so that a weak word may be any column's.
  private var toldKinds: [Bool] = []
  /// Kinds of the decoys: orders, batches, traces.
  private var decoyKinds: [Bool] = []
  /// What a kind of the decoys means beside naming a number.
  private(set) var manners: [Manner] = []
  /// The terms as written, for evidence.
  package private(set) var terms: [String] = []
  /// Open addressing with linear steps: hashes of the normal forms (0: empty) and indices into
  /// `terms`.
  private var keys = ContiguousArray<UInt64>(repeating: 0, count: slotCount)
  private var indices = ContiguousArray<Int32>(repeating: 0, count: slotCount)
  private var entries: [[Entry]] = []
  /// Per term: it stands in texts, not only in names of columns.
  private var isWordOfLanguage: [Bool] = []
  /// Twice the number of terms and more, so that a look-up ends after a step or two.
  private static let slotCount = 1 << 15
  /// Bytes of the longest term.
  private(set) var longestInBytes = 0
  /// By hash of their last two characters: bytes of the longest term in normal form, at most 255.
  private var longestByEnding = ContiguousArray<UInt8>(repeating: 0, count: endingCount)
  private static let endingCount = 1 << 13
  /// A bit for each hash of the end of a term, of whatever length, but for whole terms.
  private var ends = ContiguousArray<UInt64>(repeating: 0, count: endBits / 64)
  private static let endBits = 1 << 18
  /// Per byte (`place`) a bit for each that stands behind it in some term, joints left out.
  private(set) var neighbours = ContiguousArray<UInt64>(repeating: 0, count: 64)
  /// Per term: see `yieldsToParent`.
  private var yielding: ContiguousArray<Bool> = []

  package init(_ tables: FactTables) {
    var kindIndex: [TypeID: UInt8] = [:]
    func number(of kind: TypeID, namesNumber isNumber: Bool, isDecoy: Bool) -> UInt8 {
      if let known = kindIndex[kind] { return known }
      let next = UInt8(kinds.count)
      kindIndex[kind] = next
      kinds.append(kind)
      namesNumber.append(isNumber)
      decoyKinds.append(isDecoy)
      toldKinds.append(isNumber || Self.shapedKinds.contains(kind.rawValue))
      manners.append(Manner(kind: kind.rawValue))
      return next
    }
    let numeric = Set(Self.numberKinds.map { TypeID(rawValue: $0) })
    for name in ["context_terms", "decoy_terms"] {
      let table = tables.table(name)
      guard !table.isEmpty else { continue }
      let isDecoy = name == "decoy_terms"
      let (kind, form, weight, term) = (
        table.column("kind"), table.column("form"), table.column("weight"), table.column("term")
      )
      table.forEachRow { cells in
        // Units stand behind a number and are no labels.
        guard !table.text(cells[form]).hasPrefix("after-") else { return }
        let id = TypeID(rawValue: table.text(cells[kind]))
        insert(
          table.text(cells[term]),
          Entry(
            kind: number(
              of: id, namesNumber: isDecoy || numeric.contains(id), isDecoy: isDecoy),
            isStrong: table.text(cells[weight]) == "strong"),
          isWord: table.text(cells[form]) != "column")
      }
    }
  }

  /// How a kind of words is read.
  enum Manner {
    /// As the name of something.
    case name
    /// As nothing; the word before it may tell (是 of a sentence: `is`, `value`, `number`).
    case filler
    /// As nothing where it is the whole name, as the end of a longer name as a number of its own:
    /// `id`, and `coupon_id`.
    case suffix
    /// As a number of its own, unless the word before it tells: 编号, `no`.
    case number
    /// As a person's number of any sort, or as anybody's: `user_id`.
    case anybodys

    init(kind: String) {
      switch kind {
      case "filler": self = .filler
      case "suffix": self = .suffix
      case "number": self = .number
      case "anybody": self = .anybodys
      default: self = .name
      }
    }

    /// Whether the word before such a word is asked first.
    var yieldsToParent: Bool {
      switch self {
      case .filler, .suffix, .number: true
      case .name, .anybodys: false
      }
    }
  }

  /// Kinds that are numbers, beside the decoys: a number labelled as one of them is no other.
  private static let numberKinds = [
    "alipay-id", "android-id", "bank-card", "foreigner-id", "hong-kong-id", "iccid", "imei", "imsi",
    "landline-phone", "medical-insurance", "military-id", "mobile-phone", "passport", "qq",
    "resident-id", "social-security", "student-number", "taiwan-id", "travel-permit", "uscc", "vin",
  ]

  /// Kinds of other shapes that tell themselves.
  private static let shapedKinds: Set<String> = [
    "address", "android-id", "coordinates", "email", "hong-kong-id", "idfa", "ip-address",
    "mac-address", "oaid", "taiwan-id",
    "vehicle-plate", "wechat-id",
  ]

  /// Whether values of a kind are told by their own look: numbers, addresses, not names.
  func isTold(kind: Int) -> Bool { toldKinds[kind] }

  private mutating func insert(_ term: String, _ entry: Entry, isWord: Bool) {
    var hash = TermHash.seed
    var (bytes, characters, ending) = (0, 0, 0)
    var next: UInt8 = 0
    for byte in term.utf8.reversed() {
      guard let byte = Self.normal(byte) else { continue }
      if byte < 0x80, next > 0, next < 0x80 {
        neighbours[Int(Self.place(byte))] |= 1 << Self.place(next)
      }
      next = byte
      if bytes > 0 {
        let end = Self.bit(ofEnd: hash)
        ends[end >> 6] |= 1 << UInt64(end & 63)
      }
      hash = TermHash.adding(byte, to: hash)
      bytes += 1
      if byte & 0xC0 != 0x80 { characters += 1 }
      if characters == 2, byte & 0xC0 != 0x80 { ending = Self.slot(ofEnding: hash) }
    }
    if characters > 1 {
      longestByEnding[ending] = max(longestByEnding[ending], UInt8(clamping: bytes))
    }
    longestInBytes = max(longestInBytes, term.utf8.count)
    if let known = self.term(withHash: hash) {
      if isWord { isWordOfLanguage[known] = true }
      if let same = entries[known].firstIndex(where: { $0.kind == entry.kind }) {
        if entry.isStrong { entries[known][same] = entry }
      } else {
        entries[known].append(entry)
        yielding[known] = yielding[known] && manners[Int(entry.kind)].yieldsToParent
      }
      return
    }
    precondition(terms.count < Self.slotCount / 2, "the table of terms is full")
    var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    while keys[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
    keys[slot] = hash
    indices[slot] = Int32(terms.count)
    terms.append(term)
    entries.append([entry])
    yielding.append(manners[Int(entry.kind)].yieldsToParent)
    isWordOfLanguage.append(isWord)
  }

  /// The byte a term is compared with; nil for one that does not count.
  @inline(__always)
  static func normal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x20, 0x2D, 0x5F: nil
    default: byte
    }
  }

  private static func slot(ofEnding hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (endingCount - 1)
  }

  private static func bit(ofEnd hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (endBits - 1)
  }

  /// The place of a letter, without regard to case, or a digit in a word of 64 bits.
  @inline(__always)
  private static func place(_ byte: UInt8) -> UInt64 {
    UInt64(byte & 0x40 != 0 ? byte & 0x1F : byte & 0x0F | 0x20)
  }

  /// Whether `next` stands behind `byte` in some term: letters without regard to case, or digits.
  @inline(__always)
  func mayNeighbour(_ byte: UInt8, _ next: UInt8) -> Bool {
    neighbours[Int(Self.place(byte))] >> Self.place(next) & 1 == 1
  }

  /// Whether some term may go on to the left of an end with this hash: of three others two are refused, or
  /// three of four.
  @inline(__always)
  func mayGoOn(_ hash: UInt64) -> Bool {
    let bit = Self.bit(ofEnd: hash)
    return ends[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// Bytes in normal form beyond which no term goes on that ends with the two characters of this hash.
  @inline(__always)
  func longest(endingWith hash: UInt64) -> Int {
    let longest = Int(longestByEnding[Self.slot(ofEnding: hash)])
    return longest < 255 ? longest : .max
  }

  /// The index of the term with this hash, or nil.
  @inline(__always)
  func term(withHash hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    while keys[slot] != 0 {
      if keys[slot] == hash { return Int(indices[slot]) }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return nil
  }

  /// The index of a term, or nil.
  func term(named name: some StringProtocol) -> Int? {
    var hash = TermHash.seed
    for byte in name.utf8.reversed() {
      guard let byte = Self.normal(byte) else { continue }
      hash = TermHash.adding(byte, to: hash)
    }
    return term(withHash: hash)
  }

  /// Whether a term says no more than that a number follows.
  func yieldsToParent(_ term: Int) -> Bool { yielding[term] }

  /// Whether a term is one or two ASCII letters that name nothing in a text: dh, sj; not IP, which is a
  /// word, nor id and no, which are read in a manner of their own.
  func isTerse(_ term: Int) -> Bool {
    let bytes = terms[term].utf8
    return bytes.count < 3 && !isWordOfLanguage[term] && bytes.allSatisfy { $0 < 0x80 }
      && entries[term].allSatisfy { !$0.isStrong && manners[Int($0.kind)] == .name }
  }

  /// Whether a term is a strong name of some other number, of orders or batches or flows: a type that it
  /// names only weakly (`serial_no` an IMEI) is not told by it.
  func isOtherNumber(_ term: Int) -> Bool {
    entries[term].contains {
      $0.isStrong && decoyKinds[Int($0.kind)] && manners[Int($0.kind)] == .name
    }
  }

  func entries(ofTerm term: Int) -> [Entry] { entries[term] }
}
