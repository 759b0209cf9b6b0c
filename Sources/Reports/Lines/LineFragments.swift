import Findings

/// The pieces of a line that hang on few values, made once a run and then only copied.
struct LineFragments: Sendable {
  /// `resident-id","kind":null,"start":` by `type * kinds + kind`.
  private let heads: [[UInt8]]
  /// `,"confidence":0.999,"level":"certain","evidence":[` by `level * confidences + decibans`.
  private let levels: [[UInt8]]
  /// `["mod-11-2",` by evidence name.
  private let evidenceNames: [[UInt8]]
  /// `],"basis":"value","labels":[],"age_band":"adult","masked":"` by basis, labels and band.
  private let tails: [[UInt8]]

  private static let confidenceCount = 2 * ConfidenceText.limitInDecibans + 1
  private static let labelSets = 1 << Labels.names.count
  /// `AgeBand` has two bands that print alike; the index keeps them apart all the same.
  private static let bandCount = AgeBand.allCases.count

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
    evidenceNames = run.evidenceNames.map { name in
      var piece: [UInt8] = [0x5B]
      JSONText.appendQuoted(name, to: &piece)
      return piece + [0x2C]
    }
    tails = [Basis.value, .name, .comment].flatMap { basis in
      (0..<Self.labelSets).flatMap { set in
        AgeBand.allCases.map { band in
          let names = Labels.names.filter { set & Int($0.0.rawValue) != 0 }
            .map { "\"\($0.1)\"" }.joined(separator: ",")
          return Array(
            """
            ],"basis":"\(basis.name)","labels":[\(names)],"age_band":"\(band.name)","masked":"
            """.utf8)
        }
      }
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

  func name(of evidence: Evidence) -> [UInt8] { evidenceNames[Int(evidence.name)] }

  func tail(_ finding: borrowing FindingRecord) -> [UInt8] {
    let labels = Int(finding.labels.rawValue) & (Self.labelSets - 1)
    let set = Int(finding.basis.rawValue) * Self.labelSets + labels
    return tails[set * Self.bandCount + Int(finding.age.band.rawValue)]
  }
}
