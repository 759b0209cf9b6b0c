import Findings
import Policies

/// The pieces `"class":...,"classes":{...}` of a line, made once a run.
///
/// A judge knows each different verdict of the run by a number, so that is all there is to look up.
struct ClassFragments: Sendable {
  private let judge: Judge
  /// `"class":"sensitive","classes":{` by verdict.
  private let openings: [FragmentPool.Fragment]
  /// `"pipl":{"class":"sensitive","clause":"...","basis":"..."}` by policy and verdict, with a
  /// comma before it for all policies but the first.
  private let verdicts: [FragmentPool.Fragment]
  private let policyCount: Int

  init(judge: Judge, filling: inout FragmentPool.Filling) {
    self.judge = judge
    openings = judge.verdicts.map { verdict in
      filling.add("\"class\":\"\(verdict.dataClass.name)\",\"classes\":{")
    }
    policyCount = judge.policies.count
    verdicts = judge.policies.enumerated().flatMap { index, policy in
      judge.verdicts.map { verdict in
        var piece: [UInt8] = index == 0 ? [] : [0x2C]
        JSONText.appendQuoted(policy.id, to: &piece)
        piece += Array(":{\"class\":\"\(verdict.dataClass.name)\",\"clause\":".utf8)
        JSONText.appendQuoted(verdict.clause, to: &piece)
        piece += Array(",\"basis\":".utf8)
        JSONText.appendQuoted(verdict.basis.name, to: &piece)
        return filling.add(piece + [0x7D])
      }
    }
  }

  @inline(__always)
  func append(
    _ finding: borrowing FindingRecord, of pool: borrowing FragmentPool, to out: inout LineBuffer
  ) {
    for policy in 0..<policyCount {
      let type = Int(finding.type)
      let alone = judge.index(
        policy: policy, type: type, kind: finding.kind, age: finding.age, role: finding.role)
      let together =
        finding.isCombined
        ? judge.combinedIndex(policy: policy, type: type, kind: finding.kind) : nil
      let verdict = together ?? alone
      if policy == 0 { out.append(openings[verdict], of: pool) }
      out.append(verdicts[policy * openings.count + verdict], of: pool)
    }
    out.append(0x7D)
  }
}
