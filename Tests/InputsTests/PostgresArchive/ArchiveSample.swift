import Foundation

/// Archives as `pg_dump -Fc -Z0` lays them out (pg_backup_archiver.c), written byte by byte.
struct ArchiveSample {
  private(set) var bytes: [UInt8]
  /// Where the data blocks begin.
  let dataStart: Int

  static let row = "1\t张三\t13700137000\n"

  /// - Parameters:
  ///   - compression: of version 1.15 and later: the number of the algorithm.
  ///   - blocks: data of each table, as stored.
  init(version: UInt8 = 14, compression: UInt8 = 0, blocks: [[UInt8]] = Self.plainBlocks) {
    var bytes = Array("PGDMP".utf8) + [1, version, 0, 4, 8, 1]
    func integer(_ value: Int) -> [UInt8] {
      [value < 0 ? 1 : 0] + (0..<4).map { UInt8(truncatingIfNeeded: abs(value) >> (8 * $0)) }
    }
    func string(_ text: String?) -> [UInt8] {
      text.map { integer($0.utf8.count) + Array($0.utf8) } ?? integer(-1)
    }
    if version >= 15 {
      bytes.append(compression)
    } else {
      bytes += integer(compression == 0 ? 0 : -1)
    }
    for value in [1, 2, 3, 4, 5, 124, 0] { bytes += integer(value) }
    bytes += string("shop") + string("15.18") + string("15.18")
    func entry(_ id: Int, _ description: String, _ definition: String, copy: String? = nil)
      -> [UInt8]
    {
      var entry = integer(id) + integer(copy == nil ? 0 : 1) + string("0") + string("0")
      entry += string("t\(id)") + string(description)
      if version >= 11 { entry += integer(2) }
      entry += string(definition) + string("") + string(copy) + string("public") + string(nil)
      if version >= 14 { entry += string("heap") }
      if version >= 16 { entry += integer(0) }
      entry += string("postgres") + string("false") + string("1") + string(nil)
      return entry + [2] + [UInt8](repeating: 0, count: 8)
    }
    bytes += integer(3 + 2 * blocks.count)
    bytes += entry(1, "ENCODING", "SET client_encoding = 'UTF8';\n")
    bytes += entry(2, "STDSTRINGS", "SET standard_conforming_strings = 'on';\n")
    bytes += entry(3, "SEARCHPATH", "SELECT pg_catalog.set_config('search_path', '', false);\n")
    for index in blocks.indices {
      bytes += entry(
        10 + index, "TABLE", "CREATE TABLE public.t\(index) (id integer, n text, m text);\n")
      bytes += entry(
        20 + index, "TABLE DATA", "", copy: "COPY public.t\(index) (id, n, m) FROM stdin;\n")
    }
    dataStart = bytes.count
    for (index, block) in blocks.enumerated() {
      bytes += [1] + integer(20 + index)
      // In chunks of odd sizes, as they come.
      var rest = block[...]
      while !rest.isEmpty {
        let chunk = rest.prefix(61)
        bytes += integer(chunk.count) + chunk
        rest = rest.dropFirst(chunk.count)
      }
      bytes += integer(0)
    }
    self.bytes = bytes
  }

  /// Two tables of 40 rows each.
  static let plainBlocks: [[UInt8]] = (0..<2).map { _ in
    Array((String(repeating: row, count: 40) + "\\.\n\n\n").utf8)
  }
}
