import Findings

/// The pieces of a line that hang on few values, made once a run and then only copied.
struct LineFragments: Sendable {
  /// `resident-id","kind":null,"start":` by `type * kinds + kind`.
  private let heads: [FragmentPool.Fragment]
  /// `,"confidence":0.999,"level":"certain","evidence":[` by `level * confidences + decibans`.
  private let levels: [FragmentPool.Fragment]
  /// `["mod-11-2",` by evidence name.
  private let evidenceNames: [FragmentPool.Fragment]
  /// `],"basis":"value","labels":[` by basis.
  private let bases: [FragmentPool.Fragment]
  /// `"test-data","masked"` by set.
  private let labels: [FragmentPool.Fragment]
  /// `],"age_band":"adult","masked":"` by band.
  private let bands: [FragmentPool.Fragment]

  private static let confidenceCount = 2 * ConfidenceText.limitInDecibans + 1
  private static let labelSets = 1 << Labels.names.count

  init(run: RunDescription, filling: inout FragmentPool.Filling) {
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
        return filling.add(piece + Array(",\"start\":".utf8))
      }
    }
    levels = Level.allCases.flatMap { level in
      (0..<Self.confidenceCount).map { index in
        filling.add(
          Array(",\"confidence\":".utf8)
            + ConfidenceText.text(ofDecibans: index - ConfidenceText.limitInDecibans)
            + Array(",\"level\":\"\(level.name)\",\"evidence\":[".utf8))
      }
    }
    let names = run.evidenceNames
    evidenceNames = names.indices.map { number in
      filling.add { piece in
        piece.append(0x5B)
        piece.append(0x22)
        piece.append(contentsOf: names.kind(of: number).utf8)
        JSONText.append(names.rest(of: number), to: &piece)
        piece.append(0x22)
        piece.append(0x2C)
      }
    }
    bases = [Basis.value, .name, .comment].map { basis in
      filling.add("],\"basis\":\"\(basis.name)\",\"labels\":[")
    }
    labels = (0..<Self.labelSets).map { set in
      let names = Labels.names.filter { set & Int($0.0.rawValue) != 0 }.map { "\"\($0.1)\"" }
      return filling.add(names.joined(separator: ","))
    }
    bands = AgeBand.allCases.map { band in
      filling.add("],\"age_band\":\"\(band.name)\",\"masked\":\"")
    }
  }

  @inline(__always)
  func head(_ finding: borrowing FindingRecord) -> FragmentPool.Fragment {
    heads[Int(finding.type) * Kind.allCases.count + Int(finding.kind.rawValue)]
  }

  @inline(__always)
  func level(_ finding: borrowing FindingRecord) -> FragmentPool.Fragment {
    let limit = ConfidenceText.limitInDecibans
    let decibans = max(-limit, min(limit, Int(finding.decibans)))
    return levels[Int(finding.level.rawValue) * Self.confidenceCount + decibans + limit]
  }

  @inline(__always)
  func name(of evidence: Evidence) -> FragmentPool.Fragment { evidenceNames[Int(evidence.name)] }

  // What stands between the evidence and the masked value.

  @inline(__always)
  func basis(_ finding: borrowing FindingRecord) -> FragmentPool.Fragment {
    bases[Int(finding.basis.rawValue)]
  }

  @inline(__always)
  func labels(_ finding: borrowing FindingRecord) -> FragmentPool.Fragment {
    labels[Int(finding.labels.rawValue) & (Self.labelSets - 1)]
  }

  @inline(__always)
  func band(_ finding: borrowing FindingRecord) -> FragmentPool.Fragment {
    bands[Int(finding.age.band.rawValue)]
  }
}
