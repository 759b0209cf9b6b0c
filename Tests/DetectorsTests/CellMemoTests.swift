import Findings
import Testing

@testable import Detectors

/// A value that comes again is answered from memory, and nothing tells the answers apart.
@Suite struct CellMemoTests {
  /// What a finder made of a cell, with what its hits refer to.
  private struct Answer: Equatable {
    var hits: [String]
    var masked: [[UInt8]]
    var evidence: [[Evidence]]
    var outcomes: [Outcome]

    init(_ finder: Finder, _ batch: FindingBatch) {
      hits = finder.hits.map { hit in
        var hit = hit
        hit.masked = 0..<hit.masked.count
        hit.evidence = 0..<hit.evidence.count
        return "\(hit)"
      }
      masked = finder.hits.map { Array(batch.arena[$0.masked]) }
      evidence = finder.hits.map { Array(batch.evidence[$0.evidence]) }
      outcomes = Array(finder.outcomes)
    }
  }

  private static let cells: [(column: String, values: [String])] = [
    ("姓名", ["王小明", "欧阳娜娜", "待定", "王小明", "", "李女士", "张伟 13912345678"]),
    ("手机号", ["13912345678", "139-1234-5678", "13812345670", "无", "138****5670"]),
    ("生日", ["1990-01-02", "1990-13-02", "19900102", "2015年3月7日"]),
    ("性别", ["男", "女", "M", "未知"]),
    ("remark", ["13912345678 a@example.com", "北京市海淀区中关村大街27号", "1", "{}"]),
    ("password", ["hunter2", "e10adc3949ba59abbe56e057f20f883e", "123456"]),
  ]

  @Test("The second answer is the first", arguments: cells)
  func again(column: String, values: [String]) throws {
    let probe = try Probe()
    let context = ColumnContext(ColumnShape(name: column), in: probe.ruleSet)
    let memo = CellMemo(context, CellMemoBudget(bytes: 1 << 20))
    var batch = FindingBatch()
    for _ in 0..<3 {
      for value in values {
        let bytes = Array(value.utf8)
        var apart = FindingBatch()
        probe.finder.find(in: bytes.span, core: 0..<bytes.count, column: context, into: &apart)
        let expected = Answer(probe.finder, apart)
        probe.finder.find(inCell: bytes.span, column: context, into: &batch, memo: memo)
        #expect(Answer(probe.finder, batch) == expected, "\(value)")
      }
    }
  }

  @Test("A known value is not looked at again, an unknown or long one is")
  func recalled() throws {
    let probe = try Probe()
    let context = ColumnContext(ColumnShape(name: "手机号"), in: probe.ruleSet)
    let memo = CellMemo(context, CellMemoBudget(bytes: 1 << 20))
    var batch = FindingBatch()
    let long = String(repeating: "手机", count: 6)
    for (value, isKnown) in [
      ("13912345678", false), ("13912345678", true), ("13912345679", false), (long, false),
      (long, false), ("", false),
    ] {
      let bytes = Array(value.utf8)
      let recalled = memo.recall(bytes.span, probe.finder, into: &batch)
      #expect(recalled == isKnown, "\(value)")
      guard !recalled else { continue }
      probe.finder.find(in: bytes.span, core: 0..<bytes.count, column: context, into: &batch)
      memo.keep(bytes.span, probe.finder, batch)
    }
  }

  @Test("A column whose values never come again gives its memory back")
  func useless() throws {
    let probe = try Probe()
    let context = ColumnContext(ColumnShape(name: "number"), in: probe.ruleSet)
    let budget = CellMemoBudget(bytes: 1 << 20)
    let memo = CellMemo(context, budget)
    var batch = FindingBatch()
    for number in 0..<3000 where memo.isUseful {
      let bytes = Array("no \(number)".utf8)
      probe.finder.find(inCell: bytes.span, column: context, into: &batch, memo: memo)
    }
    #expect(!memo.isUseful)
    let isWhole = budget.take(1 << 20)
    #expect(isWhole)
  }

  @Test("Where the budget is spent, values are looked at as ever", arguments: [0, 9000, 20_000])
  func spent(bytes limit: Int) throws {
    let probe = try Probe()
    let context = ColumnContext(ColumnShape(name: "手机号"), in: probe.ruleSet)
    let memo = CellMemo(context, CellMemoBudget(bytes: limit))
    var batch = FindingBatch()
    for number in (0..<200).map({ $0 % 100 }) {
      let bytes = Array("139\(10_000_000 + number)".utf8)
      probe.finder.find(inCell: bytes.span, column: context, into: &batch, memo: memo)
      #expect(probe.finder.hits.count == 1)
    }
  }
}
