/// The figures in whose midst a number stands: counted to the left and right until a word or a date
/// ends the row.
///
/// A row of telephone numbers, of an ID, a phone and an amount, of a time stamp and a status is no
/// row of figures; what counts are numbers that people have no use for in such places.
struct FigureRow {
  /// Tokens of digits on either side, dates and words excepted.
  private(set) var figureCount = 0
  /// Those of a size that no paper, date, time stamp or telephone number has, twice from 11 digits on.
  private(set) var oddCount = 0
  /// Those that only calculations have: negative, with an exponent, with a stop at the end, of more
  /// than 19 digits.
  private(set) var calculatedCount = 0
  /// Tokens beside the number that begin and end with blanks alone.
  private(set) var adjacentCount = 0

  /// How far the row is followed on either side.
  private static let reachInBytes = 96
  private static let tokenLimit = 12

  /// Reads the row around `range`. Cost: some 200 ns, for what pattern and checks have accepted.
  init(_ text: Span<UInt8>, around range: Range<Int>) {
    readLeft(text, range.lowerBound)
    readRight(text, range.upperBound)
  }

  private mutating func readLeft(_ text: Span<UInt8>, _ start: Int) {
    let floor = max(0, start - Self.reachInBytes)
    var end = start
    var isAdjacent = true
    var left = Self.tokenLimit
    while left > 0 {
      while end > floor, Self.isSeparator(text[end - 1]) {
        if text[end - 1] != 0x20 { isAdjacent = false }
        end -= 1
      }
      // A row goes on in the next line behind a comma only.
      while end > floor, text[end - 1] == 0x0A || text[end - 1] == 0x0D {
        end -= 1
        guard
          text[end] != 0x0A || end > floor && text[end - 1] == 0x2C
            || end > floor + 1 && text[end - 1] == 0x0D && text[end - 2] == 0x2C
        else { return }
        isAdjacent = false
      }
      if end > floor, Self.isSeparator(text[end - 1]) { continue }
      var first = end
      while first > floor, Self.isToken(text[first - 1]) { first -= 1 }
      guard first < end, first > floor || floor == 0,
        first == 0 || Self.isEdge(text[first - 1])
      else { return }
      guard add(text, first..<end, isAdjacent) else {
        // `V384Q979 1729 983 1739`: drawn by figures.
        if isAdjacent, text[end - 1] &- 0x30 <= 9, Self.hasLetter(text, first..<end) {
          adjacentCount += 1
        }
        return
      }
      end = first
      left -= 1
    }
  }

  private mutating func readRight(_ text: Span<UInt8>, _ end: Int) {
    let ceiling = min(text.count, end + Self.reachInBytes)
    var start = end
    var isAdjacent = true
    var left = Self.tokenLimit
    while left > 0 {
      var isAfterComma = false
      while start < ceiling,
        Self.isSeparator(text[start]) || text[start] == 0x0D || text[start] == 0x0A
      {
        if text[start] == 0x0A, !isAfterComma { return }
        if text[start] == 0x2C { isAfterComma = true }
        if text[start] != 0x20 { isAdjacent = false }
        start += 1
      }
      var last = start
      while last < ceiling, Self.isToken(text[last]) { last += 1 }
      guard last > start, last < ceiling || ceiling == text.count,
        last == text.count || Self.isEdge(text[last])
      else { return }
      guard add(text, start..<last, isAdjacent) else { return }
      start = last
      left -= 1
    }
  }

  /// Counts a token; false when it ends the row.
  private mutating func add(_ text: Span<UInt8>, _ range: Range<Int>, _ isAdjacent: Bool) -> Bool {
    guard let figure = Figure(text, range) else { return false }
    figureCount += 1
    if isAdjacent { adjacentCount += 1 }
    if figure.isCalculated { calculatedCount += 1 }
    // Accounts of messengers have up to ten digits, or eleven from 1; of more than that one is enough.
    if figure.isOdd { oddCount += figure.digitCount > 10 ? 2 : 1 }
    return true
  }

  private static func hasLetter(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where (text[i] | 0x20) &- 0x61 < 26 { return true }
    return false
  }

  /// Blanks, commas, semicolons, bars, brackets, quotes and marks of comments: between the figures of a row.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x2C, 0x3B, 0x7C, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x22, 0x27,
      0x2A, 0x2F:
      true
    default: false
    }
  }

  private static func isEdge(_ byte: UInt8) -> Bool {
    isSeparator(byte) || byte == 0x0A || byte == 0x0D
  }

  /// Letters, digits, signs and full stops.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }
}
