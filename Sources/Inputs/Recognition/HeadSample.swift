/// The beginning of a source as text, from which its format is recognised.
package struct HeadSample: Sendable {
  /// The most source bytes that are looked at.
  package static let limitInBytes = 64 * 1024

  /// UTF-8 without byte-order mark; a character cut at the end is left out or broken.
  package let text: [UInt8]
  /// The source has no more than `text`.
  package let isWhole: Bool
  /// What follows the last dot of the file's name, in lower case; empty for standard input.
  package let fileExtension: String

  package init(text: [UInt8], isWhole: Bool, fileExtension: String = "") {
    self.text = text
    self.isWhole = isWhole
    self.fileExtension = fileExtension
  }

  /// The last name of `path`.
  static func fileName(of path: [UInt8]) -> [UInt8] {
    Array(path[((path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...])
  }

  /// The extension of the last name of `path`, as `fileExtension` has it; of `a.csv.bak` it is
  /// `bak`, and of a name that begins with its only dot there is none.
  static func fileExtension(of path: [UInt8]) -> String {
    let name = path[((path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    let lowered = name[(dot + 1)...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return String(decoding: lowered, as: UTF8.self)
  }
}
