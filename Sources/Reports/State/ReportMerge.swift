package import Findings

/// Puts several reports together: their sources in one order, as if one run had read them all.
///
/// Shares of one run go by the places that the walk gave their files, so that they give the same bytes as
/// the whole; other reports go by path. Memory is one source of each report.
package final class ReportMerge {
  /// What the merged report is of.
  package let run: RunState
  private let readers: [StateReader]
  private let isOfOneRun: Bool

  /// Opens the reports in the directories, at least one, and checks that they can be merged.
  package init(_ directories: [String]) throws(MergeError) {
    precondition(!directories.isEmpty, "there is a report to merge")
    var readers: [StateReader] = []
    for directory in directories { readers.append(try StateReader(directory)) }
    let first = readers[0]
    isOfOneRun = readers.dropFirst().allSatisfy { first.run.isOfOneRun(with: $0.run) }
    var united = first.run
    for (index, reader) in readers.enumerated().dropFirst() {
      if let difference = first.run.difference(from: reader.run) {
        throw .different(first.directory, reader.directory, difference)
      }
      if isOfOneRun {
        for other in readers[..<index]
        where !Set(other.run.origin.shares).isDisjoint(with: reader.run.origin.shares) {
          throw .overlapping(other.directory, reader.directory)
        }
      }
      united = united.united(with: reader.run)
    }
    run = united
    self.readers = readers
  }

  /// Hands over all sources in order, each with its lines before it.
  ///
  /// - Returns: whether a run was interrupted.
  package func run(
    findings: ([UInt8]) throws(OutputError) -> Void,
    finished: (SourceReport) throws(OutputError) -> Void
  ) throws(MergeError) -> Bool {
    var files: UInt64 = 0
    while let reader = try next() {
      guard let first = reader.head else { break }
      // A file, and the members of an archive with it.
      while var source = reader.head, source.identity.path == first.identity.path,
        source.number == first.number || !isOfOneRun
      {
        if !isOfOneRun, readers.count > 1 { source.number = files }
        try reader.lines { lines throws(MergeError) in
          do throws(OutputError) { try findings(lines) } catch { throw .output(error) }
        }
        do throws(OutputError) { try finished(source) } catch { throw .output(error) }
        try reader.advance()
      }
      files += 1
    }
    return readers.contains(where: \.isInterrupted)
  }

  /// The reader whose source is next; nil at the end.
  private func next() throws(MergeError) -> StateReader? {
    var best: (reader: StateReader, head: SourceReport)?
    for reader in readers {
      guard let head = reader.head else { continue }
      guard let known = best else {
        best = (reader, head)
        continue
      }
      let isSame =
        isOfOneRun
        ? head.number == known.head.number : head.identity.path == known.head.identity.path
      if isSame { throw .overlapping(known.reader.directory, reader.directory) }
      let isBefore =
        isOfOneRun
        ? head.number < known.head.number
        : head.identity.path.lexicographicallyPrecedes(known.head.identity.path)
      if isBefore { best = (reader, head) }
    }
    return best?.reader
  }
}
