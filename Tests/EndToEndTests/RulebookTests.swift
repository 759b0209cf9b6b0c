import Policies
import Testing

@testable import pii_scan

@Suite("What a run loads")
struct RulebookTests {
  @Test("The policies that a run judges by are the same as among all, with those that they extend")
  func policies() throws {
    let all = try Rulebook(ruleDirectory: nil, policyFiles: [])
    #expect(all.policies.count > 5)
    for policy in all.policies {
      let run = try Rulebook(running: [policy.id], ruleDirectory: nil, policyFiles: [])
      #expect(run.policies.contains(policy))
      #expect(run.policies.allSatisfy(all.policies.contains))
      for loaded in run.policies {
        let missing = loaded.fallbacks.map(\.policy).filter { id in
          !run.policies.contains { $0.id == id }
        }
        #expect(missing == [], "\(loaded.id) extends these")
      }
    }
  }

  @Test("An unknown policy is refused, and all that there are are named")
  func unknown() throws {
    let all = try Rulebook(ruleDirectory: nil, policyFiles: [])
    let run = try Rulebook(running: ["pipl", "ppil"], ruleDirectory: nil, policyFiles: [])
    let error = #expect(throws: UnknownName.self) { try run.policies(named: ["pipl", "ppil"]) }
    #expect(error?.name == "ppil")
    #expect(error?.known.sorted() == all.policies.map(\.id).sorted())
  }
}
