package import Findings

/// `findings.jsonl`: one finding a line, in the order in which they are handed over.
///
/// Members and their order are those of docs/schemas/findings.schema.json. `column` counts Unicode
/// scalars, `start` and `end` bytes of the source as stored. Cost: about 25 copies of prepared
/// pieces a line, with no string, no array and no dictionary on the way.
package struct FindingsJSONLines: FindingEncoder, ReportFormat {
  private let fragments: LineFragments
  private let classes: ClassFragments
  private let fixed: FixedFragments
  private let pool: FragmentPool
  private let reveals: Bool

  package init(run: RunDescription) {
    var filling = FragmentPool.Filling()
    fragments = LineFragments(run: run, filling: &filling)
    classes = ClassFragments(judge: run.judge, filling: &filling)
    fixed = FixedFragments(filling: &filling)
    pool = FragmentPool(filling)
    reveals = run.reveals
  }

  package func encode(
    _ batch: borrowing FindingBatch, _ range: Range<Int>, of part: PartContext,
    into out: inout [UInt8]
  ) {
    if range.isEmpty { return }
    var buffer = LineBuffer()
    buffer.exchange(&out)
    let opening = Self.opening(of: part.source)
    var places = PlaceFragments(tableCount: part.tables.count)
    var escaped: [UInt8] = []
    for index in range {
      let finding = batch.findings[index]
      buffer.append(opening.span)
      appendPlace(of: finding, in: part, &places, to: &buffer)
      classes.append(finding, of: pool, to: &buffer)
      buffer.append(fragments.level(finding), of: pool)
      appendEvidence(of: finding, in: batch, to: &buffer)
      buffer.append(fragments.basis(finding), of: pool)
      buffer.append(fragments.labels(finding), of: pool)
      buffer.append(fragments.band(finding), of: pool)
      let masked = Int(finding.masked.lowerBound)..<Int(finding.masked.upperBound)
      let plain = batch.arena.span.extracting(masked)
      if JSONText.isPlain(plain) {
        buffer.append(plain)
      } else {
        escaped.removeAll(keepingCapacity: true)
        JSONText.append(batch.arena[masked], to: &escaped)
        buffer.append(escaped.span)
      }
      buffer.append(fixed.fingerprint, of: pool)
      buffer.append(hexadecimal: finding.fingerprint.high)
      buffer.append(hexadecimal: finding.fingerprint.low)
      if reveals {
        let value = Int(finding.value.lowerBound)..<Int(finding.value.upperBound)
        escaped.removeAll(keepingCapacity: true)
        Self.appendValue(batch.arena[value], to: &escaped)
        buffer.append(escaped.span)
      } else {
        buffer.append(fixed.close, of: pool)
      }
    }
    buffer.flush()
    buffer.exchange(&out)
  }

  /// Appends what stands between the type and the class.
  @inline(__always)
  private func appendPlace(
    of finding: borrowing FindingRecord, in part: borrowing PartContext,
    _ places: inout PlaceFragments, to out: inout LineBuffer
  ) {
    out.append(fragments.head(finding), of: pool)
    out.append(decimal: finding.start)
    out.append(fixed.end, of: pool)
    out.append(decimal: finding.end)
    if finding.line > 0 {
      out.append(fixed.line, of: pool)
      out.append(decimal: part.lineBase + finding.line)
      out.append(fixed.column, of: pool)
      out.append(decimal: finding.column)
    } else {
      out.append(fixed.noLine, of: pool)
    }
    places.append(finding, of: part, to: &out)
    if finding.record > 0, finding.table >= 0 {
      // A table that is first met in this part has no base yet, which means 0.
      let table = Int(finding.table)
      let base = table < part.recordBases.count ? part.recordBases[table] : 0
      out.append(decimal: base + finding.record)
      out.append(0x2C)
    } else {
      out.append(fixed.noRecord, of: pool)
    }
  }

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
    of finding: borrowing FindingRecord, in batch: borrowing FindingBatch,
    to out: inout LineBuffer
  ) {
    var isFirst = true
    for index in finding.evidence {
      let item = batch.evidence[Int(index)]
      if !isFirst { out.append(0x2C) }
      isFirst = false
      out.append(fragments.name(of: item), of: pool)
      out.append(decimal: Int(item.decibans))
      out.append(0x5D)
    }
  }

  /// The unmasked value, which only `--reveal` puts into a batch; null for what was told from a name
  /// and has none.
  private static func appendValue(_ value: ArraySlice<UInt8>, to out: inout [UInt8]) {
    guard !value.isEmpty else {
      out += Array("\",\"value\":null}\n".utf8)
      return
    }
    out += Array("\",\"value\":\"".utf8)
    JSONText.append(value, to: &out)
    out += Array("\"}\n".utf8)
  }
}

extension Report {
  /// The lines themselves are written by `ReportSet.write(findings:)`; there is no more to the file.
  static let findingsJSONLines = Report(
    fileName: "findings.jsonl", formatOption: "jsonl", carriesFindings: true
  ) { run, _ in FindingsJSONLines(run: run) }
}
