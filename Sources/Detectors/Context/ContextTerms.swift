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
  private var keys: ContiguousArray<UInt64>
  private var indices: ContiguousArray<Int32>
  /// The number of slots less one, a power of two less one. Two in three are taken at most, so that a look-up ends
  /// after a step or two.
  private let slotMask: Int
  /// The entries of all terms, those of a term together, and where those of each begin, and the end.
  private var entries: ContiguousArray<Entry> = []
  private var entryStarts: ContiguousArray<Int32> = []
  /// Per term: it stands in texts, not only in names of columns.
  private var isWordOfLanguage: [Bool] = []
  /// Bytes of the longest term.
  private(set) var longestInBytes = 0
  /// A bit for each hash of the end of a term, of whatever length, but for whole terms.
  private var ends = ContiguousArray<UInt64>(repeating: 0, count: endBits / 64)
  private static let endBits = 1 << 18
  /// Per byte (`place`) a bit for each that stands behind it in some term, joints left out.
  private(set) var neighbours = ContiguousArray<UInt64>(repeating: 0, count: 64)
  /// Per term: see `yieldsToParent`.
  private var yielding: ContiguousArray<Bool> = []

  package init(_ tables: FactTables) {
    let sources = ["context_terms", "decoy_terms"].map { ($0, tables.table($0)) }
    let rowCount = sources.reduce(1) { $0 + $1.1.lineCount }
    var slotCount = 1024
    while 2 * slotCount < 3 * rowCount { slotCount *= 2 }
    slotMask = slotCount - 1
    keys = ContiguousArray(repeating: 0, count: slotCount)
    indices = ContiguousArray(repeating: 0, count: slotCount)
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
    var read: [(term: Int32, entry: Entry)] = []
    let (after, strong, column) = (Array("after-".utf8), Array("strong".utf8), Array("column".utf8))
    for (name, table) in sources {
      guard !table.isEmpty else { continue }
      let isDecoy = name == "decoy_terms"
      let (kind, form, weight, term) = (
        table.column("kind"), table.column("form"), table.column("weight"), table.column("term")
      )
      // Rows of a kind stand together.
      var (kindCell, kindNumber) = (0..<0, UInt8(0))
      table.forEachRow { cells in
        // Units stand behind a number and are no labels.
        guard !table.begins(cells[form], with: after) else { return }
        if kindCell.isEmpty || table.bytes[kindCell] != table.bytes[cells[kind]] {
          let id = TypeID(rawValue: table.text(cells[kind]))
          kindCell = cells[kind]
          kindNumber = number(
            of: id, namesNumber: isDecoy || numeric.contains(id), isDecoy: isDecoy)
        }
        let isStrong =
          cells[weight].count == strong.count && table.begins(cells[weight], with: strong)
        let isColumn = cells[form].count == column.count && table.begins(cells[form], with: column)
        let index = insert(cells[term], of: table, isWord: !isColumn)
        read.append((Int32(index), Entry(kind: kindNumber, isStrong: isStrong)))
      }
    }
    arrange(read)
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

  /// Notes which letters and digits of a term stand behind one another.
  private mutating func noteNeighbours(_ text: Span<UInt8>, _ cell: Range<Int>) {
    var last: UInt8 = 0x80
    for i in cell {
      guard let byte = Self.normal(text[i]) else { continue }
      if last < 0x80, byte < 0x80 { neighbours[Int(Self.place(last))] |= 1 << Self.place(byte) }
      last = byte
    }
  }

  /// The index of the term in a cell, which is added if it is new.
  private mutating func insert(
    _ cell: Range<Int>, of table: borrowing FactTable, isWord: Bool
  ) -> Int {
    let text = table.bytes.span
    var hash = TermHash.seed
    var marked = ends.mutableSpan
    var i = cell.upperBound
    while i > cell.lowerBound {
      i -= 1
      guard let byte = Self.normal(text[i]) else { continue }
      if hash != TermHash.seed {
        let end = Self.bit(ofEnd: hash)
        marked[end >> 6] |= 1 << UInt64(end & 63)
      }
      hash = TermHash.adding(byte, to: hash)
    }
    longestInBytes = max(longestInBytes, cell.count)
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    while keys[slot] != 0 {
      if keys[slot] == hash {
        let known = Int(indices[slot])
        if isWord { isWordOfLanguage[known] = true }
        return known
      }
      slot = (slot + 1) & slotMask
    }
    noteNeighbours(text, cell)
    keys[slot] = hash
    indices[slot] = Int32(terms.count)
    terms.append(table.text(cell))
    isWordOfLanguage.append(isWord)
    return terms.count - 1
  }

  /// Puts the entries of each term together, in the order in which they were read. Of one kind a term has one
  /// entry, a strong one where some row says so.
  private mutating func arrange(_ read: [(term: Int32, entry: Entry)]) {
    // By counting: where the entries of each term begin, then each to its place.
    var next = ContiguousArray<Int32>(repeating: 0, count: terms.count + 1)
    for (term, _) in read { next[Int(term) + 1] += 1 }
    for term in terms.indices { next[term + 1] += next[term] }
    let starts = next
    var sorted = ContiguousArray(repeating: Entry(kind: 0, isStrong: false), count: read.count)
    for (term, entry) in read {
      sorted[Int(next[Int(term)])] = entry
      next[Int(term)] += 1
    }
    entries.reserveCapacity(read.count)
    entryStarts.reserveCapacity(terms.count + 1)
    yielding.reserveCapacity(terms.count)
    for term in terms.indices {
      let start = entries.count
      entryStarts.append(Int32(start))
      var yields = true
      for entry in sorted[Int(starts[term])..<Int(starts[term + 1])] {
        if let same = entries[start...].firstIndex(where: { $0.kind == entry.kind }) {
          if entry.isStrong { entries[same] = entry }
        } else {
          entries.append(entry)
          yields = yields && manners[Int(entry.kind)].yieldsToParent
        }
      }
      yielding.append(yields)
    }
    entryStarts.append(Int32(entries.count))
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

  /// The index of the term with this hash, or nil.
  @inline(__always)
  func term(withHash hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    while keys[slot] != 0 {
      if keys[slot] == hash { return Int(indices[slot]) }
      slot = (slot + 1) & slotMask
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
      && entries(ofTerm: term).allSatisfy { !$0.isStrong && manners[Int($0.kind)] == .name }
  }

  /// Whether a term is a strong name of some other number, of orders or batches or flows: a type that it
  /// names only weakly (`serial_no` an IMEI) is not told by it.
  func isOtherNumber(_ term: Int) -> Bool {
    entries(ofTerm: term).contains {
      $0.isStrong && decoyKinds[Int($0.kind)] && manners[Int($0.kind)] == .name
    }
  }

  /// What a term says, one entry of a kind.
  func entries(ofTerm term: Int) -> ArraySlice<Entry> {
    entries[Int(entryStarts[term])..<Int(entryStarts[term + 1])]
  }
}
