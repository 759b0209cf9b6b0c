import Foundation
import RulesetSource

/// The Swift file that carries the rulesets.
struct GeneratedSource {
  private var detectors = ""
  private var policies = ""
  private var tables = ""

  mutating func add(packed: String, from name: String) {
    let element = "    (file: \"rulesets/\(name)\", packed: \(Self.literal(packed))),\n"
    if name.hasPrefix("policies/") { policies += element } else { detectors += element }
  }

  mutating func add(table: TableText, named name: String) {
    let file = URL(filePath: name).deletingPathExtension().lastPathComponent
    tables += "    (name: \"\(file)\", text: \(Self.literal(table.text))),\n"
  }

  func text(hash: String) -> String {
    """
    // Written by ruleset-packer from the files in rulesets/; not part of the source tree.

    extension BuiltinRulesets {
      /// Rules in the packed form of `Packed`, by file name.
      package static let detectors: [(file: StaticString, packed: StaticString)] = [
    \(detectors)  ]

      /// Policies in the packed form of `Packed`, by file name.
      package static let policies: [(file: StaticString, packed: StaticString)] = [
    \(policies)  ]

      /// Fact tables: a header line, then tab-separated rows, by name without ending.
      package static let tables: [(name: StaticString, text: StaticString)] = [
    \(tables)  ]

      /// SHA-256 over all files, in hexadecimal.
      package static let hash: StaticString = "\(hash)"
    }

    """
  }

  /// A raw literal of several lines. It begins in column 1, so nothing is taken off its lines, and has
  /// as many `#` as its content demands. Carriage returns and NUL are spelled out: the compiler turns
  /// the one into a line feed and warns of the other.
  private static func literal(_ text: String) -> String {
    var hashes = "#"
    while text.contains("\"\"\"\(hashes)") || text.contains("\\\(hashes)") { hashes += "#" }
    // By bytes: CR LF is one Character, and a search for CR would not find it there.
    var body: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0, UInt8(ascii: "\r"): body += Array("\\\(hashes)u{\(String(byte, radix: 16))}".utf8)
      default: body.append(byte)
      }
    }
    return "\(hashes)\"\"\"\n\(String(decoding: body, as: UTF8.self))\n\"\"\"\(hashes)"
  }
}
