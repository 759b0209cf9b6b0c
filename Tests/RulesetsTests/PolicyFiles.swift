import Findings
import Foundation
import Policies
import RulesetSource
import Rulesets

/// The policies of the project, read from their files, and the types that they must class.
enum PolicyFiles {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let ids = [
    "miaoke-vocational-education", "exam-signup", "ccm-engineering-machinery",
    "online-service-platform", "vkel", "pipl", "cybersecurity-law", "civil-code-1034",
    "gbt-35273-2020", "gbt-45574-2025",
  ]

  /// Every type that users and scripts can rely on.
  static let types: [TypeInfo] = """
    resident-id mobile-phone landline-phone bank-card address imei imsi email
    person-name birth-date age passport travel-permit foreigner-id hong-kong-id taiwan-id
    driver-license military-id student-number social-security medical-insurance vehicle-plate vin
    uscc iccid mac-address ip-address android-id idfa oaid wechat-id qq alipay-id coordinates
    gender ethnicity religion marital-status political medical biometric education occupation
    employer job-title income credit account-password nickname avatar browsing-log communication
    whereabouts guardian school grade-class
    """.split(whereSeparator: \.isWhitespace).map {
      TypeInfo(id: TypeID(rawValue: String($0)), titleInChinese: "", titleInEnglish: "")
    }

  /// A datum's place in `types`, and its kind.
  static func place(of name: String) throws -> (type: Int, kind: Kind) {
    guard let datum = Datum(name: name),
      let type = types.firstIndex(where: { $0.id == datum.type })
    else { throw NoSuchDatum(name: name) }
    return (type, datum.kind ?? .none)
  }

  struct NoSuchDatum: Error { let name: String }

  static func node(_ id: String) throws -> PolicyLoader.File {
    let url = root.appending(path: "rulesets/policies/\(id).yaml")
    let bytes = [UInt8](try Data(contentsOf: url))
    return PolicyLoader.File(name: "\(id).yaml", root: try YAML.parse(bytes, file: "\(id).yaml"))
  }

  /// All built-in policies, with what the loader has to say against them.
  static func load() throws -> (policies: [Policy], faults: [Diagnostic]) {
    try loaded.get()
  }

  private static let loaded = Result<(policies: [Policy], faults: [Diagnostic]), any Error> {
    let diagnostics = DiagnosticCollector()
    let loader = PolicyLoader(types: types.map(\.id), diagnostics: diagnostics)
    let policies = loader.load(try ids.map { try node($0) })
    return (policies, diagnostics.sorted)
  }

  static func policy(_ id: String) throws -> Policy {
    guard let policy = try load().policies.first(where: { $0.id == id }) else {
      throw NoSuchDatum(name: id)
    }
    return policy
  }

  static func judge(_ ids: [String]) throws -> Judge {
    let all = try load().policies
    return try Judge(
      policies: ids.compactMap { id in all.first { $0.id == id } }, library: all, types: types)
  }
}
