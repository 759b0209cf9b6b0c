import Testing

@testable import Databases

@Suite struct KeyProbesTests {
  @Test("Places rise, keep within the key, and are the same every time")
  func places() {
    for (least, greatest) in [(1, 1_000_000), (-5, 5), (7, 7), (Int64.min, Int64.max)] {
      let probes = KeyProbes(least: Int64(least), greatest: Int64(greatest), sampleSize: 10_000)
      #expect(probes.starts.count == 50)
      #expect(probes.rowsEach == 200)
      #expect(probes.starts == probes.starts.sorted())
      #expect(probes.starts.allSatisfy { (Int64(least)...Int64(greatest)).contains($0) })
      let again = KeyProbes(least: Int64(least), greatest: Int64(greatest), sampleSize: 10_000)
      #expect(again.starts == probes.starts)
    }
  }

  @Test("Each equal part of the key has one place")
  func spread() {
    let probes = KeyProbes(least: 0, greatest: 1_000_000, sampleSize: 10_000)
    for (index, start) in probes.starts.enumerated() {
      #expect((Int64(index) * 20_000...Int64(index + 1) * 20_000).contains(start))
    }
  }

  @Test("A small sample has few places")
  func small() {
    let probes = KeyProbes(least: 0, greatest: 100, sampleSize: 5)
    #expect(probes.starts.count == 1)
    #expect(probes.rowsEach == 5)
  }
}
