/// A ruleset file as it was read from a disk: the loader itself touches none.
package struct RulesetFile: Sendable {
  /// The name that errors give it.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The last part of the path.
  var name: Substring { path.split(separator: "/").last ?? "" }

  /// The name without its ending: `terms` of `mine/terms.tsv`.
  var stem: String { String(name.prefix { $0 != "." }) }

  var isTable: Bool { path.hasSuffix(".tsv") }
}
