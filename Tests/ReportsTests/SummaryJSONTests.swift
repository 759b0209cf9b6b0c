import Findings
import Policies
import TestSupport
import Testing

@testable import Reports

@Suite struct SummaryJSONTests {
  private static let sources: [SourceReport] = [
    Example.source(
      "a.csv",
      coverage: Coverage(
        status: .scanned, format: "csv", encoding: "utf-8", bytes: 100, bytesScanned: 100,
        records: 3),
      tables: [Example.table("", ["phone"], records: 3, values: [3])],
      fields: [
        (
          0, 0, 1,
          Example.tally(
            [
              Example.finding(type: 1, age: Age(years: 13), fingerprint: 1),
              Example.finding(type: 1, level: .likely, age: Age(years: 14), fingerprint: 1),
              Example.finding(type: 1, level: .likely, labels: .testData, fingerprint: 2),
            ], possible: 5)
        )
      ]),
    Example.source(
      "b.zip", coverage: Coverage(status: .partly, reason: .encrypted, bytes: 50),
      gaps: [Gap(.encrypted, bytes: 40), Gap(.encrypted)]),
    Example.source(
      "c", coverage: Coverage(status: .excluded, reason: .excluded, bytes: 7)),
  ]

  @Test("The summary of a small run is written to the byte")
  func golden() throws {
    let run = Example.run(policies: [Example.law])
    let text = try Example.text(of: SummaryJSON(run: run), Self.sources, run: run)
    #expect(
      text == """
        {
          "program": {
            "version": "0.1.0",
            "ruleset": "0f1e2d3c",
            "pcre2": "10.42 2022-12-11"
          },
          "as_of": "2026-11-23",
          "policies": [
            {
              "id": "law",
              "title": "The Law"
            }
          ],
          "options": {
            "types": [
              "resident-id",
              "mobile-phone",
              "address",
              "uscc",
              "email"
            ],
            "min_confidence": "likely",
            "strict": false,
            "reveal": false,
            "key": "random",
            "lang": "en"
          },
          "totals": {
            "sources": 3,
            "files": 3,
            "bytes": 157,
            "bytes_scanned": 100,
            "records": 3,
            "scanned": 1,
            "partly": 1,
            "skipped": 0,
            "excluded": 1
          },
          "findings": {
            "total": 3,
            "classes": {
              "sensitive": {
                "certain": 1,
                "likely": 0,
                "possible": 0
              },
              "personal": {
                "certain": 0,
                "likely": 2,
                "possible": 0
              },
              "none": {
                "certain": 0,
                "likely": 0,
                "possible": 0
              }
            },
            "below_min_confidence": 5,
            "test_data": 1,
            "masked": 0,
            "types": [
              {
                "type": "mobile-phone",
                "title": "Mobile phone number",
                "total": 3,
                "classes": {
                  "sensitive": {
                    "certain": 1,
                    "likely": 0,
                    "possible": 0
                  },
                  "personal": {
                    "certain": 0,
                    "likely": 2,
                    "possible": 0
                  },
                  "none": {
                    "certain": 0,
                    "likely": 0,
                    "possible": 0
                  }
                },
                "distinct": 2,
                "distinct_is_exact": true,
                "below_min_confidence": 5,
                "test_data": 1,
                "masked": 0
              }
            ]
          },
          "findings_by_age": {
            "under_14": 1,
            "upto_14": 2,
            "age_14_17": 1,
            "adult": 0,
            "unknown": 1
          },
          "persons": {
            "count": 2,
            "lower": 2,
            "upper": 2,
            "is_exact": true,
            "beside_sensitive_upper": 2,
            "lines": [
              {
                "id": "criminal-grave",
                "source": "法释〔2017〕10号第五条第(三)项",
                "number": 50,
                "lower": 0,
                "upper": 0,
                "standing": "below"
              },
              {
                "id": "criminal-health",
                "source": "法释〔2017〕10号第五条第(四)项",
                "number": 500,
                "lower": 0,
                "upper": 0,
                "standing": "below"
              },
              {
                "id": "criminal-any",
                "source": "法释〔2017〕10号第五条第(五)项",
                "number": 5000,
                "lower": 2,
                "upper": 2,
                "standing": "below"
              },
              {
                "id": "abroad-sensitive",
                "source": "《促进和规范数据跨境流动规定》（2024年3月22日）",
                "number": 10000,
                "lower": 0,
                "upper": 2,
                "standing": "below"
              },
              {
                "id": "abroad-contract",
                "source": "《促进和规范数据跨境流动规定》（2024年3月22日）",
                "number": 100000,
                "lower": 2,
                "upper": 2,
                "standing": "below"
              },
              {
                "id": "small-handler",
                "source": "小型个人信息处理者个人信息保护简化措施规定（2026年9月1日施行）",
                "number": 100000,
                "lower": 2,
                "upper": 2,
                "standing": "below"
              },
              {
                "id": "incident-sensitive",
                "source": "《个人信息保护合规审计管理办法》（2025年5月1日施行）",
                "number": 100000,
                "lower": 0,
                "upper": 2,
                "standing": "below"
              },
              {
                "id": "protection-officer",
                "source": "《个人信息保护法》第五十二条；《个人信息保护合规审计管理办法》",
                "number": 1000000,
                "lower": 2,
                "upper": 2,
                "standing": "below"
              },
              {
                "id": "incident",
                "source": "《个人信息保护合规审计管理办法》（2025年5月1日施行）",
                "number": 1000000,
                "lower": 2,
                "upper": 2,
                "standing": "below"
              },
              {
                "id": "abroad-assessment",
                "source": "《促进和规范数据跨境流动规定》（2024年3月22日）",
                "number": 1000000,
                "lower": 2,
                "upper": 2,
                "standing": "below"
              },
              {
                "id": "audit-two-years",
                "source": "《个人信息保护合规审计管理办法》（2025年5月1日施行）",
                "number": 10000000,
                "lower": 2,
                "upper": 2,
                "standing": "below"
              },
              {
                "id": "important-data-duties",
                "source": "《网络数据安全管理条例》第二十八条",
                "number": 10000000,
                "lower": 2,
                "upper": 2,
                "standing": "below"
              }
            ]
          },
          "minors": {
            "under_14": {
              "records": 0,
              "count": 0,
              "lower": 0,
              "upper": 0,
              "is_exact": true
            },
            "upto_14": {
              "records": 0,
              "count": 0,
              "lower": 0,
              "upper": 0,
              "is_exact": true
            },
            "age_14_17": {
              "records": 0,
              "count": 0,
              "lower": 0,
              "upper": 0,
              "is_exact": true
            },
            "turning_14": 0,
            "weak_signs": 0,
            "guardian_beside": 0,
            "plain_under_14": 0
          },
          "top_sources": [
            {
              "path": "a.csv",
              "member": null,
              "findings": 3,
              "sensitive": 1,
              "under_14": 1
            }
          ],
          "gaps": [
            {
              "reason": "encrypted",
              "makes_incomplete": true,
              "sources": 1,
              "bytes": 40,
              "bytes_are_exact": false,
              "examples": [
                {
                  "path": "b.zip",
                  "member": null
                }
              ]
            },
            {
              "reason": "excluded",
              "makes_incomplete": false,
              "sources": 1,
              "bytes": 7,
              "bytes_are_exact": true,
              "examples": [
                {
                  "path": "c",
                  "member": null
                }
              ]
            }
          ],
          "complete": false,
          "interrupted": false,
          "verdict": null
        }

        """)
  }

  /// A failed audit under the tool's default limits.
  static let failed: AuditVerdict = {
    var counts = AuditCounts()
    counts.add(2, to: AuditCounts.Key(type: 1, dataClass: .sensitive, isUnder14: false))
    counts.persons = 3...5
    let limits = Limits(items: [
      Limits.Item(limit: Limit(.sensitive), origin: .toolDefault),
      Limits.Item(limit: Limit(.persons, most: 9), origin: .user),
      Limits.Item(
        limit: Limit(.type(TypeID(rawValue: "email")), most: 1), origin: .policy(id: "law")),
    ])
    return AuditVerdict(
      counts: counts, types: Example.types, limits: limits, isIncomplete: true)
  }()

  @Test("An audit's verdict stands with every limit and where it comes from")
  func verdict() throws {
    let text = try Example.text(
      of: SummaryJSON(run: Example.run()), [], outcome: RunOutcome(verdict: Self.failed))
    let verdict = try #require(try JSONValue(text.utf8)["verdict"])
    #expect(
      try verdict
        == JSONValue(
          """
          {"outcome": "fail", "incomplete": true, "limits": [
            {"of": "sensitive", "most": 0, "found": 2, "found_at_least": 2, "breached": true,
             "origin": "tool-default"},
            {"of": "persons", "most": 9, "found": 5, "found_at_least": 3, "breached": false,
             "origin": "user"},
            {"of": "type:email", "most": 1, "found": 0, "found_at_least": 0, "breached": false,
             "origin": "policy:law"}]}
          """.utf8))
  }

  @Test("Real summaries fit their schema")
  func schema() throws {
    let schema = try JSONSchema(named: "summary.schema.json")
    let notUTF8 = SourceReport(
      identity: SourceIdentity(path: [0xFF]),
      coverage: Coverage(status: .skipped, reason: .unreadable), gaps: [], modified: nil,
      tally: SourceTally())
    for sources in [[], Self.sources, TerminalSummaryTests.sources, [notUTF8]] {
      for outcome in [RunOutcome(), RunOutcome(isInterrupted: true, verdict: Self.failed)] {
        for language in [RunDescription.Language.chinese, .english] {
          let run = Example.run(language: language)
          let text = try Example.text(
            of: SummaryJSON(run: run), sources, run: run, outcome: outcome)
          #expect(schema.faults(of: try JSONValue(text.utf8)) == [])
        }
      }
    }
  }

  @Test("The schema walker finds what does not fit")
  func walker() throws {
    let schema = try JSONSchema(named: "summary.schema.json")
    let run = Example.run()
    let text = try Example.text(of: SummaryJSON(run: run), Self.sources, run: run)
    let spoilt = [
      ("\"complete\": false", "\"complete\": 0"), ("\"files\": 3", "\"files\": -3"),
      ("\"as_of\"", "\"as_at\""), ("\"lang\": \"en\"", "\"lang\": \"fr\""),
      ("\"total\": 3", "\"total\": 3.5"), ("\"verdict\": null", "\"verdict\": {}"),
    ]
    for (old, new) in spoilt {
      let value = try JSONValue(text.replacing(old, with: new).utf8)
      #expect(schema.faults(of: value) != [], "\(new)")
    }
  }

  @Test("An interrupted run is never complete")
  func interrupted() throws {
    let text = try Example.text(
      of: SummaryJSON(run: Example.run()), [], outcome: RunOutcome(isInterrupted: true))
    let value = try JSONValue(text.utf8)
    #expect(value["complete"] == .boolean(false))
    #expect(value["interrupted"] == .boolean(true))
  }
}
