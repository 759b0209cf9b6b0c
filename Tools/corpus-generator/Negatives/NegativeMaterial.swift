import Foundation

/// Lists and sources full of numbers of which none is personal: what chance alone lets pass.
///
/// Unlike the decoys of the trial nothing is drawn again: a tenth of the long numbers passes Luhn,
/// an eleventh of those with eighteen digits MOD 11-2.
struct NegativeMaterial {
  private var random: SplitMix64
  private let lines: Int

  /// `lines` is the number of lines of every list.
  init(seed: UInt64, lines: Int) {
    random = SplitMix64(seed: seed, stream: "negative material")
    self.lines = lines
  }

  mutating func write(to directory: URL) throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let lists: [(String, String, (inout NegativeMaterial) -> String)] = [
      ("sha256sums.txt", "", { $0.random.hex(64) + "  pool/main/p\($0.random.below(999)).deb" }),
      ("md5sums.txt", "", { $0.random.hex(32) + "  usr/share/doc/f\($0.random.below(999))" }),
      ("floats.csv", "x,y,z\n", { "\($0.float()),\($0.float()),\($0.float())" }),
      ("isbn.csv", "isbn13,isbn10,pages\n", { $0.book() }),
      ("ean.txt", "", { $0.article() }),
      ("uint64.h", "", { "  0x\($0.random.hex(16))ULL, /* \($0.random.next()) */" }),
      ("table.c", "", { "  \($0.random.next()), -\($0.random.next() >> 1)LL," }),
      ("package-lock.json", "", { $0.lock() }),
      ("bundle.min.js", "", { $0.script() }),
      (
        "styles.min.css", "",
        { ".a\($0.random.hex(4)){width:\($0.float())px;color:#\($0.random.hex(6))}" }
      ),
      ("trace.log", "", { $0.trace() }),
      ("uuids.txt", "", { $0.uuid() }),
      ("versions.txt", "", { $0.version() }),
    ]
    for (name, head, line) in lists {
      var text = head
      for _ in 0..<lines { text += line(&self) + "\n" }
      try Data(text.utf8).write(to: directory.appending(path: name))
    }
  }

  private mutating func float() -> String {
    let sign = random.chance(50) ? "-" : ""
    let exponent = random.chance(20) ? "e-0\(random.number(1...9))" : ""
    return sign + String(random.below(1000)) + "." + random.anyDigits(random.number(6...17))
      + exponent
  }

  private mutating func article() -> String {
    let front = random.anyDigits(12)
    return front + weighted(front)
  }

  /// The last digit of EAN-13 (GB 12904): weights 1 and 3, complement to ten.
  private func weighted(_ front: String) -> String {
    let sum = CheckDigits.values(front).enumerated().reduce(0) {
      $0 + Int($1.element) * ($1.offset.isMultiple(of: 2) ? 1 : 3)
    }
    return String((10 - sum % 10) % 10)
  }

  private mutating func book() -> String {
    let core = "7" + random.anyDigits(8)
    let sum = CheckDigits.values(core).enumerated().reduce(0) {
      $0 + Int($1.element) * (10 - $1.offset)
    }
    let check = (11 - sum % 11) % 11
    let mark = random.pick(["", "-"])
    return "978" + mark + core + mark + weighted("978" + core) + ","
      + core + mark + (check == 10 ? "X" : String(check)) + ",\(random.number(40...900))"
  }

  private mutating func lock() -> String {
    let version = "\(random.below(20)).\(random.below(40)).\(random.below(99))"
    let base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return
      "    \"node_modules/p\(random.hex(5))\": {\"version\": \"\(version)\", \"integrity\": \"sha512-"
      + random.letters(86, from: base64) + "==\"},"
  }

  private mutating func script() -> String {
    "var \(random.letters(2, from: "abcdefgh"))=\(random.digits(random.number(5...10))),q=[\(float()),.\(random.anyDigits(12)),\(random.next() >> 11)];if(e>>>\(random.below(31))&0x\(random.hex(8)))t.push(\"\(random.hex(20))\");"
  }

  private mutating func trace() -> String {
    let seconds = 1_640_000_000 + random.below(150_000_000)
    return
      "ts=\(seconds).\(random.anyDigits(6)) us=\(seconds)\(random.anyDigits(6)) trace=\(random.hex(32)) "
      + "id=\(1_300_000_000_000_000_000 + random.next() % 700_000_000_000_000_000) off=\(random.digits(9)) "
      + "dur=\(random.number(1...9999))us ptr=0x\(random.hex(12)) crc=\(random.hex(8))"
  }

  private mutating func uuid() -> String {
    [8, 4, 4, 4, 12].map { random.hex($0) }.joined(separator: "-")
  }

  private mutating func version() -> String {
    "\(random.below(30)).\(random.below(60)).\(random.below(99))+git2026\(padded(random.number(1...12), 2))\(padded(random.number(1...28), 2)).\(random.hex(7))-\(random.below(9))ubuntu\(random.below(9)) build \(random.digits(8))"
  }
}
