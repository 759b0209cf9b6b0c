/// Where a sample of a table is taken: places spread over the values of a key of whole numbers, one at
/// random in each of as many equal parts, the same at every run.
struct KeyProbes {
  private static let most = 50
  private static let leastRows = 20

  /// Rising values of the key.
  let starts: [Int64]
  /// Rows that are read from each on.
  let rowsEach: Int

  init(least: Int64, greatest: Int64, sampleSize: Int) {
    let count = max(1, min(Self.most, sampleSize / Self.leastRows))
    rowsEach = max(1, sampleSize / count)
    let span = Double(greatest) - Double(least)
    var state: UInt64 = 1
    starts = (0..<count).map { index in
      // SplitMix64 (Steele, Lea, Flood 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      let share = Double((mixed ^ mixed >> 31) >> 11) / Double(1 << 53)
      let place = Double(least) + span * (Double(index) + share) / Double(count)
      return min(max(least, Int64(exactly: place.rounded(.down)) ?? least), greatest)
    }
  }
}
