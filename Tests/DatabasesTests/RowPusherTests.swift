import Findings
import Testing

@testable import Databases

@Suite struct RowPusherTests {
  /// Keeps what is pushed.
  private final class Kept: RecordSink {
    var locator: (any Locator)?
    var values: [String] = []
    var whole: [Bool] = []
    var longest = 0
    var isCancelled: Bool { false }

    func table(_ shape: TableShape) {}
    func comment(_ text: String, table: String, column: String?) {}
    func beginRecord() { values.append("(") }
    func endRecord() { values.append(")") }
    func absent(column: Int) { values.append("-") }
    func text(_ text: Span<UInt8>, core: Range<Int>) {}
    func gap(_ gap: Gap) {}

    func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool) {
      values.append(String(decoding: core.map { text[$0] }, as: UTF8.self))
      whole.append(isWhole)
      longest = max(longest, text.count)
    }
  }

  private func push(_ values: [[UInt8]?], _ contents: [ColumnPlan.Content]) -> Kept {
    let kept = Kept()
    let plans = contents.map { ColumnPlan(shape: ColumnShape(name: "c"), content: $0) }
    let pusher = RowPusher(kept, columns: plans, bytesAreHex: true)
    let row = AnswerRow()
    let copies = values.map { value in
      value.map { bytes in
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        return copy
      }
    }
    for copy in copies {
      row.append(copy?.baseAddress.map { UnsafePointer($0) }, count: copy?.count ?? 0)
    }
    pusher.push(row)
    for copy in copies { copy?.deallocate() }
    return kept
  }

  @Test("NULL and an empty value are absent; bytes come out of their hexadecimal digits")
  func values() {
    let hex = Array("\\xE7949861".utf8)
    let kept = push(
      [Array("a".utf8), nil, [], hex], [.short, .text, .text, .bytes])
    #expect(kept.values == ["(", "a", "-", "-", "甘a", ")"])
  }

  @Test("A long value comes in pieces that add up to it, none split within a character")
  func pieces() {
    let text = String(repeating: "电话13912345678", count: 60_000)
    let kept = push([Array(text.utf8)], [.text])
    #expect(kept.values.dropFirst().dropLast().joined() == text)
    #expect(kept.whole.count > 3 && !kept.whole.contains(true))
    #expect(kept.longest <= RowPusher.pieceInBytes)
  }

  @Test("Bytes that are no text come in pieces too")
  func binary() {
    let kept = push([[UInt8](repeating: 0x80, count: 1 << 20)], [.text])
    #expect(kept.whole.count >= 4)
  }
}
