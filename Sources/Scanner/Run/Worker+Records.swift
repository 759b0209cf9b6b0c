import Detectors
import Findings

extension Worker {
  /// Reads a source that gives its records itself, and hands over what came of it.
  func read(_ source: any RecordSource, _ id: WorkID) {
    let path = names.guarded(source.path)
    // What stands in the name of a table is found again when the table is announced.
    let member = source.member.map {
      String(decoding: names.guarded(Array($0.utf8)).text, as: UTF8.self)
    }
    let identity = SourceIdentity(path: path.text, member: member)
    bench.begin(nameHits: source.member == nil ? path.hits : [])
    var decides = true
    bench.onFullBatch = { [coordinator, bench] batch in
      coordinator.submit(
        Piece(
          id: id, identity: identity, batch: batch, tables: bench.tableSnapshot(), end: nil),
        decides: decides)
      decides = false
    }
    let outcome = source.read(into: bench)
    let segment = bench.finish()
    var end = WorkEnd(isLastPart: true)
    end.bytesScanned = outcome.bytesRead
    end.tally = segment.tally
    end.gaps = outcome.gaps + segment.gaps
    end.format = source.format
    end.encoding = outcome.bytesRead > 0 ? "utf-8" : ""
    end.sizeInBytes = outcome.sizeInBytes
    progress.add(bytes: outcome.bytesRead)
    progress.addFile()
    coordinator.submit(
      Piece(
        id: id, identity: identity, batch: segment.batch, tables: segment.tally.tables,
        end: end),
      decides: decides)
  }
}
