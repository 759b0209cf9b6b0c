import Detectors
import Findings

/// The verdicts of a table's columns, and the findings that waited for them.
extension Workbench {
  /// Decides the verdicts of the current table's columns and judges what waited for them.
  func freezeCurrent() {
    guard let table = current, !table.isFrozen else { return }
    for column in table.columns { column.freeze(ruleSet) }
    table.isFrozen = true
    let waiting = held
    let texts = heldFromTexts
    var nextText = texts.startIndex
    held = FindingBatch()
    heldFromTexts.removeAll(keepingCapacity: true)
    var start = ready.findings.count
    recordStart = start
    for (i, finding) in waiting.findings.enumerated() {
      let previous = i > 0 ? waiting.findings[i - 1] : finding
      let isOtherLine = finding.table < 0 && finding.line != previous.line
      if isOtherLine || finding.record != previous.record || finding.table != previous.table {
        settleRecord(start..<ready.findings.count)
        facts.reset()
        release(from: start)
        start = ready.findings.count
      }
      let isInText = nextText < texts.endIndex && texts[nextText] == i
      if isInText { nextText += 1 }
      judge(finding, of: waiting, in: table, isInText: isInText)
      if let last = ready.findings.last { noteFacts(last) }
    }
    settleRecord(start..<ready.findings.count)
    release(from: start)
  }

  /// What the verdict of a column adds to a finding: nothing that speaks for one in the midst of a value,
  /// which is a remark (订单6222…已支付) and none of the values that were counted.
  func adjustment(
    _ verdict: Int16, _ evidence: borrowing ContiguousArray<Evidence>, _ items: Range<Int>
  ) -> Int16 {
    verdict <= 0 || isWholeValue(evidence, items) ? verdict : 0
  }

  /// Whether it is among the evidence that a finding is all there is in its cell.
  func isWholeValue(
    _ evidence: borrowing ContiguousArray<Evidence>, _ items: Range<Int>
  ) -> Bool {
    for i in items where evidence[i].name == ruleSet.wholeValueName { return true }
    return false
  }

  /// Moves a finding that waited to `ready`, with the verdict of its column added.
  ///
  /// - Parameter isInText: it stands in a long value, of which the column's counts say nothing.
  func judge(
    _ finding: FindingRecord, of batch: FindingBatch, in table: TableState, isInText: Bool
  ) {
    var finding = finding
    let evidence = Int(finding.evidence.lowerBound)..<Int(finding.evidence.upperBound)
    let start = UInt32(ready.evidence.count)
    ready.evidence.append(contentsOf: batch.evidence[evidence])
    if !isInText, finding.field >= 0,
      let column = table.column(Int(finding.field), ruleSet: ruleSet)
    {
      let verdict = adjustment(
        column.verdicts[Int(finding.type)], batch.evidence, evidence)
      if verdict != 0 {
        ready.evidence.append(Evidence(name: ruleSet.columnVerdictName, decibans: verdict))
        finding.decibans += verdict
        finding.level = Level(decibans: Int(finding.decibans)) ?? .possible
      }
    }
    finding.evidence = start..<UInt32(ready.evidence.count)
    finding.masked = copy(
      batch.arena[Int(finding.masked.lowerBound)..<Int(finding.masked.upperBound)])
    finding.value = copy(batch.arena[Int(finding.value.lowerBound)..<Int(finding.value.upperBound)])
    ready.findings.append(finding)
  }
}
