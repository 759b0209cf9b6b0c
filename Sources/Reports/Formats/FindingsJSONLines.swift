package import Findings

/// `findings.jsonl`: one finding a line, in the order in which they are handed over.
///
/// Members and their order are those of docs/schemas/findings.schema.json. `column` counts Unicode
/// scalars, `start` and `end` bytes of the source as stored. Cost: about 25 copies of prepared
/// pieces a line, with no string and no dictionary on the way.
package struct FindingsJSONLines: FindingEncoder, ReportFormat {
  private let fragments: LineFragments
  private let classes: ClassFragments
  private let reveals: Bool

  package init(run: RunDescription) {
    fragments = LineFragments(run: run)
    classes = ClassFragments(judge: run.judge)
    reveals = run.reveals
  }

  package func encode(
    _ batch: borrowing FindingBatch, of part: PartContext, into out: inout [UInt8]
  ) {
    if batch.isEmpty { return }
    let opening = Self.opening(of: part.source)
    var places = PlaceFragments(tableCount: part.tables.count)
    for index in batch.findings.indices {
      let finding = batch.findings[index]
      out.append(contentsOf: opening)
      out.append(contentsOf: fragments.head(finding))
      DecimalText.append(finding.start, to: &out)
      out.append(contentsOf: Self.end)
      DecimalText.append(finding.end, to: &out)
      if finding.line > 0 {
        out.append(contentsOf: Self.line)
        DecimalText.append(part.lineBase + finding.line, to: &out)
        out.append(contentsOf: Self.column)
        DecimalText.append(finding.column, to: &out)
      } else {
        out.append(contentsOf: Self.noLine)
      }
      places.append(finding, of: part, to: &out)
      if finding.record > 0, finding.table >= 0 {
        // A table that is first met in this part has no base yet, which means 0.
        let table = Int(finding.table)
        let base = table < part.recordBases.count ? part.recordBases[table] : 0
        DecimalText.append(base + finding.record, to: &out)
        out.append(0x2C)
      } else {
        out.append(contentsOf: Self.noRecord)
      }
      classes.append(finding, to: &out)
      out.append(contentsOf: fragments.level(finding))
      appendEvidence(of: finding, in: batch, to: &out)
      fragments.appendTail(of: finding, to: &out)
      let masked = Int(finding.masked.lowerBound)..<Int(finding.masked.upperBound)
      JSONText.append(batch.arena[masked], to: &out)
      out.append(contentsOf: Self.fingerprint)
      HexText.append(finding.fingerprint, to: &out)
      if reveals {
        let value = Int(finding.value.lowerBound)..<Int(finding.value.upperBound)
        appendValue(batch.arena[value], to: &out)
      } else {
        out.append(contentsOf: Self.close)
      }
    }
  }

  private static let end = Array(",\"end\":".utf8)
  private static let line = Array(",\"line\":".utf8)
  private static let column = Array(",\"column\":".utf8)
  private static let noLine = Array(",\"line\":null,\"column\":null".utf8)
  private static let noRecord = Array("null,".utf8)
  private static let fingerprint = Array("\",\"fingerprint\":\"".utf8)
  private static let close = Array("\"}\n".utf8)

  /// `{"path":"...","member":null,"type":"`: what the lines of a source have in common.
  private static func opening(of source: SourceIdentity) -> [UInt8] {
    var out = Array("{\"path\":".utf8)
    JSONText.appendQuoted(source.path, to: &out)
    if !UTF8Sequence.isWellFormed(source.path) {
      out += Array(",\"path_base64\":\"".utf8)
      Base64Text.append(source.path, to: &out)
      out.append(0x22)
    }
    out += Array(",\"member\":".utf8)
    if let member = source.member {
      JSONText.appendQuoted(member, to: &out)
    } else {
      out += Array("null".utf8)
    }
    return out + Array(",\"type\":\"".utf8)
  }

  @inline(__always)
  private func appendEvidence(
    of finding: borrowing FindingRecord, in batch: borrowing FindingBatch, to out: inout [UInt8]
  ) {
    var isFirst = true
    for index in finding.evidence {
      let item = batch.evidence[Int(index)]
      if !isFirst { out.append(0x2C) }
      isFirst = false
      out.append(contentsOf: fragments.name(of: item))
      DecimalText.append(Int(item.decibans), to: &out)
      out.append(0x5D)
    }
  }

  /// The unmasked value, which only `--reveal` puts into a batch; null for what was told from a name
  /// and has none.
  private func appendValue(_ value: ArraySlice<UInt8>, to out: inout [UInt8]) {
    guard !value.isEmpty else {
      out += Array("\",\"value\":null}\n".utf8)
      return
    }
    out += Array("\",\"value\":\"".utf8)
    JSONText.append(value, to: &out)
    out.append(contentsOf: Self.close)
  }
}

extension Report {
  /// The lines themselves are written by `ReportSet.write(findings:)`; there is no more to the file.
  static let findingsJSONLines = Report(
    fileName: "findings.jsonl", formatOption: "jsonl", carriesFindings: true
  ) { run, _ in FindingsJSONLines(run: run) }
}
