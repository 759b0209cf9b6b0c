import Findings

/// The framing of `state.bin`: a line that names the format, then sections of a kind, a length, the content
/// and its checksum.
enum StateFile {
  static let name = "state.bin"
  static let signature = Array("pii-scan state 1\n".utf8)

  enum Section: UInt8 {
    /// `RunState`; the first.
    case run = 1
    /// A source: the length of its lines in `findings.jsonl`, then `SourceReport`.
    case source = 2
    /// The run was interrupted, or not; the last.
    case end = 3
  }

  static func append(_ section: Section, _ content: [UInt8], to out: inout [UInt8]) {
    out.append(section.rawValue)
    var length = StateEncoder()
    length.number(content.count)
    out += length.bytes
    out += content
    let sum = checksum(content)
    for shift in stride(from: UInt64(0), through: 56, by: 8) {
      out.append(UInt8(truncatingIfNeeded: sum >> shift))
    }
  }

  /// FNV-1a, 64 bits: against damage, not against forgery.
  static func checksum(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
