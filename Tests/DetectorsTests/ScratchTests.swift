import Testing

@testable import Detectors

/// A list of plain values: what an array does is the witness.
@Suite struct ScratchTests {
  @Test("Elements are appended, inserted, taken out and cut as in an array")
  func list() {
    let scratch = Scratch<Int>(capacity: 1)
    var array: [Int] = []
    for i in 0..<100 {
      scratch.append(i)
      array.append(i)
    }
    scratch.insert(-1, at: 0)
    array.insert(-1, at: 0)
    scratch.insert(-2, at: 101)
    array.insert(-2, at: 101)
    scratch.remove(10..<20)
    array.removeSubrange(10..<20)
    scratch.append(contentsOf: [7, 8, 9].span)
    array += [7, 8, 9]
    scratch[5] = 55
    array[5] = 55
    scratch.cut(to: 90)
    array.removeSubrange(90...)
    #expect(scratch.indices.map { scratch[$0] } == array)
    let span = scratch.span
    let sum = span.indices.reduce(0) { $0 + span[$1] }
    #expect(sum == array.reduce(0, +))
    scratch.removeAll()
    #expect(scratch.isEmpty)
  }

  @Test("Counts by pairs are those of a dictionary, however many there are")
  func pairs() {
    var counts = PairCounts()
    var expected: [UInt32: UInt64] = [:]
    for i in 0..<1000 {
      let key = UInt32(i * i % 40)
      counts.add(UInt64(i), to: key)
      expected[key, default: 0] += UInt64(i)
    }
    var found: [UInt32: UInt64] = [:]
    counts.forEach { found[$0, default: 0] += $1 }
    #expect(found == expected)
  }
}
