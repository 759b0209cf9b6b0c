import CZlib
import Findings

/// Looks for an archive behind a program that unpacks it, or behind anything else.
///
/// The directory of a zip archive counts from its own start, wherever that is: the whole file is read as one.
enum SelfExtractor {
  /// The kind of the archive, where there surely is one.
  ///
  /// - Parameter file: that holds `sizeInBytes`, of which it reads up to 64 KiB from the end and 1 MiB from the
  ///   start.
  /// - Throws: `unreadable` with the error number.
  static func archive(
    in file: OpenFile, sizeInBytes: UInt64
  ) throws(Gap) -> (kind: ArchiveKind, byteOffset: UInt64)? {
    let probe = FileProbe(file: file)
    if let size = try directorySize(probe, sizeInBytes),
      UInt64(size.directory + size.end) <= sizeInBytes
    {
      let start = try probe.bytes(at: sizeInBytes - UInt64(size.directory + size.end), count: 4)
      if start == directorySignature { return (.zip, 0) }
    }
    let head = try probe.bytes(at: 0, count: headInBytes)
    return sevenZip(in: head).map { (.sevenZip, UInt64($0)) }
  }

  /// APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16.
  private static let directorySignature: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let endSignature: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let endRecordInBytes = 22

  /// Finds the end of the central directory of a zip archive, whose comment reaches to the end of the file.
  ///
  /// - Returns: bytes of the directory, as stated, and of the end record with its comment.
  /// - Throws: `unreadable` with the error number.
  static func directorySize(
    _ probe: FileProbe, _ sizeInBytes: UInt64
  ) throws(Gap) -> (directory: Int, end: Int)? {
    let tailSize = min(sizeInBytes, UInt64(endRecordInBytes + Int(UInt16.max)))
    let tail = try probe.bytes(at: sizeInBytes - tailSize, count: Int(tailSize))
    guard tail.count >= endRecordInBytes else { return nil }
    for start in stride(from: tail.count - endRecordInBytes, through: 0, by: -1)
    where tail[start] == endSignature[0] && tail[start...].starts(with: endSignature) {
      let end = endRecordInBytes + number(tail, at: start + 20, count: 2)
      let directory = number(tail, at: start + 12, count: 4)
      if start + end == tail.count, directory > 0 { return (directory, end) }
    }
    return nil
  }

  /// The programs that 7-Zip puts before its archives have 100 to 500 KB.
  private static let headInBytes = 1 << 20

  /// Finds a start header of a 7z archive with the right checksum (7zFormat.txt: signature, version, CRC-32 of
  /// the 20 bytes behind it).
  private static func sevenZip(in head: [UInt8]) -> Int? {
    let signature: [UInt8] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]
    var start = 1
    while start + 32 <= head.count {
      if head[start] == signature[0], head[start...].starts(with: signature) {
        let stated = number(head, at: start + 8, count: 4)
        let fields = Array(head[(start + 12)..<(start + 32)])
        if Int(unsafe crc32(0, fields, 20)) == stated { return start }
      }
      start += 1
    }
    return nil
  }

  /// Little-endian.
  private static func number(_ bytes: [UInt8], at start: Int, count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
  }
}
