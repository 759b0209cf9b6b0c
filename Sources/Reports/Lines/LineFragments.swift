import Findings

/// The pieces of a line that hang on few values, made once a run and then only copied.
struct LineFragments: Sendable {
  /// `resident-id","kind":null,"start":` by `type * kinds + kind`.
  private let heads: [[UInt8]]
  /// `,"confidence":0.999,"level":"certain","evidence":[` by `level * confidences + decibans`.
  private let levels: [[UInt8]]
  /// `["mod-11-2",` by evidence name, one behind the other: there are thousands.
  private let evidenceNames: [UInt8]
  private let evidenceEnds: [Int]
  /// `],"basis":"value","labels":[` by basis.
  private let bases: [[UInt8]]
  /// `"test-data","masked"` by set.
  private let labels: [[UInt8]]
  /// `],"age_band":"adult","masked":"` by band.
  private let bands: [[UInt8]]

  private static let confidenceCount = 2 * ConfidenceText.limitInDecibans + 1
  private static let labelSets = 1 << Labels.names.count

  init(run: RunDescription) {
    heads = run.types.flatMap { type in
      Kind.allCases.map { kind in
        var piece: [UInt8] = []
        JSONText.append(Array(type.id.rawValue.utf8), to: &piece)
        piece += Array("\",\"kind\":".utf8)
        if let name = kind.name {
          JSONText.appendQuoted(name, to: &piece)
        } else {
          piece += Array("null".utf8)
        }
        return piece + Array(",\"start\":".utf8)
      }
    }
    levels = Level.allCases.flatMap { level in
      (0..<Self.confidenceCount).map { index in
        Array(",\"confidence\":".utf8)
          + ConfidenceText.text(ofDecibans: index - ConfidenceText.limitInDecibans)
          + Array(",\"level\":\"\(level.name)\",\"evidence\":[".utf8)
      }
    }
    var names: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(run.evidenceNames.count)
    for name in run.evidenceNames {
      names.append(0x5B)
      JSONText.appendQuoted(name, to: &names)
      names.append(0x2C)
      ends.append(names.count)
    }
    evidenceNames = names
    evidenceEnds = ends
    bases = [Basis.value, .name, .comment].map { basis in
      Array("],\"basis\":\"\(basis.name)\",\"labels\":[".utf8)
    }
    labels = (0..<Self.labelSets).map { set in
      let names = Labels.names.filter { set & Int($0.0.rawValue) != 0 }.map { "\"\($0.1)\"" }
      return Array(names.joined(separator: ",").utf8)
    }
    bands = AgeBand.allCases.map { band in
      Array("],\"age_band\":\"\(band.name)\",\"masked\":\"".utf8)
    }
  }

  func head(_ finding: borrowing FindingRecord) -> [UInt8] {
    heads[Int(finding.type) * Kind.allCases.count + Int(finding.kind.rawValue)]
  }

  func level(_ finding: borrowing FindingRecord) -> [UInt8] {
    let limit = ConfidenceText.limitInDecibans
    let decibans = max(-limit, min(limit, Int(finding.decibans)))
    return levels[Int(finding.level.rawValue) * Self.confidenceCount + decibans + limit]
  }

  func name(of evidence: Evidence) -> ArraySlice<UInt8> {
    let index = Int(evidence.name)
    return evidenceNames[(index > 0 ? evidenceEnds[index - 1] : 0)..<evidenceEnds[index]]
  }

  /// Appends what stands between the evidence and the masked value.
  func appendTail(of finding: borrowing FindingRecord, to out: inout [UInt8]) {
    out.append(contentsOf: bases[Int(finding.basis.rawValue)])
    out.append(contentsOf: labels[Int(finding.labels.rawValue) & (Self.labelSets - 1)])
    out.append(contentsOf: bands[Int(finding.age.band.rawValue)])
  }
}
