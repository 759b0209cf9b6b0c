import Findings

/// Reads binary documents of MongoDB (bsonspec.org 1.1): what `mongodump` writes, one file for a
/// collection, or its archive of several (mongodb/mongo-tools, `common/archive`).
///
/// Values are named by their paths as in JSON text: `orders[].receiver.phone`.
struct BSON: FormatReader {
  /// A single document may have 16 MiB; what servers keep for themselves is a little longer.
  static let longestDocumentInBytes = 64 << 20
  /// The first bytes of an archive, 0x8199E26D with the least byte first.
  static let archiveMagic: [UInt8] = [0x6D, 0xE2, 0x99, 0x81]

  /// The collection that the file is named for; nil for an archive.
  let collection: String?

  /// - Parameter fileName: the last name of the file's path; may be empty.
  static func documents(fileName: [UInt8]) -> BSON {
    BSON(collection: collectionName(of: fileName))
  }

  static let archive = BSON(collection: nil)

  func read(_ buffer: TextBuffer, into sink: any RecordSink) {
    let reading = BSONReading(BSONCursor(buffer, into: sink), collection: collection)
    reading.run()
  }

  /// Whether elements may have this type (1.1, "element").
  static func isType(_ byte: UInt8) -> Bool {
    (0x01...0x13).contains(byte) || byte == 0x7F || byte == 0xFF
  }

  /// `users` of `users.bson`; `mongodump` writes bytes that a file's name should not have as `%24`.
  static func collectionName(of fileName: [UInt8]) -> String {
    var name = fileName[...]
    let ending = Array(".bson".utf8)
    if name.suffix(ending.count) == ending[...] { name = name.dropLast(ending.count) }
    var bytes: [UInt8] = []
    var index = name.startIndex
    while index < name.endIndex {
      if name[index] == UInt8(ascii: "%"), index + 2 < name.endIndex,
        let high = SQLBytes.hexDigit(name[index + 1]), let low = SQLBytes.hexDigit(name[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(name[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
