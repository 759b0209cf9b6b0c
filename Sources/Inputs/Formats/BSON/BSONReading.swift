import Findings

/// One reading of one source of binary documents.
///
/// A document is a record. Where its bytes make no sense, that is a gap; what is left of it is searched
/// as text, and reading goes on at its end if a document begins there, else at the next place where one
/// may begin.
final class BSONReading {
  private let cursor: BSONCursor
  private let isArchive: Bool
  private let document: BSONDocument
  private var tables = DocumentTables()
  private var current: DocumentTable

  /// What an archive's documents are for.
  private enum Phase {
    /// The archive's own and one for each collection, up to the first terminator.
    case prelude
    /// The name of the collection whose documents follow.
    case header
    case documents
  }

  private var phase: Phase
  /// What ends a block of an archive, instead of a document's length.
  private static let terminator: UInt64 = 0xFFFF_FFFF

  init(_ cursor: BSONCursor, collection: String?) {
    self.cursor = cursor
    isArchive = collection == nil
    phase = isArchive ? .prelude : .documents
    document = BSONDocument(cursor)
    current = DocumentTable(name: collection ?? "")
  }

  func run() {
    if isArchive { cursor.skip(min(cursor.visible(4), BSON.archiveMagic.count)) }
    if !isArchive { cursor.sink.table(current.shape) }
    while !cursor.isAtEnd, !cursor.sink.isCancelled {
      let start = cursor.byteOffset
      var length: UInt64 = 0
      do throws(BSONCursor.Fault) {
        try cursor.require(4)
        length = cursor.peekInteger(at: 0, bytes: 4)
        try readNext()
      } catch {
        cursor.gap(error == .truncated ? .truncated : .malformed)
        recover(end: start + length)
      }
    }
  }

  private func readNext() throws(BSONCursor.Fault) {
    if isArchive, cursor.peekInteger(at: 0, bytes: 4) == Self.terminator {
      cursor.skip(4)
      phase = .header
      return
    }
    switch phase {
    case .documents:
      try document.read(into: current)
    case .prelude:
      _ = try document.readStrings()
    case .header:
      let strings = try document.readStrings()
      let name = [strings["db"], strings["collection"]].compactMap { $0 }.joined(separator: ".")
      enter(name)
      phase = .documents
    }
  }

  private func enter(_ name: String) {
    current = tables.table(named: name)
    cursor.sink.table(current.shape)
  }

  // MARK: Where the bytes make no sense

  /// Goes to the next place where a document may begin, and searches what lies before it as text.
  private func recover(end: UInt64) {
    if end > cursor.byteOffset, end - cursor.byteOffset <= UInt64(cursor.mostVisibleInBytes / 2) {
      let rest = Int(end - cursor.byteOffset)
      if cursor.visible(rest) == rest || cursor.visible(rest) > rest && isStart(at: rest) {
        return pushText(rest)
      }
    }
    while !cursor.isAtEnd, !cursor.sink.isCancelled {
      var offset = 1
      let most = cursor.mostVisibleInBytes / 2
      while offset < most, cursor.visible(offset + 1) > offset, !isStart(at: offset) { offset += 1 }
      let isFound = offset < most && cursor.visible(offset + 1) > offset
      pushText(min(offset, cursor.visible(offset)))
      if isFound { return }
    }
  }

  private func isStart(at offset: Int) -> Bool {
    if isArchive, cursor.visible(offset + 4) >= offset + 4,
      cursor.peekInteger(at: offset, bytes: 4) == Self.terminator
    {
      return true
    }
    return cursor.isDocumentPlausible(at: offset)
  }

  private func pushText(_ count: Int) {
    guard count > 0 else { return }
    let locator = ValueLocator()
    locator.byteOffset = cursor.byteOffset
    let usual = cursor.sink.locator
    cursor.sink.locator = locator
    defer { cursor.sink.locator = usual }
    cursor.withVisible(count) { cursor.sink.text($0, core: 0..<count) }
    cursor.skip(count)
  }
}
