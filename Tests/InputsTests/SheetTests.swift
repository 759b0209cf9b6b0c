import Foundation
import Testing

@testable import Inputs

@Suite("Sheets that people saved")
struct SheetTests {
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let file = try SheetFile(path: folder.write("s.csv", bytes))
    return try rows(file.reader())
  }

  private func rows(_ reader: SheetReader) throws -> [[String]] {
    var rows: [[String]] = []
    var row = SheetRow()
    while try reader.next(&row) {
      rows.append((0..<row.cellCount).map { String(decoding: row[$0], as: UTF8.self) })
    }
    return rows
  }

  private static let cells = [
    ["path", "owner", "note"], ["客户/用户.csv", "张三", "第一行\n第二行"], ["a;b,c\td", "say \"x\"", ""],
    ["007", "", "5\" disk"],
  ]

  private static func text(_ delimiter: String, lineEnd: String = "\r\n") -> String {
    cells.map { row in
      row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
        .joined(separator: delimiter)
    }.joined(separator: lineEnd) + lineEnd
  }

  @Test(
    "Every way in which Excel and LibreOffice write a sheet gives the same cells",
    arguments: [",", ";", "\t"], ["\r\n", "\n", "\r"])
  func dialects(delimiter: String, lineEnd: String) throws {
    let text = Self.text(delimiter, lineEnd: lineEnd)
    #expect(try rows(Array(text.utf8)) == Self.cells)
    #expect(try rows([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == Self.cells)
    let units = Array(text.utf16)
    #expect(
      try rows([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        == Self.cells)
    #expect(
      try rows([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        == Self.cells)
  }

  /// The bytes are Python's (`"…".encode("gb18030")`, `"…".encode("big5")`).
  @Test("A sheet in the code page of an older Excel is decoded")
  func codePages() throws {
    let names = Array("path,owner\r\n".utf8)
    let gb18030: [UInt8] = [
      0xBF, 0xCD, 0xBB, 0xA7, 0xC3, 0xFB, 0xB5, 0xA5, 0x2C, 0xD5, 0xC5, 0xC8, 0xFD, 0xB7, 0xE1,
      0xCA, 0xC7, 0xB8, 0xBA, 0xD4, 0xF0, 0xC8, 0xCB, 0x0D, 0x0A,
    ]
    let big5: [UInt8] = [
      0xAB, 0xC8, 0xA4, 0xE1, 0xA6, 0x57, 0xB3, 0xE6, 0x2C, 0xB1, 0x69, 0xA5, 0xFD, 0xA5, 0xCD,
      0xAD, 0x74, 0xB3, 0x64, 0xB3, 0x42, 0xB2, 0x7A, 0x0D, 0x0A,
    ]
    #expect(try rows(names + gb18030) == [["path", "owner"], ["客户名单", "张三丰是负责人"]])
    #expect(try rows(names + big5) == [["path", "owner"], ["客戶名單", "張先生負責處理"]])
  }

  @Test("A hint for the delimiter is no row, and ragged rows and blank ones are kept")
  func shapes() throws {
    #expect(
      try rows(Array("sep=;\r\na;b\r\n1\r\n\r\n1;2;3\r\n".utf8))
        == [["a", "b"], ["1"], [""], ["1", "2", "3"]])
    #expect(try rows(Array("a,b\n1,2".utf8)) == [["a", "b"], ["1", "2"]])
    #expect(try rows(Array("a,b\n1,2\r".utf8)) == [["a", "b"], ["1", "2"]])
    #expect(try rows(Array("a,b\n1,".utf8)) == [["a", "b"], ["1", ""]])
  }

  @Test("A row can be read again from its place, in every encoding, wherever windows end")
  func places() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let lines = (0..<3000).map {
      "路径\($0),\"第一行\r\n\($0)\",\(String(repeating: "长", count: $0 % 50))"
    }
    let text = "path,note,more\r\n" + lines.joined(separator: "\r\n") + "\r\n"
    let forms: [[UInt8]] = [
      Array(text.utf8), [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
    ]
    for (number, bytes) in forms.enumerated() {
      let file = try SheetFile(path: folder.write("\(number).csv", bytes))
      let reader = file.reader()
      var row = SheetRow()
      var places: [(UInt64, [UInt8])] = []
      while try reader.next(&row) { places.append((row.byteOffset, row.bytes)) }
      #expect(places.count == 3001)
      file.settle(by: reader)
      for (byteOffset, bytes) in places.shuffled().prefix(300) {
        #expect(try file.reader(at: byteOffset).next(&row))
        #expect(row.bytes == bytes)
      }
    }
  }

  private func error(_ bytes: [UInt8]) throws -> SheetError? {
    do {
      _ = try rows(bytes)
      return nil
    } catch let error as SheetError {
      return error
    }
  }

  @Test("What is no sheet is refused with a reason")
  func refusals() throws {
    #expect(try error([]) == .empty)
    #expect(try error(Array("PK\u{3}\u{4}".utf8) + [20, 0, 6, 0]) == .notText(kind: "zip"))
    #expect(try error(Array("a,b\r\n1,\"never closed\r\n".utf8)) == .rowTooLong(row: 2))
    // "Müller" as Windows-1252 writes it: one byte that stands for nothing.
    #expect(
      try error(Array("a,b\r\n1,M".utf8) + [0xFC] + Array("ller\r\n".utf8))
        == .undecodable(row: 2))
    #expect(throws: SheetError.notAFile) { try SheetFile(path: Array("/dev/null".utf8)) }
    #expect(throws: SheetError.unreadable(errno: ENOENT)) {
      try SheetFile(path: Array("/nonexistent/x.csv".utf8))
    }
  }

  @Test("A quote that never closes is noticed before it has filled the memory")
  func longRow() throws {
    let bytes = Array("a,b\n\"".utf8) + [UInt8](repeating: 0x78, count: 6 << 20)
    #expect(try error(bytes) == .rowTooLong(row: 2))
  }

  @Test("Somebody who saves the file meanwhile is noticed")
  func change() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let file = try SheetFile(path: folder.write("s.csv", "a,b\n"))
    #expect(!file.hasChanged)
    try folder.write("s.csv", "a,b\n1,2\n")
    #expect(file.hasChanged)
  }
}
