/// Puts one JSON object together, keys in the order of the calls.
struct Line {
  private var members: [String] = []

  var text: String { "{" + members.joined(separator: ",") + "}\n" }

  mutating func add(_ key: String, _ value: String?) {
    members.append("\"\(key)\":" + (value.map(Line.quoted) ?? "null"))
  }

  mutating func add(_ key: String, _ value: Int?) {
    members.append("\"\(key)\":" + (value.map { String($0) } ?? "null"))
  }

  mutating func addTrue(_ key: String) { members.append("\"\(key)\":true") }

  mutating func add(_ key: String, _ values: [String]) {
    members.append("\"\(key)\":[" + values.map(Line.quoted).joined(separator: ",") + "]")
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
