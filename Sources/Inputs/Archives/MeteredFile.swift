import Findings

/// The outermost archive where it is a file; see `MeteredSource`. What is read twice counts twice.
final class MeteredFile: SeekableSource {
  private let file: any SeekableSource
  private let budget: ArchiveBudget

  init(_ file: any SeekableSource, budget: ArchiveBudget) {
    self.file = file
    self.budget = budget
  }

  var byteCount: UInt64 { file.byteCount }

  var byteOffset: UInt64 {
    get { file.byteOffset }
    set { file.byteOffset = newValue }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    let count = unsafe try file.read(into: buffer)
    budget.take(count)
    return count
  }
}
