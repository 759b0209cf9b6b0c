import Sieve

/// How well a sample reads as UTF-8 (The Unicode Standard, table 3-7: well-formed sequences).
struct UTF8Census {
  /// Well-formed sequences of two bytes or more.
  private(set) var multibyteCount = 0
  /// Bytes that belong to no well-formed sequence. A sequence that the end of the sample cuts is
  /// not counted, unless the sample is the whole text.
  private(set) var invalidCount = 0

  init(_ sample: Span<UInt8>, isWhole: Bool) {
    var index = ByteCounts.firstNonASCII(in: sample) ?? sample.count
    while index < sample.count {
      let lead = sample[index]
      if lead < 0x80 {
        index = sample.firstNonASCII(from: index + 1)
        continue
      }
      let length = Self.length(ofSequenceFrom: lead)
      var next = index + 1
      while next < min(index + length, sample.count),
        Self.trailRange(after: lead, isSecond: next == index + 1).contains(sample[next])
      {
        next += 1
      }
      if length > 0, next == index + length {
        multibyteCount += 1
        index = next
      } else if length > 0, next == sample.count, !isWhole {
        return
      } else {
        invalidCount += 1
        index += 1
      }
    }
  }

  /// 0 for a byte that leads nothing.
  private static func length(ofSequenceFrom lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  private static func trailRange(after lead: UInt8, isSecond: Bool) -> ClosedRange<UInt8> {
    guard isSecond else { return 0x80...0xBF }
    switch lead {
    case 0xE0: return 0xA0...0xBF
    case 0xED: return 0x80...0x9F
    case 0xF0: return 0x90...0xBF
    case 0xF4: return 0x80...0x8F
    default: return 0x80...0xBF
    }
  }

  /// Text in UTF-8 with at most a few broken characters (a log line cut inside one).
  var isPlausible: Bool { invalidCount == 0 || multibyteCount >= 20 * invalidCount }
}
