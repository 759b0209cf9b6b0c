import Findings
import Foundation
import Policies
import Rulesets
import Testing

@Suite("The policies of the project")
struct PolicyFilesTests {
  @Test("Every file is read without a fault, and the folder holds no other")
  func files() throws {
    let (policies, faults) = try PolicyFiles.load()
    #expect(faults == [])
    #expect(policies.map(\.id) == PolicyFiles.ids)
    let folder = PolicyFiles.root.appending(path: "rulesets/policies")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(names.sorted() == PolicyFiles.ids.map { "\($0).yaml" }.sorted())
  }

  @Test(
    "Every policy answers its own cases, of which it has eight or more", arguments: PolicyFiles.ids)
  func cases(id: String) throws {
    let library = try PolicyFiles.load().policies
    let policy = try #require(library.first { $0.id == id })
    #expect(policy.cases.count >= 8)
    let ages = Set(policy.cases.compactMap(\.age.years))
    #expect(ages.contains(13) && ages.contains(14))
    let failures = try PolicyChecker.failures(
      of: policy, library: library, types: PolicyFiles.types)
    #expect(failures == [])
  }

  @Test(
    "Every type and kind has a class, a basis and a clause that exists", arguments: PolicyFiles.ids)
  func complete(id: String) throws {
    let judge = try PolicyFiles.judge([id])
    let clauses = try Dictionary(
      uniqueKeysWithValues: PolicyFiles.load().policies.map { ($0.id, Set($0.clauses.map(\.id))) })
    for (type, info) in PolicyFiles.types.enumerated() {
      for kind in Kind.allCases {
        for band in AgeBand.allCases {
          let verdict = judge.verdict(
            policy: 0, type: type, kind: kind, band: band, role: .subject)
          let datum = "\(info.id.rawValue) \(kind) \(band)"
          let source = verdict.reason.policy
          let clause = verdict.clause
          let isOwn = source == id
          #expect(isOwn == !clause.hasPrefix("\(source):"), "\(datum)")
          let bare = isOwn ? clause : String(clause.dropFirst(source.count + 1))
          #expect(clauses[source]?.contains(bare) == true, "\(datum): \(clause)")
          let isFallback = [.fallback, .fallbackDefinition].contains(verdict.basis)
          #expect(isFallback != isOwn, "\(datum)")
          #expect((verdict.dataClass == .none) == (info.id.rawValue == "uscc"), "\(datum)")
        }
      }
    }
  }

  @Test(
    "Every cited word stands on its line of the texts, where they are at hand",
    arguments: PolicyFiles.ids)
  func texts(id: String) throws {
    let policy = try PolicyFiles.policy(id)
    guard let text = policy.text else {
      #expect(!TextCheck(policy, sha256Hex: "", lines: []).isChecked)
      return
    }
    let url = PolicyFiles.root.appending(path: "../shared/policies/\(text.file)").standardized
    guard FileManager.default.fileExists(atPath: url.path()) else { return }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = [url.path()]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    let check = TextCheck(policy, sha256Hex: String(output.prefix(64)), lines: lines)
    #expect(check.isChecked)
    #expect(check.citationCount > 8)
    #expect(check.faults == [])
  }

  @Test("No word is cited of the lines of vkel's text that have broken characters")
  func brokenLines() throws {
    let policy = try PolicyFiles.policy("vkel")
    for citation in policy.citations where [17, 134].contains(Clause.line(of: citation.clause)) {
      #expect(citation.words == [])
    }
  }
}
