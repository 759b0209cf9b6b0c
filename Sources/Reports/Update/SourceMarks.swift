/// A fixed set of sources with the directories and archives that they are in, each of which can be
/// marked.
///
/// Holds 64-bit hashes, not names: nine bytes each. Should two of them agree, a row is called not
/// scanned that is gone.
struct SourceMarks {
  /// Something of it was not read.
  static let unread: UInt8 = 1
  /// The run met it.
  static let met: UInt8 = 2

  private var hashes: [UInt64]
  private var marks: [UInt8]

  /// - Parameter hashes: as `hashes(of:member:)` gives them, in any order and number.
  init(_ hashes: some Sequence<UInt64>) {
    self.hashes = []
    for hash in hashes.sorted() where hash != self.hashes.last { self.hashes.append(hash) }
    marks = [UInt8](repeating: 0, count: self.hashes.count)
  }

  /// Of a source and all that it is in, the source last: directories, archives, archives in archives.
  static func hashes(of path: [UInt8], member: [UInt8]) -> [UInt64] {
    var hashes = borders(UInt8(ascii: "/"), in: path).map { hash(path[..<$0], member: []) }
    guard !member.isEmpty else { return hashes }
    for border in borders(UInt8(ascii: "!"), in: member) {
      hashes.append(hash(path[...], member: member[..<border]))
    }
    return hashes
  }

  private static func borders(_ separator: UInt8, in name: [UInt8]) -> [Int] {
    name.indices.filter { $0 > 0 && name[$0] == separator } + [name.count]
  }

  private static func hash(_ path: ArraySlice<UInt8>, member: ArraySlice<UInt8>) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(Array(path))
    hasher.combine(Array(member))
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// Marks a source, if it is in the set.
  mutating func mark(_ path: [UInt8], member: [UInt8], as mark: UInt8) {
    if let place = place(of: Self.hash(path[...], member: member[...])) { marks[place] |= mark }
  }

  /// Whether the source or something that it is in is marked.
  func isMarked(_ path: [UInt8], member: [UInt8], as mark: UInt8) -> Bool {
    Self.hashes(of: path, member: member).contains { hash in
      place(of: hash).map { marks[$0] & mark != 0 } ?? false
    }
  }

  private func place(of hash: UInt64) -> Int? {
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash ? low : nil
  }
}
