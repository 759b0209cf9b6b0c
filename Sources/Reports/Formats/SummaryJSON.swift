package import Findings
import Policies

/// `summary.json`: the counts of a run and what they rest on, for machines.
///
/// Its members are those of docs/schemas/summary.schema.json, always all and always in the same
/// order.
package struct SummaryJSON: ReportFormat {
  private let run: RunDescription

  package init(run: RunDescription) { self.run = run }

  package mutating func end(
    _ totals: RunTotals, _ outcome: RunOutcome, to output: BufferedOutput
  ) throws(OutputError) {
    var document = JSONDocument()
    document.object {
      appendRun(to: &$0)
      appendTotals(totals, to: &$0)
      appendFindings(totals, to: &$0)
      appendAges(totals, to: &$0)
      PersonsJSON.append(totals, to: &$0)
      appendTop(totals, to: &$0)
      appendGaps(totals, to: &$0)
      $0.boolean("complete", totals.isComplete && !outcome.isInterrupted)
      $0.boolean("interrupted", outcome.isInterrupted)
      VerdictJSON.append(outcome.verdict, to: &$0)
    }
    document.end()
    output.bytes += document.bytes
    try output.drain()
  }

  private func appendRun(to document: inout JSONDocument) {
    document.object("program") {
      $0.text("version", run.programVersion)
      $0.text("ruleset", run.rulesetHash)
      $0.text("pcre2", run.pcre2Version)
    }
    document.text("as_of", run.asOf.iso)
    document.array("policies") {
      for policy in run.judge.policies {
        $0.object {
          $0.text("id", policy.id)
          $0.text(
            "title", run.language == .chinese ? policy.titleInChinese : policy.titleInEnglish)
        }
      }
    }
    document.object("options") {
      $0.array("types") { for type in run.types { $0.text(nil, type.id.rawValue) } }
      $0.text("min_confidence", run.minimumLevel.name)
      $0.boolean("strict", run.isStrict)
      $0.boolean("reveal", run.reveals)
      $0.text("key", run.keyKind.rawValue)
      $0.text("lang", run.language.rawValue)
    }
  }

  private func appendTotals(_ totals: RunTotals, to document: inout JSONDocument) {
    document.object("totals") {
      $0.number("sources", totals.sources)
      $0.number("files", totals.files)
      $0.number("bytes", totals.bytes)
      $0.number("bytes_scanned", totals.bytesScanned)
      $0.number("records", totals.records)
      for status in [Coverage.Status.scanned, .partly, .skipped, .excluded] {
        $0.number(status.name, totals.sources(status))
      }
    }
  }

  private func appendFindings(_ totals: RunTotals, to document: inout JSONDocument) {
    let counts = totals.counts
    document.object("findings") {
      $0.number("total", counts.total)
      Self.appendClasses(counts, to: &$0)
      $0.number("below_min_confidence", totals.types.reduce(0) { $0 + $1.possible })
      $0.number("test_data", totals.types.reduce(0) { $0 + $1.testData })
      $0.number("masked", totals.types.reduce(0) { $0 + $1.masked })
      $0.array("types") {
        for (index, type) in totals.types.enumerated()
        where type.counts.total > 0 || type.possible > 0 {
          appendType(index, type, to: &$0)
        }
      }
    }
  }

  private func appendType(_ index: Int, _ type: TypeTotals, to document: inout JSONDocument) {
    document.object {
      $0.text("type", run.types[index].id.rawValue)
      $0.text("title", run.title(ofType: index))
      $0.number("total", type.counts.total)
      Self.appendClasses(type.counts, to: &$0)
      $0.number("distinct", type.distinct.count)
      $0.boolean("distinct_is_exact", type.distinct.isExact)
      $0.number("below_min_confidence", type.possible)
      $0.number("test_data", type.testData)
      $0.number("masked", type.masked)
    }
  }

  private static func appendClasses(_ counts: ClassCounts, to document: inout JSONDocument) {
    document.object("classes") {
      for dataClass in ClassCounts.classes {
        $0.object(dataClass.name) {
          for level in Level.allCases.reversed() {
            $0.number(level.name, counts[dataClass, level])
          }
        }
      }
    }
  }

  private func appendAges(_ totals: RunTotals, to document: inout JSONDocument) {
    let under14 = totals.findings(.under14)
    let fourteen = totals.findings(.fourteen)
    document.object("findings_by_age") {
      $0.number("under_14", under14)
      $0.number("upto_14", under14 + fourteen)
      $0.number("age_14_17", fourteen + totals.findings(.from15To17))
      $0.number("adult", totals.findings(.adult))
      $0.number("unknown", totals.findings(.unknown))
    }
  }

  private func appendTop(_ totals: RunTotals, to document: inout JSONDocument) {
    document.array("top_sources") {
      for entry in totals.top.entries {
        $0.object {
          Self.appendIdentity(entry.identity, to: &$0)
          $0.number("findings", entry.findings)
          $0.number("sensitive", entry.sensitive)
          $0.number("under_14", entry.under14)
        }
      }
    }
  }

  private func appendGaps(_ totals: RunTotals, to document: inout JSONDocument) {
    document.array("gaps") {
      for gap in totals.gaps {
        $0.object {
          $0.text("reason", gap.reason.name)
          $0.boolean("makes_incomplete", gap.reason.makesIncomplete)
          $0.number("sources", gap.sources)
          $0.number("bytes", gap.bytes)
          $0.boolean("bytes_are_exact", !gap.hasUnknownBytes)
          $0.array("examples") {
            for identity in gap.examples {
              $0.object { Self.appendIdentity(identity, to: &$0) }
            }
          }
        }
      }
    }
  }

  private static func appendIdentity(
    _ identity: SourceIdentity, to document: inout JSONDocument
  ) {
    document.text("path", identity.path)
    if !UTF8Sequence.isWellFormed(identity.path) {
      var base64: [UInt8] = []
      Base64Text.append(identity.path, to: &base64)
      document.text("path_base64", base64)
    }
    document.text("member", identity.member)
  }
}

extension Report {
  static let summaryJSON = Report(fileName: "summary.json", formatOption: nil) { run, _ in
    SummaryJSON(run: run)
  }
}
