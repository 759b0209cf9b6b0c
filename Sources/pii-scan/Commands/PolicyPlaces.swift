import BuiltinRulesets

/// In which file a policy stands: a policy is named for its file.
struct PolicyPlaces {
  private let paths: [String]

  /// - Parameter userFiles: paths of the user's policies, as given.
  init(userFiles: [String]) {
    paths = userFiles + BuiltinRulesets.policies.map { $0.file.description }
  }

  /// The path that messages give; the id itself where no file has its name.
  func file(of id: String) -> String { paths.first { Self.stem(of: $0) == id } ?? id }

  /// Whether the policy stands in one of `files`.
  func isOne(of files: [String], _ id: String) -> Bool {
    files.contains { Self.stem(of: $0) == id }
  }

  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}
