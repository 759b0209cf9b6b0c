/// The name of a member, whose encoding most archives do not state.
enum MemberName {
  /// The name in UTF-8: as it is if it is UTF-8; else from GB 18030, in which archivers of Chinese
  /// systems write names without the flag for UTF-8 (APPNOTE.TXT, appendix D).
  static func text(of raw: [UInt8]) -> [UInt8] {
    if UTF8Census(raw.span, isWhole: true).invalidCount == 0 { return raw }
    return TextDecoder.text(of: raw, in: .gb18030, isWhole: true)
  }

  /// Whether a name is absolute or leads up: `/a`, `C:\a`, `../a`, `a/../../b`.
  static func leadsOutside(_ name: [UInt8]) -> Bool {
    let parts = name.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
    }
    guard let first = parts.first else { return false }
    if first.isEmpty, parts.count > 1 { return true }
    if first.count == 2, first.last == UInt8(ascii: ":") { return true }
    return parts.contains { $0.elementsEqual("..".utf8) }
  }

  /// The last part of `path` without the ending of a compression: what a compressed file holds.
  ///
  /// - Parameter path: of the file, `/`-separated.
  static func uncompressed(_ path: [UInt8], kind: ArchiveKind) -> [UInt8] {
    let name = path[((path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
    for suffix in kind.suffixes {
      let ending = Array(("." + suffix).utf8)
      let lowered = name.suffix(ending.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      if lowered == ending, name.count > ending.count { return Array(name.dropLast(ending.count)) }
    }
    return Array(name)
  }
}
