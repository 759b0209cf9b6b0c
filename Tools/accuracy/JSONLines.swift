import Foundation

/// Reads a file of JSON objects, one a line, without holding more than a line and a buffer.
struct JSONLines {
  let url: URL

  func forEach<Element: Decodable>(_ type: Element.Type, _ body: (Element) -> Void) throws {
    let file = try FileHandle(forReadingFrom: url)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    var rest = Data()
    while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
      rest.append(chunk)
      var start = rest.startIndex
      while let end = rest[start...].firstIndex(of: 0x0a) {
        if end > start { body(try decoder.decode(type, from: rest[start..<end])) }
        start = end + 1
      }
      rest = Data(rest[start...])
    }
    if !rest.isEmpty { body(try decoder.decode(type, from: rest)) }
  }
}
